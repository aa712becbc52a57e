// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace segue::ui
{

/// One or more lines of plain text that is cut with "…" where it does not fit, and then told whole by its tooltip.
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(int mostLines = 1, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return m_mostLines > 1; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QStringList lines(int width, bool *cut) const;
    void updateToolTip();

    int m_mostLines;
    QString m_text;
};

} // namespace segue::ui
