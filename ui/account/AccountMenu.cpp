// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/AccountMenu.h"

#include "app/models/ArtworkCache.h"
#include "app/models/Library.h"
#include "app/web/Api.h"
#include "ui/look/Artwork.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace segue::ui
{

namespace
{

constexpr int pictureSize = 40;
constexpr int textWidth = 250;

QString productText(web::Product product)
{
    switch (product) {
    case web::Product::Unknown:
        return {};
    case web::Product::Free:
        return AccountMenu::tr("Spotify Free");
    case web::Product::Premium:
        return AccountMenu::tr("Spotify Premium");
    }
    return {};
}

QString countryText(const QString &code)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(code);
    return territory == QLocale::AnyTerritory ? code : QLocale::territoryToString(territory);
}

} // namespace

AccountMenu::AccountMenu(QWidget *parent)
    : QMenu(parent), m_person(new QWidgetAction(this)), m_picture(new QLabel), m_name(new QLabel), m_facts(new QLabel),
      m_limits(new QLabel)
{
    setObjectName(QStringLiteral("accountMenu"));
    setAccessibleName(tr("Account"));
    m_picture->setObjectName(QStringLiteral("accountPicture"));
    m_picture->setFixedSize(pictureSize, pictureSize);
    m_name->setObjectName(QStringLiteral("accountName"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_name->setFont(bold);
    m_facts->setObjectName(QStringLiteral("accountFacts"));
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_limits->setObjectName(QStringLiteral("accountLimits"));
    m_limits->setForegroundRole(QPalette::PlaceholderText);
    m_limits->setWordWrap(true);
    m_limits->setFixedWidth(textWidth);
    for (QLabel *label : {m_name, m_facts, m_limits})
        label->setTextFormat(Qt::PlainText); // names are their owners'

    auto *card = new QWidget(this);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addStretch();
    words->addWidget(m_name);
    words->addWidget(m_facts);
    words->addStretch();
    auto *layout = new QGridLayout(card);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setHorizontalSpacing(10);
    layout->setVerticalSpacing(8);
    layout->addWidget(m_picture, 0, 0);
    layout->addLayout(words, 0, 1);
    layout->addWidget(m_limits, 1, 0, 1, 2);
    layout->setColumnStretch(1, 1);
    m_person->setObjectName(QStringLiteral("accountPerson"));
    m_person->setDefaultWidget(card);
    addAction(m_person);
    addSeparator();

    // What this client ID gets is found out by and by.
    connect(this, &QMenu::aboutToShow, this, &AccountMenu::refresh);
}

void AccountMenu::setAccount(const std::optional<Account> &account)
{
    if (m_account) {
        m_account->library.disconnect(this);
        m_account->artwork.disconnect(this);
    }
    m_account.reset();
    if (account) {
        m_account.emplace(*account);
        connect(&account->library, &models::Library::userChanged, this, &AccountMenu::refresh);
        connect(&account->artwork, &models::ArtworkCache::ready, this, &AccountMenu::showPicture);
    }
    refresh();
}

void AccountMenu::refresh()
{
    const web::UserProfile user = m_account ? m_account->library.user() : web::UserProfile();
    m_person->setVisible(!user.id.isEmpty());
    m_name->setText(user.displayName);
    QStringList facts;
    if (const QString product = productText(user.product); !product.isEmpty())
        facts.append(product);
    if (!user.country.isEmpty())
        facts.append(countryText(user.country));
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_facts->setVisible(!facts.isEmpty());
    const bool limited = m_account && m_account->api.isReduced().value_or(false);
    m_limits->setText(limited ? tr("Spotify gives less to programs with this client ID, which is in development mode: "
                                   "the tracks of playlists only where you own or edit them, and neither other "
                                   "people’s profiles nor how popular tracks are.")
                              : QString());
    m_limits->setVisible(limited);
    showPicture();
}

void AccountMenu::showPicture()
{
    const QList<web::Image> images = m_account ? m_account->library.user().images : QList<web::Image>();
    const qreal scale = devicePixelRatioF();
    const QImage image =
        images.isEmpty() ? QImage() : m_account->artwork.image(images, artworkPixels(pictureSize, scale));
    QPixmap pixmap(QSize(pictureSize, pictureSize) * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const QRect rect(0, 0, pictureSize, pictureSize);
    if (image.isNull())
        drawArtworkPlaceholder(painter, rect, palette(), QStringLiteral("account"));
    else
        drawArtwork(painter, rect, image);
    m_picture->setPixmap(pixmap);
}

} // namespace segue::ui
