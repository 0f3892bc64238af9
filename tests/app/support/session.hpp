// SPDX-License-Identifier: Apache-2.0
// A session and small files for it.
#pragma once

#include "app/services/session.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace support {

/// Two dated points and one without a date.
inline constexpr const char* kThree = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"a","start":"2024-01-01","end":"2024-03-01"},"geometry":{"type":"Point","coordinates":[40,35]}},
{"type":"Feature","properties":{"name":"b","start":"2024","end":null},"geometry":{"type":"Point","coordinates":[41,36]}},
{"type":"Feature","properties":{"name":"c","start":null,"end":null},"geometry":{"type":"Point","coordinates":[42,36]}}]})";

inline QString written(const QTemporaryDir& folder, const QString& name, const QByteArray& text)
{
    QFile file(folder.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text);
    return file.fileName();
}

inline void settle(masar::app::Session& session)
{
    REQUIRE(QTest::qWaitFor([&session] { return !session.busy(); }, 20'000));
}

} // namespace support
