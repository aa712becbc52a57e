// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/RandomEdits.h"

#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "tests/app/playlist/Chance.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace segue::playlist::test
{

namespace
{

template <typename T>
void shuffle(QRandomGenerator &random, std::vector<T> &list)
{
    for (std::size_t i = list.size(); i > 1; --i)
        std::swap(list[i - 1], list[static_cast<std::size_t>(below(random, static_cast<int>(i)))]);
}

QString named(const char *verb, const std::vector<int> &positions)
{
    QStringList numbers;
    for (const int position : positions)
        numbers.append(QString::number(position));
    return QLatin1String(verb) + u' ' + numbers.join(u',');
}

/// Rows that are in one of the lists only, and those that stand elsewhere among the others. (Rows over which a block is
/// moved have moved as much as the block.)
RowList difference(const RowList &before, const RowList &after)
{
    const std::set<RowId> had(before.begin(), before.end());
    const std::set<RowId> has(after.begin(), after.end());
    RowList out;
    RowList left;
    RowList right;
    for (const RowId id : before)
        (has.count(id) == 0 ? out : left).push_back(id);
    for (const RowId id : after)
        (had.count(id) == 0 ? out : right).push_back(id);
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (left[i] != right[i])
            out.push_back(left[i]);
    }
    return out;
}

web::MediumPtr medium(const QString &uri)
{
    auto made = std::make_shared<web::Medium>();
    made->uri = uri;
    return made;
}

} // namespace

RandomEdits::RandomEdits(Editor &editor, QStringList tracks, const Options &options)
    : m_tracks(std::move(tracks)), m_options(options)
{
    setEditor(editor);
}

void RandomEdits::setEditor(Editor &editor)
{
    m_editor = &editor;
    m_wanted = editor.document().wanted();
    m_history.clear();
    m_index = 0;
}

void RandomEdits::listIsNew()
{
    // What somebody else moved among the rows of a step follows them when it is undone, each row the one before it.
    const RowList others = difference(m_wanted, m_editor->document().wanted());
    m_wanted = m_editor->document().wanted();
    for (HistoryStep &step : m_history) {
        step.exact = false;
        step.touched.insert(step.touched.end(), others.begin(), others.end());
    }
    m_history.resize(static_cast<std::size_t>(m_editor->undoStack().count()), HistoryStep{{}, {}, {}, false});
    m_index = m_editor->undoStack().index();
}

const Row &RandomEdits::row(RowId id) const
{
    return m_editor->document().row(id);
}

bool RandomEdits::canGo(RowId id) const
{
    return m_options.impossible || (!row(id).uri().isEmpty() && !row(id).isLocal());
}

std::vector<int> RandomEdits::somePositions(QRandomGenerator &random, bool removable) const
{
    std::vector<int> positions;
    const int count = random.bounded(4) == 0 ? 1 + below(random, std::min(size(), 140)) : 1 + below(random, 5);
    if (random.bounded(2) == 0) {
        const int first = below(random, size());
        for (int i = first; i < std::min(first + count, size()); ++i)
            positions.push_back(i);
    } else {
        std::set<int> scattered;
        for (int i = 0; i < std::min(count, 12); ++i)
            scattered.insert(below(random, size()));
        positions.assign(scattered.begin(), scattered.end());
    }
    if (removable)
        std::erase_if(positions, [this](int at) { return !canGo(m_wanted[static_cast<std::size_t>(at)]); });
    return positions;
}

RandomEdits::Expected RandomEdits::same(const RowList &list)
{
    return {list.begin(), list.end()};
}

QString RandomEdits::describe(const Expected &list) const
{
    QStringList words;
    for (const auto &row : list) {
        const auto *const id = std::get_if<RowId>(&row);
        words.append(id ? QString::number(*id) : std::get<QString>(row).right(6));
    }
    return words.join(u' ');
}

void RandomEdits::complain(const QString &text)
{
    if (m_wrong.isEmpty())
        m_wrong = text;
}

void RandomEdits::check(const QString &what, bool result, const Expected &expected)
{
    const RowList &now = m_editor->document().wanted();
    const std::set<RowId> before(m_wanted.begin(), m_wanted.end());
    const auto fits = [&](const std::variant<RowId, QString> &want, RowId id) {
        if (const auto *const known = std::get_if<RowId>(&want))
            return *known == id;
        return before.count(id) == 0 && row(id).uri() == std::get<QString>(want);
    };
    if (!std::equal(expected.begin(), expected.end(), now.begin(), now.end(), fits))
        complain(what + QStringLiteral(" made\n%1\ninstead of\n%2").arg(describe(same(now)), describe(expected)));
    const bool changes = now != m_wanted;
    if (result != changes)
        complain(what + (result ? QStringLiteral(" changed nothing") : QStringLiteral(" said no and did something")));
    if (changes) {
        m_history.resize(static_cast<std::size_t>(m_index));
        const RowList touched = difference(m_wanted, now);
        m_touched.unite({touched.begin(), touched.end()});
        m_history.push_back({m_wanted, now, touched, true});
        ++m_index;
    }
    if (m_editor->undoStack().count() != static_cast<int>(m_history.size()) || m_editor->undoStack().index() != m_index)
        complain(what + QStringLiteral(" is not one step of the history"));
    m_wanted = now;
}

