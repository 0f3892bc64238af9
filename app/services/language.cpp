// SPDX-License-Identifier: Apache-2.0
#include "app/services/language.hpp"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace masar::app {

namespace {

void installTexts(const QString& file)
{
    auto* translator = new QTranslator(QCoreApplication::instance());
    translator->setObjectName(QStringLiteral("masarTexts"));
    if (!translator->load(file)) {
        delete translator;
        return;
    }
    QCoreApplication::installTranslator(translator);
}

} // namespace

Language languageOf(const QString& code)
{
    if (code == QLatin1StringView("ar")) {
        return Language::arabic;
    }
    const bool arabic = code.isEmpty() && QLocale::system().language() == QLocale::Arabic;
    return arabic ? Language::arabic : Language::english;
}

void speak(const Reader& reader)
{
    QLocale::setDefault(reader.numbers);
    const auto before = QCoreApplication::instance()->findChildren<QTranslator*>(
        QStringLiteral("masarTexts"), Qt::FindDirectChildrenOnly);
    qDeleteAll(before); // which takes them out of the application
    const bool arabic = reader.language == Language::arabic;
    if (arabic) {
        installTexts(QLibraryInfo::path(QLibraryInfo::TranslationsPath) +
                     QStringLiteral("/qtbase_ar.qm"));
    }
    // English has a file too: its plurals.
    installTexts(arabic ? QStringLiteral(":/masar/translations/masar_ar.qm")
                        : QStringLiteral(":/masar/translations/masar_en.qm"));
    QGuiApplication::setLayoutDirection(arabic ? Qt::RightToLeft : Qt::LeftToRight);
}

} // namespace masar::app
