// SPDX-License-Identifier: Apache-2.0
#include "app/models/movement.hpp"

#include "app/map/under_way.hpp"
#include "app/models/duration_text.hpp"
#include "core/route/track.hpp"

#include <QCoreApplication>

namespace masar::app {

namespace {

struct MovementWords {
    Q_DECLARE_TR_FUNCTIONS(Movement)
};

QString trackWhereabouts(const core::TrackFixes& fixes, const core::TrackPosition& position,
                         core::Instant moment, const Reader& reader)
{
    const auto apart = [&] {
        return durationText(
            static_cast<double>(fixes.times[position.fix + 1] - fixes.times[position.fix]),
            reader.numbers);
    };
    switch (position.basis) {
    case core::PositionBasis::fix:
        return MovementWords::tr("At a fix of this moment");
    case core::PositionBasis::betweenFixes:
        return MovementWords::tr("Between two fixes %1 apart").arg(apart());
    case core::PositionBasis::interpolated:
        return MovementWords::tr("Interpolated between two fixes %1 apart").arg(apart());
    case core::PositionBasis::lastSeen:
        break;
    }
    return MovementWords::tr("Last seen %1 earlier")
        .arg(durationText(static_cast<double>(moment - fixes.times[position.fix]), reader.numbers));
}

QString inferredWhereabouts(const core::Route& route, const core::RouteProgress& progress,
                            LengthUnits units)
{
    return MovementWords::tr("Inferred: about %1 of %2 along its line, somewhere from %3 to %4")
        .arg(lengthText(progress.likelyMetres, units), lengthText(route.lengthMetres(), units),
             lengthText(progress.earliestMetres, units), lengthText(progress.latestMetres, units));
}

class Rows {
public:
    Rows() : m_section(MovementWords::tr("Movement")) {}

    void add(const QString& name, const QString& value, const QString& detail = {})
    {
        m_rows.push_back({RecordRow::Kind::field, m_section, name, value, detail, {}});
    }
    std::vector<RecordRow> take() { return std::move(m_rows); }

private:
    QString m_section;
    std::vector<RecordRow> m_rows;
};

void addSummary(Rows& rows, const core::TrackFixes& fixes, const Movement& movement,
                const Reader& reader)
{
    const core::TrackSummary sum = core::summaryOf(fixes, movement.limits);
    const auto number = [&](std::size_t count) {
        return reader.numbers.toString(static_cast<qulonglong>(count));
    };
    rows.add(MovementWords::tr("Fixes"), number(sum.fixes));
    rows.add(MovementWords::tr("Duration"), durationText(sum.seconds, reader.numbers));
    rows.add(MovementWords::tr("Length"), lengthText(sum.metres, movement.units));
    rows.add(MovementWords::tr("Greatest implied speed"),
             speedText(sum.greatestMetresPerSecond, movement.units));
    rows.add(MovementWords::tr("Gaps"),
             sum.gaps == 0
                 ? MovementWords::tr("none")
                 : MovementWords::tr("%1, the longest of %2")
                       .arg(number(sum.gaps), durationText(sum.longestGapSeconds, reader.numbers)));
    if (sum.impossibleSpeeds > 0) {
        rows.add(MovementWords::tr("Impossible speeds"),
                 MovementWords::tr("%1, faster than %2")
                     .arg(number(sum.impossibleSpeeds),
                          speedText(movement.limits.maxMetresPerSecond, movement.units)));
    }
}

} // namespace

std::optional<QString> whereabouts(const core::Layer& layer, std::size_t row,
                                   const Movement& movement, const Reader& reader)
{
    if (layer.tracks.find(row)) {
        const core::TrackFixes fixes = layer.tracks.fixesOf(row);
        const core::Instant moment = movement.window.end - 1;
        const auto position = core::positionAt(fixes, moment, movement.limits);
        return position ? std::optional(trackWhereabouts(fixes, *position, moment, reader))
                        : std::nullopt;
    }
    const auto route = convoyRoute(layer, static_cast<std::uint32_t>(row));
    const auto progress =
        route ? core::progressAt(*route, layer.spans[row], movement.window) : std::nullopt;
    return progress ? std::optional(inferredWhereabouts(*route, *progress, movement.units))
                    : std::nullopt;
}

std::vector<RecordRow> movementRows(const core::Layer& layer, std::size_t row,
                                    const Movement& movement, const Reader& reader)
{
    Rows rows;
    const bool tracked = layer.tracks.find(row).has_value();
    const auto route = convoyRoute(layer, static_cast<std::uint32_t>(row));
    if (!tracked && !route) {
        return {};
    }
    rows.add(
        MovementWords::tr("Now"),
        whereabouts(layer, row, movement, reader).value_or(MovementWords::tr("Not under way")));
    if (tracked) {
        addSummary(rows, layer.tracks.fixesOf(row), movement, reader);
    } else {
        rows.add(MovementWords::tr("Fixes"), MovementWords::tr("none"),
                 MovementWords::tr("Only its begin and end are known. Its place between them is "
                                   "inferred, at even speed."));
        rows.add(MovementWords::tr("Length"), lengthText(route->lengthMetres(), movement.units));
    }
    return rows.take();
}

} // namespace masar::app
