// SPDX-License-Identifier: Apache-2.0
#include "app/cli/frame_report.hpp"

#include "core/query/chunk_index.hpp"

#include <QFile>
#include <QJsonArray>

namespace masar::app {

QString writtenMoment(core::Instant instant, const core::Zone& zone, bool end)
{
    const bool wholeDay = core::toLocal(instant, zone).secondOfDay == 0;
    const core::Instant shown = end ? instant - 1 : instant;
    return QString::fromStdString(wholeDay ? core::isoDay(core::toLocal(shown, zone).date)
                                           : core::isoInstant(shown, zone));
}

QJsonObject frameJson(const QString& path, const Scene& scene, const core::Zone& zone)
{
    QJsonArray layers;
    for (const SceneLayer& item : scene.layers) {
        if (!item.visible) {
            continue;
        }
        const core::Layer& layer = item.data->layer;
        const core::Tally tally = core::tally(layer, item.data->index, scene.window);
        const auto number = [](std::uint64_t value) { return static_cast<qint64>(value); };
        layers.append(QJsonObject{{QStringLiteral("name"), QString::fromStdString(layer.name)},
                                  {QStringLiteral("path"), QFile::decodeName(layer.path.c_str())},
                                  {QStringLiteral("features"), number(layer.counts.features)},
                                  {QStringLiteral("certain"), number(tally.certain)},
                                  {QStringLiteral("possible"), number(tally.possible)},
                                  {QStringLiteral("outside"), number(tally.outside)},
                                  {QStringLiteral("undated"), number(tally.undated)},
                                  {QStringLiteral("no_place"), number(tally.noPlace)},
                                  {QStringLiteral("rejected"), number(tally.rejected)}});
    }
    return {{QStringLiteral("file"), path},
            {QStringLiteral("window"),
             QJsonObject{{QStringLiteral("begin"), writtenMoment(scene.window.begin, zone, false)},
                         {QStringLiteral("end"), writtenMoment(scene.window.end, zone, true)},
                         {QStringLiteral("zone"), QString::fromStdString(zone.name())}}},
            {QStringLiteral("layers"), layers}};
}

} // namespace masar::app