void RandomEdits::checkStep(const QString &what, const HistoryStep &step, const RowList &expected)
{
    const RowList &now = m_editor->document().wanted();
    if (step.exact && now != expected)
        complain(what + QStringLiteral(" made\n%1\ninstead of\n%2").arg(describe(same(now)), describe(same(expected))));
    if (m_editor->undoStack().index() != m_index)
        complain(what + QStringLiteral(" is not one step of the history"));
    m_touched.unite({step.touched.begin(), step.touched.end()});
    m_wanted = now;
}

QString RandomEdits::move(QRandomGenerator &random)
{
    const std::vector<int> positions = somePositions(random, false);
    const int before = below(random, size() + 1);
    const QString what = named("move", positions) + QStringLiteral(" before %1").arg(before);
    RowList block;
    RowList above;
    RowList below;
    for (int i = 0; i < size(); ++i) {
        const RowId id = m_wanted[static_cast<std::size_t>(i)];
        if (std::binary_search(positions.begin(), positions.end(), i))
            block.push_back(id);
        else
            (i < before ? above : below).push_back(id);
    }
    above.insert(above.end(), block.begin(), block.end());
    above.insert(above.end(), below.begin(), below.end());
    const bool result = m_editor->moveRows(positions, before);
    check(what, result, same(above));
    return what;
}

QString RandomEdits::nudge(QRandomGenerator &random)
{
    std::vector<int> positions = somePositions(random, false);
    const int delta = random.bounded(2) == 0 ? -1 : 1;
    const QString what = named(delta < 0 ? "nudge up" : "nudge down", positions);
    RowList expected = m_wanted;
    std::vector<bool> chosen(m_wanted.size());
    for (const int at : positions)
        chosen[static_cast<std::size_t>(at)] = true;
    std::vector<int> moved;
    const auto tryOne = [&](int at) {
        const int to = at + delta;
        if (to < 0 || to >= size() || chosen[static_cast<std::size_t>(to)]) {
            moved.push_back(at);
            return;
        }
        std::swap(expected[static_cast<std::size_t>(at)], expected[static_cast<std::size_t>(to)]);
        chosen[static_cast<std::size_t>(at)] = false;
        chosen[static_cast<std::size_t>(to)] = true;
        moved.push_back(to);
    };
    if (delta < 0)
        std::for_each(positions.begin(), positions.end(), tryOne);
    else
        std::for_each(positions.rbegin(), positions.rend(), tryOne);
    std::sort(moved.begin(), moved.end());
    std::vector<int> result = m_editor->nudgeRows(positions, delta);
    std::sort(result.begin(), result.end());
    if (result != moved)
        complain(named((what + QStringLiteral(" returned")).toLatin1().constData(), result));
    check(what, expected != m_wanted, same(expected));
    return what;
}

QString RandomEdits::remove(QRandomGenerator &random)
{
    std::vector<int> positions = somePositions(random, true);
    // Copies are what is difficult: one of those that there are, more often than chance would have it.
    if (random.bounded(3) == 0) {
        std::vector<int> copies;
        QHash<QString, int> first;
        for (int i = 0; i < size(); ++i) {
            const RowId id = m_wanted[static_cast<std::size_t>(i)];
            if (!canGo(id) || row(id).uri().isEmpty())
                continue;
            if (first.contains(row(id).uri()))
                copies.push_back(random.bounded(2) == 0 ? i : first.value(row(id).uri()));
            else
                first.insert(row(id).uri(), i);
        }
        if (!copies.empty())
            positions = {copies[static_cast<std::size_t>(below(random, static_cast<int>(copies.size())))]};
    }
    if (m_options.keepSome && static_cast<int>(positions.size()) > size() / 2)
        positions.resize(static_cast<std::size_t>(size() / 2));
    const QString what = named("remove", positions);
    // What cannot be removed stays, and the user is told.
    std::vector<int> going = positions;
    std::erase_if(going, [this](int at) {
        const Row &there = row(m_wanted[static_cast<std::size_t>(at)]);
        return there.uri().isEmpty() || (there.isLocal() && !m_options.positionsHonoured);
    });
    RowList expected;
    for (int i = 0; i < size(); ++i) {
        if (!std::binary_search(going.begin(), going.end(), i))
            expected.push_back(m_wanted[static_cast<std::size_t>(i)]);
    }
    const bool result = m_editor->removeRows(positions);
    check(what, result, same(expected));
    return what;
}

