// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/EditRig.h"

#include "app/playlist/Document.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTimer>

#include <utility>

namespace segue::playlist::test
{

using namespace std::chrono_literals;

namespace
{

constexpr auto longestWait = 20s;
/// How long an answer may take before the client does without: as a rule it takes 2 ms.
constexpr auto patience = 500ms;

QString text(const QJsonValue &object, const char *name)
{
    return object[QLatin1String(name)].toString();
}

} // namespace

bool StandInList::hasLookalikes() const
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j) {
            if (rows.at(i).looksLike(rows.at(j)))
                return true;
        }
    }
    return false;
}

/// Tokens from the stand-in's control interface, unless the user is signed out. A new one each time: with one that was
/// rejected twice, the next call would fail by its token whatever other fault answers it, and the log would be wrong.
class EditRig::Tokens : public auth::AccessTokenSource
{
public:
    explicit Tokens(demo::StandIn &standIn) : m_standIn(standIn) {}

    [[nodiscard]] bool isSignedOut() const { return m_isSignedOut; }
    void setSignedOut(bool isSignedOut) { m_isSignedOut = isSignedOut; }

    void requestToken(QObject *context, Done<auth::AccessToken> done) override
    {
        if (m_isSignedOut) {
            QTimer::singleShot(0, context, [done = std::move(done)] {
                done(Unexpected(Error{.kind = ErrorKind::SignedOut, .userText = QStringLiteral("Sign in again.")}));
            });
            return;
        }
        const QJsonObject issued = m_standIn.control(
            "POST", QStringLiteral("/tokens"),
            {{QStringLiteral("action"), QStringLiteral("issue")},
             {QStringLiteral("scope"), QStringLiteral("playlist-read-private playlist-read-collaborative "
                                                      "playlist-modify-private playlist-modify-public")}});
        QTimer::singleShot(0, context, [token = text(issued, "access_token").toLatin1(), done = std::move(done)] {
            done(auth::AccessToken{token, {}});
        });
    }
    void reportRejected(const auth::AccessToken &) override {}

private:
    demo::StandIn &m_standIn;
    bool m_isSignedOut = false;
};

EditRig::EditRig(demo::Dialect dialect, int bigSize)
    : m_standIn({.dialect = dialect, .items = bigSize}), m_tokens(std::make_unique<Tokens>(m_standIn))
{
    QString error;
    if (!m_standIn.start(&error))
        qFatal("%s", qPrintable(error));
}

EditRig::~EditRig()
{
    kill();
}

QJsonArray EditRig::controlled(const QString &path)
{
    return m_standIn.control("GET", path).value(QLatin1String("list")).toArray();
}

void EditRig::choose(const QString &name)
{
    for (const QJsonValue playlist : controlled(QStringLiteral("/playlists"))) {
        if (text(playlist, "name") != name)
            continue;
        m_playlistId = text(playlist, "id");
        m_userId = text(playlist, "owner");
    }
    Q_ASSERT(!m_playlistId.isEmpty());
}

StandInList EditRig::atSpotify()
{
    const QJsonObject state = m_standIn.control("GET", QStringLiteral("/playlists/") + m_playlistId);
    StandInList list;
    list.revision = state.value(QLatin1String("revision")).toInt();
    for (const QJsonValue item : state.value(QLatin1String("items")).toArray()) {
        StandInRow row;
        row.row = item[QLatin1String("row")].toInteger();
        row.kind = text(item, "kind");
        row.ownUri = text(item, "uri");
        if (row.kind != QLatin1String("null"))
            row.uri = row.ownUri;
        row.addedAt = QDateTime::fromString(text(item, "addedAt"), Qt::ISODate);
        row.addedBy = text(item, "addedBy");
        list.rows.append(row);
    }
    return list;
}

void EditRig::foreignEdit(const QJsonObject &edit)
{
    const QJsonObject answer = m_standIn.control("POST", QStringLiteral("/playlists/%1/edit").arg(m_playlistId), edit);
    if (answer.contains(QLatin1String("error")))
        qFatal("the stand-in does not take somebody else's edit");
}

void EditRig::setOptions(const QJsonObject &options)
{
    m_standIn.control("PATCH", QStringLiteral("/options"), options);
}

void EditRig::arm(QJsonObject fault)
{
    fault.insert(QStringLiteral("path"), QStringLiteral("/playlists/%1/(items|tracks)$").arg(m_playlistId));
    if (m_standIn.control("POST", QStringLiteral("/faults"), fault).contains(QLatin1String("error")))
        qFatal("the stand-in does not know this fault");
}

QJsonArray EditRig::faults()
{
    return controlled(QStringLiteral("/faults"));
}

void EditRig::disarm()
{
    m_standIn.control("DELETE", QStringLiteral("/faults"));
}

QJsonArray EditRig::log(bool writes)
{
    QJsonArray out;
    for (const QJsonValue entry :
         controlled(QStringLiteral("/log?path=/playlists/%1/(items%7Ctracks)$").arg(m_playlistId))) {
        if ((text(entry, "method") != QLatin1String("GET")) == writes)
            out.append(entry);
    }
    return out;
}

void EditRig::clearLog()
{
    m_standIn.control("DELETE", QStringLiteral("/log"));
}

QStringList EditRig::newTracks(int count)
{
    QStringList uris;
    for (const QJsonValue track : controlled(QStringLiteral("/tracks?from=1200000&count=%1").arg(count)))
        uris.append(text(track, "uri"));
    return uris;
}

