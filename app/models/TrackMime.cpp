// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/TrackMime.h"

#include "app/models/TrackListModel.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/playlist/ListOps.h"
#include "app/web/SpotifyLinks.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>
#include <QUrl>

#include <algorithm>
#include <chrono>

namespace segue::models
{

namespace
{

constexpr quint32 magic = 0x53475232; // "SGR2": another version, another number
constexpr auto streamVersion = QDataStream::Qt_6_4;
constexpr quint32 maxRows = 20000; ///< twice what a playlist holds: more is not ours

struct Carried {
    QString editorKey;
    std::vector<playlist::RowId> rows;
    QList<web::MediumPtr> media; ///< null for null entries
};

/// Written out only when somebody asks: ten thousand rows take a tenth of a second, and most are pasted or dropped in
/// this very program.
class TrackMimeData : public QMimeData
{
public:
    explicit TrackMimeData(Carried carried);
    [[nodiscard]] const Carried &carried() const { return m_carried; }
    [[nodiscard]] QStringList formats() const override { return m_formats; }

protected:
    [[nodiscard]] QVariant retrieveData(const QString &mimeType, QMetaType type) const override;

private:
    const Carried m_carried;
    QStringList m_formats;
};

void write(QDataStream &out, const web::Medium &medium)
{
    out << medium.uri << medium.title << medium.album << medium.albumUri << qint64(medium.length.count())
        << medium.isExplicit << medium.isLocal << (medium.kind == web::MediumKind::Episode) << qint16(medium.discNumber)
        << qint16(medium.trackNumber) << qint16(medium.popularity) << medium.isrc.toString()
        << medium.released.toString();
    out << quint32(medium.artists.size());
    for (const web::ArtistRef &artist : medium.artists)
        out << artist.name << artist.uri;
    out << quint32(medium.images.size());
    for (const web::Image &image : medium.images)
        out << image.url << qint32(image.width) << qint32(image.height);
}

/// Nothing that Segue wrote goes beyond this; anything else might, and would be added up and shown.
bool isPlausible(const web::Medium &medium)
{
    constexpr std::chrono::hours longest(366 * 24); // as for files to import
    return medium.length.count() >= 0 && medium.length <= longest && medium.popularity >= -1 &&
           medium.popularity <= 100 && medium.discNumber >= 0 && medium.trackNumber >= 0;
}

web::MediumPtr readMedium(QDataStream &in)
{
    auto medium = std::make_shared<web::Medium>();
    qint64 length = 0;
    bool episode = false;
    QString isrc;
    QString released;
    quint32 count = 0;
    in >> medium->uri >> medium->title >> medium->album >> medium->albumUri >> length >> medium->isExplicit >>
        medium->isLocal >> episode >> medium->discNumber >> medium->trackNumber >> medium->popularity >> isrc >>
        released >> count;
    medium->released = web::ReleaseDate::from(released, QString());
    medium->isrc = web::Isrc::from(isrc);
    medium->length = std::chrono::milliseconds(length);
    medium->kind = episode ? web::MediumKind::Episode : web::MediumKind::Track;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        web::ArtistRef artist;
        in >> artist.name >> artist.uri;
        medium->artists.append(artist);
    }
    in >> count;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        web::Image image;
        qint32 width = 0;
        qint32 height = 0;
        in >> image.url >> width >> height;
        image.width = width;
        image.height = height;
        medium->images.append(image);
    }
    if (!isPlausible(*medium))
        in.setStatus(QDataStream::ReadCorruptData);
    return medium->uri.isEmpty() ? nullptr : medium;
}

/// Anybody can put anything on the clipboard under our type: what does not read well is nothing.
std::optional<Carried> carriedBy(const QMimeData *data)
{
    if (const auto *own = dynamic_cast<const TrackMimeData *>(data))
        return own->carried();
    if (!data || !data->hasFormat(TrackListModel::rowsMimeType))
        return std::nullopt;
    QDataStream in(data->data(TrackListModel::rowsMimeType));
    in.setVersion(streamVersion);
    quint32 mark = 0;
    quint32 count = 0;
    Carried carried;
    in >> mark >> carried.editorKey >> count;
    if (mark != magic || count > maxRows)
        return std::nullopt;
    for (quint32 i = 0; i < count; ++i) {
        quint32 row = 0;
        in >> row;
        carried.rows.push_back(row);
        carried.media.append(readMedium(in));
        if (in.status() != QDataStream::Ok)
            return std::nullopt;
    }
    return carried;
}

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(segue::models::TrackMime)
};

bool hasLink(const web::MediumPtr &medium)
{
    return medium && !medium->link().isEmpty();
}

TrackMimeData::TrackMimeData(Carried carried) : m_carried(std::move(carried)), m_formats(TrackListModel::rowsMimeType)
{
    // Rows without a page (local files, null entries) have nothing to say to other programs.
    if (std::any_of(m_carried.media.begin(), m_carried.media.end(), hasLink))
        m_formats += {QStringLiteral("text/uri-list"), QStringLiteral("text/plain")};
}