QString RandomEdits::insert(QRandomGenerator &random)
{
    const int count = random.bounded(6) == 0 ? 1 + below(random, 130) : 1 + below(random, 4);
    const int room = std::max(0, m_options.mostRows - size());
    const int before = below(random, size() + 1);
    QList<web::MediumPtr> media;
    Expected expected = same({m_wanted.begin(), m_wanted.begin() + before});
    for (int i = 0; i < std::min(count, room); ++i) {
        // Now and then a track that is in the playlist already.
        QString uri = m_tracks.at(below(random, static_cast<int>(m_tracks.size())));
        if (size() > 0 && random.bounded(4) == 0) {
            const Row &other = row(m_wanted[static_cast<std::size_t>(below(random, size()))]);
            if (!other.uri().isEmpty() && !other.isLocal())
                uri = other.uri();
        }
        media.append(medium(uri));
        expected.emplace_back(uri);
    }
    expected.insert(expected.end(), m_wanted.begin() + before, m_wanted.end());
    const QString what = QStringLiteral("insert %1 before %2").arg(media.size()).arg(before);
    const bool result = m_editor->insertMedia(before, media);
    check(what, result, expected);
    return what;
}

QString RandomEdits::arrange(QRandomGenerator &random)
{
    // Mostly few rows: then the planner finds the fewest calls for certain.
    const int count = std::min(size(), random.bounded(2) == 0 ? 40 : 2 + below(random, 7));
    const int first = below(random, size() - count + 1);
    RowList part(m_wanted.begin() + first, m_wanted.begin() + first + count);
    shuffle(random, part);
    RowList expected = m_wanted;
    std::copy(part.begin(), part.end(), expected.begin() + first);
    const QString what = QStringLiteral("arrange %1 from %2").arg(count).arg(first);
    const bool result = m_editor->arrange(expected, part, QStringLiteral("Shuffle"));
    check(what, result, same(expected));
    return what;
}

QString RandomEdits::restore(QRandomGenerator &random)
{
    QList<Editor::ListedRow> rows;
    Expected expected;
    int left = below(random, 4);
    for (int i = 0; i < size(); ++i) {
        const RowId id = m_wanted[static_cast<std::size_t>(i)];
        if (left > 0 && canGo(id) && random.bounded(8) == 0) {
            --left;
            continue;
        }
        rows.append(Editor::ListedRow{i, {}});
    }
    for (int i = below(random, 3); i > 0 && rows.size() > 1; --i) {
        const int from = below(random, static_cast<int>(rows.size()));
        rows.move(from, below(random, static_cast<int>(rows.size())));
    }
    for (int i = below(random, 4); i > 0 && rows.size() < m_options.mostRows; --i) {
        const QString uri = m_tracks.at(below(random, static_cast<int>(m_tracks.size())));
        rows.insert(below(random, static_cast<int>(rows.size()) + 1), {-1, medium(uri)});
    }
    for (const Editor::ListedRow &row : std::as_const(rows)) {
        if (row.position >= 0)
            expected.emplace_back(m_wanted[static_cast<std::size_t>(row.position)]);
        else
            expected.emplace_back(row.medium->uri);
    }
    const QString what = QStringLiteral("restore %1 rows of %2").arg(rows.size()).arg(size());
    const bool result = m_editor->restore(rows, QStringLiteral("Restore"));
    check(what, result, expected);
    return what;
}

QString RandomEdits::undo()
{
    if (m_index == 0)
        return QStringLiteral("nothing to undo");
    const QString what = QStringLiteral("undo ") + m_editor->undoStack().undoText();
    m_editor->undoStack().undo();
    --m_index;
    const HistoryStep &step = m_history[static_cast<std::size_t>(m_index)];
    checkStep(what, step, step.before);
    return what;
}

QString RandomEdits::redo()
{
    if (m_index == static_cast<int>(m_history.size()))
        return QStringLiteral("nothing to redo");
    const QString what = QStringLiteral("redo ") + m_editor->undoStack().redoText();
    m_editor->undoStack().redo();
    const HistoryStep &step = m_history[static_cast<std::size_t>(m_index)];
    ++m_index;
    checkStep(what, step, step.after);
    return what;
}

QString RandomEdits::step(QRandomGenerator &random)
{
    const int verb = below(random, 100);
    if (size() == 0 && verb < 90)
        return insert(random);
    if (verb < 28)
        return move(random);
    if (verb < 38)
        return nudge(random);
    if (verb < 54)
        return remove(random);
    if (verb < 70)
        return insert(random);
    if (verb < 80)
        return arrange(random);
    if (verb < 85)
        return size() > 0 ? restore(random) : insert(random);
    return verb < 94 ? undo() : redo();
}

} // namespace segue::playlist::test
