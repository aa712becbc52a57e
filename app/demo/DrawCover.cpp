// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Covers.h"

#include <QPainter>
#include <QPainterPath>
#include <QRandomGenerator>
#include <QtMath>

namespace segue::demo
{

namespace
{

/// Draws in a unit square; every choice comes from the one generator.
class Artwork
{
public:
    Artwork(quint64 number, QPainter &painter) : m_random(quint32(number ^ number >> 32)), m_painter(painter)
    {
        const int hue = m_random.bounded(360);
        static constexpr int Offsets[] = {28, 40, 150, 180, 205, 320};
        const int other = (hue + Offsets[m_random.bounded(6)]) % 360;
        const bool isDark = m_random.bounded(3) != 0;
        m_ground = QColor::fromHsl(hue, 90 + m_random.bounded(90), isDark ? 45 + m_random.bounded(45) : 200);
        m_ground2 = QColor::fromHsl((hue + 25) % 360, 120, isDark ? 90 + m_random.bounded(40) : 160);
        m_ink = QColor::fromHsl(other, 150 + m_random.bounded(90), isDark ? 165 + m_random.bounded(40) : 95);
        m_ink2 = QColor::fromHsl((other + 35) % 360, 170, isDark ? 195 : 70);
        m_pale = QColor::fromHsl((hue + 12) % 360, 90, isDark ? 228 : 30);
    }

    void draw()
    {
        QLinearGradient ground(0, 0, real(0.0, 1.0), 1);
        ground.setColorAt(0, m_ground2);
        ground.setColorAt(1, m_ground);
        m_painter.fillRect(QRectF(-1, -1, 3, 3), ground);
        m_painter.setPen(Qt::NoPen);
        switch (m_random.bounded(8)) {
        case 0:
            return sun();
        case 1:
            return hills();
        case 2:
            return rings();
        case 3:
            return stripes();
        case 4:
            return tiles();
        case 5:
            return waves();
        case 6:
            return petals();
        default:
            return skyline();
        }
    }

private:
    double real(double from, double to) { return from + m_random.generateDouble() * (to - from); }

    void disc(double x, double y, double r, const QBrush &brush)
    {
        m_painter.setBrush(brush);
        m_painter.drawEllipse(QPointF(x, y), r, r);
    }

    void sun()
    {
        const double x = real(0.35, 0.65), y = real(0.35, 0.5), r = real(0.18, 0.3);
        QRadialGradient glow(x, y, r * 2.4);
        QColor faint = m_ink2;
        faint.setAlpha(90);
        glow.setColorAt(0, faint);
        faint.setAlpha(0);
        glow.setColorAt(1, faint);
        disc(x, y, r * 2.4, glow);
        QLinearGradient face(0, y - r, 0, y + r);
        face.setColorAt(0, m_ink2);
        face.setColorAt(1, m_ink);
        disc(x, y, r, face);
        // The sea cuts the sun into bands.
        for (int i = 0; i < 6; ++i)
            m_painter.fillRect(QRectF(0, y + r * (0.15 + i * 0.17), 1, r * (0.02 + i * 0.018)), m_ground);
    }

    void hills()
    {
        disc(real(0.2, 0.8), real(0.15, 0.35), real(0.06, 0.12), m_pale);
        for (int i = 0; i < 4; ++i) {
            const double base = 0.45 + i * 0.14;
            const double phase = real(0, 6.28), swing = real(0.04, 0.1);
            QPainterPath path(QPointF(-0.1, 1.1));
            for (double x = -0.1; x <= 1.11; x += 0.02)
                path.lineTo(x, base + swing * qSin(phase + x * (4 + i)) + swing * 0.4 * qSin(phase * 2 + x * 11));
            path.lineTo(1.1, 1.1);
            m_painter.fillPath(path, mixed(m_ink, m_ground, 0.15 + i * 0.24));
        }
    }

    void rings()
    {
        const double x = real(0.2, 0.8), y = real(0.2, 0.8);
        for (int i = 11; i > 0; --i)
            disc(x, y, i * 0.085, i % 2 ? mixed(m_ink, m_ink2, i / 11.0) : mixed(m_ground, m_ground2, i / 11.0));
        disc(x, y, 0.03, m_pale);
    }

