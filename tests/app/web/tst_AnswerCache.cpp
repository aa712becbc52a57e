// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/AnswerCache.h"
#include "tests/support/TestMain.h"

using namespace segue::web;

class TestAnswerCache : public QObject
{
    Q_OBJECT

    AnswerCache::Ms m_now{1000};

    [[nodiscard]] AnswerCache cache(qsizetype bytes = AnswerCache::usualBytes)
    {
        return AnswerCache([this] { return m_now; }, bytes);
    }
    static ApiAnswer answer(const QByteArray &body, const QByteArray &tag, const QByteArray &cacheControl = {})
    {
        return {.json = {}, .body = body, .keeping = {.tag = tag, .cacheControl = cacheControl, .age = {}}};
    }

private Q_SLOTS:
    void knowsWhatHasATag()
    {
        AnswerCache cache = this->cache();
        QVERIFY(cache.known("a").tag.isEmpty());
        cache.keep("a", answer("1", "\"t\""));
        QCOMPARE(cache.known("a").tag, "\"t\"");
        QCOMPARE(cache.known("a").body, "1");
        QVERIFY(!cache.fresh("a"));
        cache.keep("a", answer("2", "")); // the service has no tag for it any more
        QVERIFY(cache.known("a").tag.isEmpty());
    }

    void isFreshForAsLongAsTold()
    {
        AnswerCache cache = this->cache();
        cache.keep("a", answer("1", "", "max-age=10"));
        m_now += std::chrono::milliseconds(9'999);
        QCOMPARE(cache.fresh("a"), std::optional<QByteArray>("1"));
        m_now += std::chrono::milliseconds(1);
        QVERIFY(!cache.fresh("a"));
    }

    void keepsNothingThatMustNotBeKept()
    {
        AnswerCache cache = this->cache();
        cache.keep("a", answer("1", "\"t\""));
        cache.keep("a", answer("2", "\"u\"", "no-store"));
        QVERIFY(cache.known("a").tag.isEmpty());
    }

    void isNotKnownForLongerThanADay()
    {
        AnswerCache cache = this->cache();
        cache.keep("a", answer("1", "\"t\""));
        m_now += std::chrono::hours(20);
        cache.keep("a", answer("1", "\"t\"")); // "still the one"
        QCOMPARE(cache.known("a").tag, "\"t\"");
        m_now += std::chrono::hours(4);
        QVERIFY(cache.known("a").tag.isEmpty());
        cache.keep("a", answer("1", "\"t\"")); // sent anew
        QCOMPARE(cache.known("a").body, "1");
    }

    void letsGoOfWhatWasNotAskedForOfLate()
    {
        AnswerCache cache = this->cache(4'000);
        const QByteArray body(1'000, 'x');
        for (const char *address : {"a", "b", "c"})
            cache.keep(address, answer(body, "\"t\""));
        QVERIFY(!cache.known("a").tag.isEmpty());
        cache.keep("d", answer(body, "\"t\""));
        QVERIFY(!cache.known("a").tag.isEmpty());
        QVERIFY(cache.known("b").tag.isEmpty());
        cache.keep("e", answer(QByteArray(5'000, 'x'), "\"t\"")); // more than there is room for
        QVERIFY(cache.known("e").tag.isEmpty());
    }
};

SEGUE_TEST(TestAnswerCache)
#include "tst_AnswerCache.moc"
