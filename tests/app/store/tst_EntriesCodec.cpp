// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/EntriesCodec.h"
#include "tests/app/store/StoreSamples.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::store;

class TestEntriesCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAllThatIsKnown()
    {
        const QList<web::PlaylistEntry> entries = test::sampleEntries();
        const auto back = decodeEntries(encodeEntries(entries), encodePictures(entries));
        QVERIFY(back);
        QVERIFY(test::sameEntries(*back, entries));
    }

    void doesWithoutPictures()
    {
        const QList<web::PlaylistEntry> entries = test::sampleEntries();
        const auto back = decodeEntries(encodeEntries(entries), {});
        QVERIFY(back);
        QVERIFY(test::sameEntries(*back, test::withoutPictures(entries)));
    }

    void sharesWhatRepeats()
    {
        const QList<web::PlaylistEntry> entries = test::sampleEntries();
        const auto back = decodeEntries(encodeEntries(entries), encodePictures(entries));
        const web::Medium &one = *back->at(back->size() - 1).medium;
        const web::Medium &other = *back->at(back->size() - 2).medium;
        QCOMPARE(one.album.constData(), other.album.constData());
        QCOMPARE(one.images.constData(), other.images.constData());
    }

    void keepsAnEmptyList()
    {
        const auto back = decodeEntries(encodeEntries({}), encodePictures({}));
        QVERIFY(back);
        QVERIFY(back->isEmpty());
    }

    void refusesWhatIsCutOffOrDoesNotBelongTogether()
    {
        const QList<web::PlaylistEntry> entries = test::sampleEntries();
        const QByteArray bytes = encodeEntries(entries);
        const QByteArray pictures = encodePictures(entries);
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY2(!decodeEntries(bytes.left(size), pictures), qPrintable(QString::number(size)));
        for (qsizetype size = 1; size < pictures.size(); ++size)
            QVERIFY2(!decodeEntries(bytes, pictures.left(size)), qPrintable(QString::number(size)));
        QVERIFY(!decodeEntries(bytes, encodePictures(entries.mid(1))));
        QByteArray later = bytes;
        later[0] = 99;
        QVERIFY(!decodeEntries(later, pictures));
    }
};

SEGUE_TEST(TestEntriesCodec)
#include "tst_EntriesCodec.moc"
