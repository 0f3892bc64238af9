// SPDX-License-Identifier: Apache-2.0
#include "app/cli/info_report.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace masar;

namespace {

/// A report on a file whose every word tries to rule the terminal.
QJsonObject hostileReport()
{
    core::VectorFile file;
    file.path = "a\x1b[2Jb.geojson";
    file.driver = "GeoJSON";
    core::Layer layer;
    layer.name = "x\x1b]0;owned\x07\n  layer y";
    layer.crs = "\xc2\x9b"
                "31m";
    core::Column column;
    column.name = "field\r\x08\x7f\xe2\x80\xae";
    column.values = std::vector<core::StringPool::Id>();
    layer.properties.columns.push_back(column);
    layer.diagnostics.add({core::Severity::warning, "odd", 3, "1:2\x1b[1m", "text \x1b[31m red"});
    file.layers.push_back(std::move(layer));
    return {{QStringLiteral("files"), QJsonArray{app::toJson(file)}}};
}

} // namespace

TEST_CASE("What a file says cannot steer the terminal, nor add lines to the report")
{
    const QString report = app::toText(hostileReport());
    CHECK(std::ranges::none_of(report, [](QChar c) {
        const bool control = c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0);
        return (control && c != QLatin1Char('\n')) || c.unicode() == 0x202e;
    }));
    CHECK(report.count(QLatin1Char('\n')) == 6);
    CHECK(report.contains(QStringLiteral("x\\u001b]0;owned\\u0007\\u000a  layer y")));
    CHECK(report.contains(QStringLiteral("\\u009b31m")));
}

TEST_CASE("An error about a file is one line, whatever the file is called")
{
    const QString line =
        app::describe(QString::fromUtf8("a\nb\x1b[2J.geojson"),
                      core::Error{core::ErrorCode::malformed, "bad \x1b[0m", "line\n1"});
    CHECK(line == QStringLiteral("a\\u000ab\\u001b[2J.geojson: bad \\u001b[0m (line\\u000a1)"));
}

TEST_CASE("Letters of any script are printed as they are")
{
    const QString names = QStringLiteral("الحسكة · Qamişlo · Ağrı – 100 %");
    CHECK(app::printable(names) == names);
}