QByteArray writtenOut(const Carried &carried)
{
    QByteArray rows;
    QDataStream out(&rows, QIODevice::WriteOnly);
    out.setVersion(streamVersion);
    out << magic << carried.editorKey << quint32(carried.rows.size());
    for (std::size_t i = 0; i < carried.rows.size(); ++i) {
        const web::MediumPtr &medium = carried.media.at(static_cast<qsizetype>(i));
        out << carried.rows[i];
        write(out, medium ? *medium : web::Medium{});
    }
    return rows;
}

QVariant TrackMimeData::retrieveData(const QString &mimeType, QMetaType type) const
{
    if (mimeType == TrackListModel::rowsMimeType)
        return writtenOut(m_carried);
    if (!m_formats.contains(mimeType))
        return QMimeData::retrieveData(mimeType, type);
    QVariantList links;
    QStringList lines;
    for (const web::MediumPtr &medium : m_carried.media) {
        if (!hasLink(medium))
            continue;
        links.append(medium->link());
        lines.append(medium->link().toString());
    }
    return mimeType == QLatin1String("text/plain") ? QVariant(lines.join(u'\n')) : QVariant(links);
}

} // namespace

std::unique_ptr<QMimeData> makeTrackMime(const playlist::Editor &editor, const std::vector<int> &positions)
{
    const playlist::Document &document = editor.document();
    Carried carried{.editorKey = editor.key(), .rows = {}, .media = {}};
    carried.rows.reserve(positions.size());
    carried.media.reserve(static_cast<qsizetype>(positions.size()));
    for (const int position : positions) {
        carried.rows.push_back(document.wanted()[static_cast<std::size_t>(position)]);
        carried.media.append(document.rowAt(position).entry.medium);
    }
    return std::make_unique<TrackMimeData>(std::move(carried));
}

std::unique_ptr<QMimeData> makeMediaMime(const QList<web::MediumPtr> &media)
{
    return std::make_unique<TrackMimeData>(Carried{
        .editorKey = {}, .rows = std::vector<playlist::RowId>(static_cast<std::size_t>(media.size())), .media = media});
}

std::unique_ptr<QMimeData> makeLinksMime(const QList<QUrl> &links)
{
    auto data = std::make_unique<QMimeData>();
    data->setUrls(links);
    QStringList lines;
    for (const QUrl &link : links)
        lines.append(link.toString());
    data->setText(lines.join(u'\n'));
    return data;
}

std::vector<int> ownPositions(const playlist::Editor &editor, const QMimeData *data)
{
    const std::optional<Carried> carried = carriedBy(data);
    if (!carried || carried->editorKey != editor.key())
        return {};
    return playlist::positionsOf(carried->rows, editor.document().wanted());
}

bool areRowsOf(const playlist::Editor &editor, const QMimeData *data)
{
    const std::optional<Carried> carried = carriedBy(data);
    return carried && carried->editorKey == editor.key();
}

DroppedMedia mediaFrom(const QMimeData *data)
{
    DroppedMedia dropped;
    if (!data)
        return dropped;

    int left = 0;
    if (const std::optional<Carried> carried = carriedBy(data)) {
        for (const web::MediumPtr &medium : carried->media) {
            if (medium && !medium->isLocal)
                dropped.media.append(medium);
            else
                ++left;
        }
        if (left > 0)
            dropped.problem = Texts::tr("%n local or unavailable row(s) cannot be added to another place and were left "
                                        "out. They can be moved within their playlist.",
                                        nullptr, left);
        return dropped;
    }

    QString text = data->text();
    if (data->hasUrls()) {
        text.clear();
        for (const QUrl &url : data->urls())
            text += url.toString() + u'\n';
    }
    const web::SpotifyLinks found = web::parseSpotifyLinks(text);
    QStringList others = found.notUnderstood;
    QList<web::SpotifyLink> links;
    bool haveToBeRead = false;
    int local = 0;
    for (const web::SpotifyLink &link : found.links) {
        switch (link.kind) {
        case web::SpotifyLink::Kind::Track:
        case web::SpotifyLink::Kind::Episode: {
            auto medium = std::make_shared<web::Medium>();
            medium->uri = link.uri();
            medium->kind =
                link.kind == web::SpotifyLink::Kind::Episode ? web::MediumKind::Episode : web::MediumKind::Track;
            dropped.media.append(medium);
            links.append(link);
            break;
        }
        case web::SpotifyLink::Kind::Album:
        case web::SpotifyLink::Kind::Playlist:
        case web::SpotifyLink::Kind::Show:
            haveToBeRead = true;
            links.append(link);
            break;
        case web::SpotifyLink::Kind::Local:
            ++local;
            break;
        case web::SpotifyLink::Kind::Artist:
        case web::SpotifyLink::Kind::User:
            others.append(link.uri());
            break;
        }
    }
    if (haveToBeRead) {
        dropped.media.clear();
        dropped.links = links;
    }
    if (local > 0)
        dropped.problem = Texts::tr("Local files can only be added in Spotify’s own program.");
    else if (!others.isEmpty() && dropped.isEmpty())
        dropped.problem =
            Texts::tr("There is no link to anything with tracks in this: %1").arg(others.first().left(80));
    else if (!others.isEmpty())
        dropped.problem = Texts::tr("Only links to tracks, episodes, albums, shows and playlists can be added. Left "
                                    "out: %1")
                              .arg(others.mid(0, 3).join(QLatin1String(", ")).left(160));
    return dropped;
}

} // namespace segue::models
