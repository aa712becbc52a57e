// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/Library.h"
#include "app/models/PlaylistListModel.h"
#include "tests/support/FakeApi.h"
#include "tests/support/TestMain.h"
#include "ui/library/PlaylistFilterModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QStandardItemModel>

using namespace segue;
using namespace segue::test;
using models::PlaylistListModel;
using ui::PlaylistFilterModel;

/// The filter of playlists, under the model tester.
class TestPlaylistFilter : public QObject
{
    Q_OBJECT

private:
    struct Setup {
        Setup()
        {
            const auto add = [this](const char *name, bool ours) {
                web::Playlist &playlist = api.addPlaylist(QString::fromUtf8(name).left(3), 1);
                playlist.name = QString::fromUtf8(name);
                if (!ours)
                    playlist.ownerId = QStringLiteral("other");
            };
            add("Night drive", true);
            add("Élan", true);
            add("drive on", true);
            add("Overdrive", false);
            filter.setSourceModel(&list);
            load();
        }
        void load()
        {
            QSignalSpy loaded(&library, &models::Library::loaded);
            library.load();
            loaded.wait();
        }
        [[nodiscard]] QString shown() const
        {
            QStringList names;
            for (int row = 0; row < filter.rowCount(); ++row)
                names.append(filter.index(row, 0).data().toString());
            return names.join(u'|');
        }

        FakeApi api;
        models::Library library{api};
        PlaylistListModel list{library};
        PlaylistFilterModel filter;
        QAbstractItemModelTester tester{&filter, QAbstractItemModelTester::FailureReportingMode::QtTest};
    };

private Q_SLOTS:
    void showsMatchesAndTheirSections()
    {
        Setup s;
        QCOMPARE(s.shown(), QStringLiteral("Yours|Night drive|Élan|drive on|Followed|Overdrive"));
        QCOMPARE(s.filter.shownCount(), 4);
        s.filter.setFilterText(QStringLiteral("DRIVE"));
        QCOMPARE(s.shown(), QStringLiteral("Yours|Night drive|drive on|Followed|Overdrive"));
        s.filter.setFilterText(QStringLiteral("ove  drive"));
        QCOMPARE(s.shown(), QStringLiteral("Followed|Overdrive"));
        s.filter.setFilterText(QStringLiteral("elan"));
        QCOMPARE(s.shown(), QStringLiteral("Yours|Élan"));
        s.filter.setFilterText(QStringLiteral("nowhere"));
        QCOMPARE(s.shown(), QString());
        s.filter.setFilterText({});
        QCOMPARE(s.filter.rowCount(), 6);
    }

    void anotherChoiceIsOneReset()
    {
        Setup s;
        const QSignalSpy reset(&s.filter, &QAbstractItemModel::modelReset);
        const QSignalSpy inserted(&s.filter, &QAbstractItemModel::rowsInserted);
        const QSignalSpy removed(&s.filter, &QAbstractItemModel::rowsRemoved);
        s.filter.setFilterText(QStringLiteral("drive"));
        s.filter.setFilterText(QStringLiteral(" drive ")); // the same choice
        s.filter.setFilterText({});
        QCOMPARE(reset.size(), 2);
        QCOMPARE(inserted.size() + removed.size(), 0);
    }

    void findsRowsBothWays()
    {
        Setup s;
        s.filter.setFilterText(QStringLiteral("drive"));
        const QModelIndex index = s.filter.indexOf(QStringLiteral("dri"));
        QCOMPARE(index.row(), 2);
        QCOMPARE(s.filter.mapFromSource(s.filter.mapToSource(index)), index);
        QVERIFY(!s.filter.indexOf(QStringLiteral("Éla")).isValid());
        QVERIFY(!s.filter.indexOf({}).isValid());
    }

    void followsTheLibrary()
    {
        Setup s;
        s.filter.setFilterText(QStringLiteral("drive"));
        web::Playlist renamed = *s.library.find(QStringLiteral("Éla"));
        renamed.name = QStringLiteral("Driven");
        s.library.update(renamed);
        QCOMPARE(s.shown(), QStringLiteral("Yours|Night drive|Driven|drive on|Followed|Overdrive"));
        const QSignalSpy changed(&s.filter, &QAbstractItemModel::dataChanged);
        const QSignalSpy reset(&s.filter, &QAbstractItemModel::modelReset);
        renamed.itemCount = 7;
        s.library.update(renamed);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 2);
        QCOMPARE(reset.size(), 0);
        s.api.addPlaylist(QStringLiteral("new"), 1).name = QStringLiteral("Drive in");
        s.load();
        QCOMPARE(s.shown(), QStringLiteral("Yours|Night drive|drive on|Drive in|Followed|Overdrive"));
        s.api.unfollowPlaylist(QStringLiteral("Nig"), &s.api, [](const Result<Nothing> &) {});
        s.load();
        QCOMPARE(s.shown(), QStringLiteral("Yours|drive on|Drive in|Followed|Overdrive"));
    }

    void severalColumnsWithHeadings()
    {
        QStandardItemModel source(0, 2);
        source.setHorizontalHeaderLabels({QStringLiteral("A"), QStringLiteral("B")});
        for (const char *name : {"one", "two"}) {
            auto *item = new QStandardItem(QString::fromLatin1(name));
            item->setData(QString::fromLatin1(name), PlaylistListModel::NameRole);
            item->setCheckable(true);
            source.appendRow({item, new QStandardItem(QStringLiteral("x"))});
        }
        PlaylistFilterModel filter;
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&source);
        filter.setFilterText(QStringLiteral("two"));
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.index(0, 1).data().toString(), QStringLiteral("x"));
        QVERIFY(filter.setData(filter.index(0, 0), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(source.item(1)->checkState(), Qt::Checked);
        filter.setFilterText(QStringLiteral("none"));
        QCOMPARE(filter.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("B"));
    }
};

SEGUE_TEST(TestPlaylistFilter)
#include "tst_PlaylistFilter.moc"
