// SPDX-License-Identifier: Apache-2.0
#include "app/services/online_map.hpp"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cstdint>

namespace masar::app {

namespace {

constexpr int kDeepestZoom = 22;

struct OnlineWords {
    Q_DECLARE_TR_FUNCTIONS(OnlineMap)
};

} // namespace

QUrl addressOf(const OnlineMap& map, const core::TileId& id)
{
    QString address = map.address;
    address.replace(QLatin1StringView("{z}"), QString::number(id.z));
    address.replace(QLatin1StringView("{x}"), QString::number(id.x));
    address.replace(QLatin1StringView("{y}"), QString::number(id.y));
    const std::int64_t last = (std::int64_t{1} << id.z) - 1;
    address.replace(QLatin1StringView("{-y}"), QString::number(last - id.y));
    return QUrl(address, QUrl::StrictMode);
}

QString problemOf(const OnlineMap& map)
{
    if (map.name.trimmed().isEmpty()) {
        return OnlineWords::tr("Give the map a name.");
    }
    const bool rows = map.address.contains(QLatin1StringView("{y}")) ||
                      map.address.contains(QLatin1StringView("{-y}"));
    if (!rows || !map.address.contains(QLatin1StringView("{z}")) ||
        !map.address.contains(QLatin1StringView("{x}"))) {
        return OnlineWords::tr(
            "The address needs {z}, {x} and {y} where the numbers of a tile go.");
    }
    QString rest = map.address;
    static const QRegularExpression known(QStringLiteral(R"(\{(z|x|-?y)\})"));
    rest.remove(known);
    if (rest.contains(QLatin1Char('{')) || rest.contains(QLatin1Char('}'))) {
        return OnlineWords::tr(
            "Only {z}, {x}, {y} and {-y} can be filled in: write everything else "
            "out, such as a key or the name of a server.");
    }
    const QUrl url = addressOf(map, {});
    const bool web =
        url.scheme() == QLatin1StringView("https") || url.scheme() == QLatin1StringView("http");
    if (!url.isValid() || !web || url.host().isEmpty()) {
        return OnlineWords::tr(
            "The address must begin with https:// or http:// and name a server.");
    }
    if (!url.userInfo().isEmpty()) {
        return OnlineWords::tr("An address with a user's name or password is not taken.");
    }
    if (map.attribution.trimmed().isEmpty()) {
        return OnlineWords::tr("Write whom the map is by, as its provider asks: it stands on the "
                               "map and on every picture of it.");
    }
    if (map.maxZoom < 1 || map.maxZoom > kDeepestZoom) {
        return OnlineWords::tr("The deepest zoom is a number from 1 to 22.");
    }
    return {};
}

QVariantMap toVariant(const OnlineMap& map)
{
    return {{QStringLiteral("name"), map.name},
            {QStringLiteral("address"), map.address},
            {QStringLiteral("attribution"), map.attribution},
            {QStringLiteral("maxZoom"), map.maxZoom}};
}

OnlineMap toOnlineMap(const QVariantMap& map)
{
    return {map.value(QStringLiteral("name")).toString(),
            map.value(QStringLiteral("address")).toString(),
            map.value(QStringLiteral("attribution")).toString(),
            map.value(QStringLiteral("maxZoom")).toInt()};
}

} // namespace masar::app