void EditRig::signOut()
{
    m_tokens->setSignedOut(true);
    m_standIn.control("POST", QStringLiteral("/tokens"), {{QStringLiteral("action"), QStringLiteral("expire")}});
}

void EditRig::signIn()
{
    m_tokens->setSignedOut(false);
}

bool EditRig::isSignedOut() const
{
    return m_tokens->isSignedOut();
}

void EditRig::setSaving(const Saving &saving)
{
    m_saving = saving;
    if (m_editor)
        m_editor->setSaveWay(saving.way);
}

void EditRig::setRetryDelays(std::chrono::milliseconds shortest, std::chrono::milliseconds longest)
{
    m_shortestDelay = shortest;
    m_longestDelay = longest;
}

bool EditRig::start()
{
    signIn();
    m_network = std::make_unique<QNetworkAccessManager>();
    web::CallerOptions options;
    options.clientId = m_standIn.clientId();
    options.scheduler.timeScale = 0.01;
    options.transport.idleTimeout = patience;
    options.transport.deadline = patience;
    m_caller = std::make_unique<web::Caller>(m_standIn.apiUrl(), *m_tokens, *m_network, m_dialects, options);
    m_api = std::make_unique<web::ApiClient>(*m_caller);
    store::StoreOptions storeOptions;
    storeOptions.path = m_folder.filePath(QStringLiteral("store.sqlite"));
    m_store = std::make_unique<store::Store>(storeOptions);

    web::Playlist playlist;
    playlist.id = m_playlistId;
    playlist.ownerId = m_userId;
    playlist.ownerName = m_userId;
    m_editor = std::make_unique<Editor>(*m_api, playlist, m_userId);
    m_editor->setRetryDelays(m_shortestDelay, m_longestDelay);
    m_editor->setSaveWay(m_saving.way);
    m_editor->setStore(m_store.get());
    connect(
        m_editor.get(), &Editor::choiceNeeded, this,
        [this] {
            if (m_saving.answersAtOnce)
                m_editor->choose(m_saving.answer);
        },
        Qt::QueuedConnection);
    connect(m_editor.get(), &Editor::refused, this, [this](const Error &error, const QString &what) {
        m_refusals.append(what + QStringLiteral(": ") + error.userText + u' ' + error.detail);
    });
    connect(m_editor.get(), &Editor::mergedForeignChanges, this, [this] { ++m_merges; });
    connect(m_editor.get(), &Editor::saveStatusChanged, this, [this] {
        if (m_editor->saveStatus().state == SaveStatus::State::Checking)
            m_readWanted = false;
    });
    connect(m_editor.get(), &Editor::loadFailed, this, [this] { m_loadFailed = true; });
    connect(&m_editor->document(), &Document::serverChanged, this, [this] {
        ++m_serverChanges;
        Q_EMIT serverChanged();
    });
    connect(&m_editor->document(), &Document::wantedChanged, this, &EditRig::wantedChanged);
    m_editor->load();
    return waitFor([this] {
        if (std::exchange(m_loadFailed, false))
            m_editor->load();
        return m_editor->document().isComplete() && m_editor->isEditable();
    });
}

void EditRig::kill()
{
    m_editor.reset();
    m_readWanted = false;
    m_api.reset();
    m_caller.reset();
    m_network.reset();
    m_store.reset();
}

bool EditRig::finishUnfinished()
{
    // Read by a store of its own, which is then gone: the editor's is under way with the list that was read.
    std::optional<Result<store::Journal>> journal;
    m_store->readUnfinished(this, [&journal](Result<store::Journal> result) { journal = std::move(result); });
    if (!waitFor([&] { return journal.has_value(); }) || !journal->has_value())
        return false;
    for (const store::JournalEntry &entry : std::as_const((*journal)->entries)) {
        if (entry.playlistId != m_playlistId)
            continue;
        m_editor->setUnfinished(entry);
        m_editor->finishUnfinished();
    }
    return waitSaved();
}

bool EditRig::waitFor(const std::function<bool()> &condition)
{
    // Not qWaitFor, which sleeps 10 ms between rounds of the event loop: that would be most of the time.
    const QDeadlineTimer deadline(longestWait);
    QTimer wake;
    wake.start(5ms);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

bool EditRig::isSaved() const
{
    return !m_editor->hasUnsavedEdits() && m_editor->saveStatus().state == SaveStatus::State::Saved &&
           !m_editor->isLoading() && !m_readWanted;
}

bool EditRig::waitSaved()
{
    signIn();
    const auto goOn = [this] {
        if (std::exchange(m_loadFailed, false))
            m_editor->load();
        if (m_editor->saveStatus().state == SaveStatus::State::Held)
            m_editor->resume();
        m_editor->choose(m_saving.answer); // without effect when nothing is asked
        return isSaved();
    };
    do {
        if (!waitFor(goOn))
            return false;
        // What is still to be done in the next round of the event loop belongs to it.
        QCoreApplication::processEvents();
    } while (!goOn());
    return true;
}

bool EditRig::waitsForUser() const
{
    const SaveStatus::State state = m_editor->saveStatus().state;
    return state == SaveStatus::State::Held || state == SaveStatus::State::Choosing;
}

bool EditRig::waitForCall()
{
    const int before = m_serverChanges;
    QCoreApplication::processEvents();
    return waitFor([this, before] { return m_serverChanges != before || isSaved() || waitsForUser(); });
}

void EditRig::wantReading()
{
    m_readWanted = true;
    m_editor->load();
}

bool EditRig::readAgain()
{
    m_loadFailed = false;
    wantReading();
    return waitSaved();
}

} // namespace segue::playlist::test
