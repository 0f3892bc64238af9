// SPDX-License-Identifier: Apache-2.0
#include "app/map/fonts.hpp"

#include <QFontDatabase>
#include <QStandardPaths>
#include <QStringList>

#include <array>

namespace masar::app {

namespace {

QString fontFile(const QString& name)
{
    for (const char* folder : {"fonts/truetype/noto/", "fonts/google-noto/", "fonts/noto/"}) {
        const QString found = QStandardPaths::locate(QStandardPaths::GenericDataLocation,
                                                     QLatin1StringView(folder) + name);
        if (!found.isEmpty()) {
            return found;
        }
    }
    return {};
}

} // namespace

QString loadFonts()
{
    constexpr std::array families{"Noto Sans", "Noto Sans Arabic"};
    for (const char* file : {"NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf",
                             "NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"}) {
        if (const QString path = fontFile(QLatin1StringView(file)); !path.isEmpty()) {
            QFontDatabase::addApplicationFont(path);
        }
    }
    QStringList missing;
    for (const char* family : families) {
        if (!QFontDatabase::hasFamily(QLatin1StringView(family))) {
            missing << QLatin1StringView(family);
        }
    }
    return missing.isEmpty()
               ? QString()
               : QStringLiteral("the font %1 is missing, so names look different from what they "
                                "should; install the package fonts-noto-core")
                     .arg(missing.join(QStringLiteral(" and the font ")));
}

QFont mapFont(int pixels, bool bold)
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Arabic")});
    font.setPixelSize(pixels);
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

} // namespace masar::app
