// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/SaveStatus.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "ui/look/Artwork.h"
#include "ui/look/ElidedLabel.h"
#include "ui/look/ErrorLabel.h"
#include "ui/look/Text.h"
#include "ui/look/Theme.h"
#include "ui/playlist/StatusRow.h"

#include <QPainter>

#include <cmath>

using namespace segue;
using namespace segue::ui;
using playlist::SaveStatus;
using State = SaveStatus::State;

/// Words, colours and pictures that several parts share.
class TestLook : public QObject
{
    Q_OBJECT

private:
    static double luminance(const QColor &color)
    {
        const auto part = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
    }
    static double contrast(const QColor &a, const QColor &b)
    {
        const double x = luminance(a);
        const double y = luminance(b);
        return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
    }

private Q_SLOTS:
    void textCanBeRead_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << Theme::lightPalette();
        QTest::newRow("dark") << Theme::darkPalette();
    }

    void textCanBeRead()
    {
        QFETCH(QPalette, palette);
        const QColor base = palette.color(QPalette::Base);
        QVERIFY(contrast(palette.color(QPalette::Text), base) >= 7);
        QVERIFY(contrast(quietText(palette), base) >= 4.5);
        QVERIFY(contrast(faintText(palette), base) >= 3);
        QVERIFY(contrast(palette.color(QPalette::WindowText), palette.color(QPalette::Window)) >= 7);
        QVERIFY(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Window)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::Link), base) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
        for (const bool active : {true, false})
            QVERIFY(contrast(palette.color(QPalette::Text), selectionFill(palette, active)) >= 7);
        // The drop line must be seen on rows, selected or not.
        QVERIFY(contrast(palette.color(QPalette::Highlight), base) >= 3);
    }

    void schemesHaveNames()
    {
        for (const ColorScheme scheme : {ColorScheme::System, ColorScheme::Light, ColorScheme::Dark})
            QCOMPARE(colorSchemeFromText(colorSchemeText(scheme)), scheme);
        QCOMPARE(colorSchemeFromText(QStringLiteral("pink")), ColorScheme::System);
    }

    void lengthsAreSaidShortly()
    {
        using namespace std::chrono_literals;
        QCOMPARE(durationText(12s), QStringLiteral("12 s"));
        QCOMPARE(durationText(41min), QStringLiteral("41 min"));
        QCOMPARE(durationText(83h + 12min), QStringLiteral("83 h 12 min"));
        QCOMPARE(durationText(59min + 40s), QStringLiteral("1 h 0 min"));
        QCOMPARE(itemCountText(1), QStringLiteral("1 item"));
        QCOMPARE(itemCountText(0), QStringLiteral("0 items"));
    }

    void waitsAreRoundedUp()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QCOMPARE(waitText(now.addMSecs(11'200), now), QStringLiteral("12 s"));
        QCOMPARE(waitText(now.addSecs(300), now), QStringLiteral("5 min"));
        QCOMPARE(waitText(now.addSecs(-5), now), QStringLiteral("a moment"));
        QCOMPARE(waitText({}, now), QStringLiteral("a moment"));
    }

    void savingIsToldAsItIs()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto text = [&](const SaveStatus &status) { return StatusRow::saveText(status, now); };
        QCOMPARE(text({}), QStringLiteral("All saved"));
        QCOMPARE(text({.state = State::Saving, .callsDone = 2, .callsTotal = 40}), QStringLiteral("Saving 3 of 40"));
        QCOMPARE(text({.state = State::Saving, .callsDone = 0, .callsTotal = 1}), QStringLiteral("Saving…"));
        const Error limit{.kind = ErrorKind::RateLimited};
        QCOMPARE(text({.state = State::Waiting, .until = now.addSecs(12), .error = limit}),
                 QStringLiteral("Pauses 12 s (Spotify's limit)"));
        QCOMPARE(text({.state = State::Waiting, .until = now.addSecs(3600), .error = limit}),
                 QStringLiteral("Pauses until %1 (Spotify's limit)").arg(clockText(now.addSecs(3600))));
        QVERIFY(text({.state = State::Waiting, .error = Error{.kind = ErrorKind::Network}})
                    .contains(QStringLiteral("network")));
        QVERIFY(text({.state = State::Held, .error = Error{.kind = ErrorKind::NotAllowed}})
                    .contains(QStringLiteral("Not saved")));
    }

    void artworkKeepsItsProportions()
    {
        QImage wide(80, 40, QImage::Format_RGB32);
        wide.fill(Qt::red);
        QImage canvas(40, 40, QImage::Format_ARGB32_Premultiplied);
        canvas.fill(Qt::white);
        {
            QPainter painter(&canvas);
            drawArtwork(painter, QRect(0, 0, 40, 40), wide);
        }
        QCOMPARE(canvas.pixelColor(20, 20), QColor(Qt::red));
        QCOMPARE(canvas.pixelColor(20, 4), QColor(Qt::white));
        QCOMPARE(canvas.pixelColor(20, 36), QColor(Qt::white));
        // Rounded: the very corner is not painted.
        QCOMPARE(canvas.pixelColor(0, 10), QColor(Qt::white));
    }

    void longLinesAreCutAndTold()
    {
        ElidedLabel label;
        label.resize(120, 30);
        label.setText(QStringLiteral("short"));
        QVERIFY(label.toolTip().isEmpty());
        const QString text = QStringLiteral("a name so long that it cannot possibly fit in here");
        label.setText(text);
        QVERIFY(label.toolTip().contains(text));
        QCOMPARE(label.accessibleName(), text);
    }

    void whatTheServiceSaidIsBehindAWord()
    {
        ErrorLabel label;
        label.say({.kind = ErrorKind::ServerFault, .userText = QStringLiteral("It <failed>."), .detail = {}});
        QCOMPARE(label.text(), QStringLiteral("It <failed>."));
        QVERIFY(!(label.focusPolicy() & Qt::TabFocus));
        label.say({.kind = ErrorKind::ServerFault,
                   .userText = QStringLiteral("It <failed>."),
                   .detail = QStringLiteral("<b>upstream</b> timed out")});
        QVERIFY(!label.text().contains(QStringLiteral("upstream")));
        QVERIFY(label.text().contains(QStringLiteral("It &lt;failed&gt;.")));
        QVERIFY(label.focusPolicy() & Qt::TabFocus); // for those without a mouse
        QCOMPARE(label.said(), QStringLiteral("It <failed>."));
        QCOMPARE(label.accessibleName(), label.said());
        Q_EMIT label.linkActivated(QStringLiteral("details"));
        QVERIFY(label.text().contains(QStringLiteral("&lt;b&gt;upstream&lt;/b&gt; timed out")));
        label.say(QStringLiteral("Something else"));
        QCOMPARE(label.text(), QStringLiteral("Something else"));
    }

    void eachTextRunsItsOwnWay_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a date") << QStringLiteral("10 Sep 2026");
        QTest::newRow("cut off") << QStringLiteral("If the Static Could Talk, It Would Ask You to Turn It Off");
        QTest::newRow("Hebrew, cut off") << QStringLiteral("שיר למכתב שיר למכתב שיר למכתב שיר למכתב שיר למכתב");
    }
    void eachTextRunsItsOwnWay()
    {
        QFETCH(QString, text);
        const auto drawn = [&text](Qt::LayoutDirection window) {
            QImage image(160, 24, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.setLayoutDirection(window);
            drawLine(painter, image.rect(), Qt::AlignHCenter, text);
            return image;
        };
        QCOMPARE(drawn(Qt::RightToLeft), drawn(Qt::LeftToRight));
    }
};

SEGUE_TEST(TestLook)
#include "tst_Look.moc"
