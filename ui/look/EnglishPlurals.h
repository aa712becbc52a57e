// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace segue::ui
{

/// The sources are English, but Qt knows no plural of them: "%n track(s)" becomes "1 track" or "3 tracks" here. To be
/// installed before the translator of any other language, which then goes first.
class EnglishPlurals : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char *context, const char *sourceText, const char *disambiguation,
                                    int n) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace segue::ui