    void stripes()
    {
        m_painter.translate(0.5, 0.5);
        m_painter.rotate(15.0 * m_random.bounded(12));
        double at = -0.9;
        while (at < 0.9) {
            const double width = real(0.02, 0.14);
            if (m_random.bounded(3) != 0)
                m_painter.fillRect(QRectF(at, -1, width, 2), mixed(m_ink, m_ink2, real(0, 1)));
            at += width + real(0.005, 0.05);
        }
    }

    void tiles()
    {
        const int count = 3 + m_random.bounded(4);
        const double side = 1.0 / count;
        for (int i = 0; i < count * count; ++i) {
            const int row = i / count;
            const QRectF cell(i % count * side, row * side, side, side);
            const QColor colour = mixed(m_ink, m_random.bounded(2) ? m_ink2 : m_ground2, real(0, 1));
            m_painter.setBrush(colour);
            // Round a corner of the cell; the quarter is the one that lies inside it.
            static constexpr int Starts[] = {90, 0, 180, 270};
            const int turn = m_random.bounded(4);
            if (m_random.bounded(4) == 0)
                m_painter.drawEllipse(cell.adjusted(side * 0.15, side * 0.15, -side * 0.15, -side * 0.15));
            else
                m_painter.drawPie(
                    QRectF(cell.x() - (turn & 1 ? side : 0), cell.y() - (turn & 2 ? side : 0), 2 * side, 2 * side),
                    16 * Starts[turn], 16 * 90);
        }
    }

    void waves()
    {
        const double phase = real(0, 6), turns = real(6, 14);
        for (int i = 0; i < 16; ++i) {
            QPainterPath path;
            const double y0 = 0.04 + i * 0.062;
            const double swing = 0.035 * qSin(i * 0.4 + phase) + 0.02;
            path.moveTo(-0.1, y0);
            for (double x = -0.1; x <= 1.11; x += 0.02)
                path.lineTo(x, y0 + swing * qSin(x * turns + i * 0.35 + phase));
            m_painter.strokePath(path, QPen(mixed(m_ink, m_ink2, i / 16.0), 0.008 + 0.014 * (i % 3 == 0)));
        }
    }

    void petals()
    {
        const int count = 6 + m_random.bounded(9);
        m_painter.translate(0.5, 0.5);
        for (int ring = 0; ring < 2; ++ring) {
            QColor colour = ring ? m_ink2 : m_ink;
            colour.setAlpha(150);
            m_painter.setBrush(colour);
            for (int i = 0; i < count; ++i) {
                m_painter.rotate(360.0 / count);
                m_painter.drawEllipse(QPointF(0, ring ? 0.17 : 0.27), ring ? 0.07 : 0.1, ring ? 0.16 : 0.23);
            }
            m_painter.rotate(180.0 / count);
        }
        disc(0, 0, 0.06, m_pale);
    }

    void skyline()
    {
        disc(real(0.2, 0.8), real(0.2, 0.4), real(0.07, 0.14), m_pale);
        for (int row = 0; row < 3; ++row) {
            double x = -0.05;
            while (x < 1.05) {
                const double width = real(0.05, 0.14), top = 0.42 + row * 0.15 + real(0, 0.2);
                const QColor wall = mixed(m_ink, m_ground, 0.2 + row * 0.3);
                m_painter.fillRect(QRectF(x, top, width, 1.1 - top), wall);
                for (double y = top + 0.03; row == 2 && y < 0.97; y += 0.05) {
                    if (m_random.bounded(2))
                        m_painter.fillRect(QRectF(x + width * 0.3, y, width * 0.15, 0.018), m_ink2);
                }
                x += width + real(0.0, 0.015);
            }
        }
    }

    static QColor mixed(const QColor &a, const QColor &b, double part)
    {
        return QColor::fromRgbF(float(a.redF() + (b.redF() - a.redF()) * part),
                                float(a.greenF() + (b.greenF() - a.greenF()) * part),
                                float(a.blueF() + (b.blueF() - a.blueF()) * part));
    }

    QRandomGenerator m_random;
    QPainter &m_painter;
    QColor m_ground, m_ground2, m_ink, m_ink2, m_pale;
};

} // namespace

QImage drawCover(quint64 number, int side)
{
    QImage image(side, side, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(side, side);
    Artwork(number, painter).draw();
    return image;
}

} // namespace segue::demo
