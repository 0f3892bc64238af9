// SPDX-License-Identifier: Apache-2.0
#include "app/services/snapshot.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QTemporaryDir>

using namespace masar;

TEST_CASE("A picture is written in the format of its name and read back the same")
{
    const QTemporaryDir folder;
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(QColor(20, 90, 160));
    const QString path = folder.filePath(QStringLiteral("map.png"));
    REQUIRE(app::saveImage(path, image).has_value());
    CHECK(QImage(path).convertToFormat(QImage::Format_RGB32) == image);
}

TEST_CASE("A picture that cannot be written leaves what was there")
{
    const QTemporaryDir folder;
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    const QString path = folder.filePath(QStringLiteral("map.png"));
    REQUIRE(app::saveImage(path, image).has_value());
    CHECK_FALSE(app::saveImage(path, QImage()).has_value());
    CHECK(QImage(path).size() == QSize(8, 8));
    CHECK(QDir(folder.path()).entryList(QDir::Files).size() == 1);
    const auto lost = app::saveImage(folder.filePath(QStringLiteral("none/map.png")), image);
    REQUIRE_FALSE(lost.has_value());
    CHECK(lost.error().code == core::ErrorCode::notWritten);
}
