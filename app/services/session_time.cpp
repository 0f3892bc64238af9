// SPDX-License-Identifier: Apache-2.0
// What a session does with time: the clock's range and zone, the timeline's events, the moment as a
// command.
#include "app/services/session.hpp"

#include "core/query/states.hpp"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QTimeZone>

#include <algorithm>

namespace masar::app {

namespace {

/// Whether some date of a layer falls within a day rather than on its bounds. The first rows tell;
/// tracks do not count, for they move smoothly through a day that is shown moment by moment.
bool hasTimes(const core::Layer& layer)
{
    constexpr std::size_t enough = 4096;
    const auto zone = core::Zone::named(layer.timeFields.zone);
    const auto withinDay = [&zone](core::Instant at) {
        return core::isFinite(at) && zone && core::toLocal(at, *zone).secondOfDay != 0;
    };
    for (std::size_t row = 0; row < std::min(enough, layer.rowCount()); ++row) {
        const core::Span& span = layer.spans[row];
        if (span.dated() && (withinDay(span.beginMin) || withinDay(span.endMax)) &&
            !layer.tracks.find(row)) {
            return true;
        }
    }
    return false;
}

/// A word as a shell takes it.
QString quoted(const QString& word)
{
    QString inner = word;
    inner.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QStringLiteral("'%1'").arg(inner);
}

/// Whether a row is one of the sites, by its field `site` or `id`.
bool isAbout(const core::PropertyTable& fields, std::uint32_t row, const QStringList& sites)
{
    const auto says = [&](std::string_view field) {
        const auto value = fields.text(field, row);
        return value && sites.contains(QString::fromStdString(*value));
    };
    return says("site") || says("id");
}

} // namespace

void Session::updateClock()
{
    std::optional<core::Window> range;
    const auto extend = [&range](const core::Window& by) {
        range = range ? core::Window{std::min(range->begin, by.begin), std::max(range->end, by.end)}
                      : by;
    };
    if (m_story && m_story->range) {
        extend(*m_story->range);
    }
    bool times = false;
    for (const SceneLayer& item : m_layers.sceneLayers()) {
        const bool ofStory = m_story && m_story->range &&
                             std::ranges::any_of(m_story->layers, [&item](const StoryLayer& layer) {
                                 return layer.data == item.data;
                             });
        if (const auto extent = core::timeExtent(item.data->layer); extent && !ofStory) {
            extend(*extent);
        }
        times = times || (item.visible && hasTimes(item.data->layer));
    }
    if (range && !m_clock.hasRange()) {
        m_clock.setUnit(static_cast<Clock::Unit>(unitFor(*range)));
    }
    m_clock.setSubDay(times);
    m_clock.setRange(range);
    m_scene.setWindow(m_clock.window());
    m_search.setWindow(m_clock.window());
}

/// The zone of the data where it is one, else UTC; or the one that was chosen.
void Session::applyZone()
{
    std::optional<std::string> common;
    for (const SceneLayer& item : m_layers.sceneLayers()) {
        const core::TimeFields& fields = item.data->layer.timeFields;
        if (fields.convention != core::TimeConvention::none) {
            common = !common || *common == fields.zone ? fields.zone : std::string("UTC");
        }
    }
    const QString chosen = m_settings.zone();
    const auto zone =
        core::Zone::named(chosen.isEmpty() ? common.value_or("UTC") : chosen.toStdString());
    if (zone && zone->name() != m_clock.words().zone().name()) {
        m_clock.setZone(*zone);
        m_timeline.setStory(m_story ? &*m_story : nullptr, m_reader, m_clock.words());
    }
    emit zonesChanged();
}

QStringList Session::zones() const
{
    QStringList names{QStringLiteral("UTC")};
    for (const SceneLayer& item : m_layers.sceneLayers()) {
        names << QString::fromStdString(item.data->layer.timeFields.zone);
    }
    names << QString::fromLatin1(QTimeZone::systemTimeZoneId()) << QStringLiteral("Asia/Damascus")
          << m_settings.zone();
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

bool Session::setZone(const QString& name)
{
    const QString wanted = name.trimmed();
    if (!wanted.isEmpty() && !core::Zone::named(wanted.toStdString())) {
        return false;
    }
    m_settings.setZone(wanted);
    return true;
}

void Session::showFeatures(const std::vector<FeatureRef>& features)
{
    std::vector<RecordModel::Subject> subjects;
    core::MercatorBox box;
    for (const FeatureRef& feature : features) {
        if (const MapLayerPtr layer = m_layers.layer(feature.layer)) {
            subjects.push_back({layer, feature.row, m_layers.nameOf(feature.layer)});
            box.add(layer->layer.geometry.boxOfFeature(feature.row));
        }
    }
    m_record.show(std::move(subjects));
    if (!box.empty()) {
        m_camera.fit(box);
    }
}

void Session::showEvent(int event)
{
    if (event < 0 || event >= m_timeline.events().size()) {
        return;
    }
    const TimelineEvent found = m_timeline.events()[event];
    m_clock.setPlaying(false);
    if (found.span.dated() && found.span.beginMin != core::kOpenPast) {
        m_clock.setPosition(static_cast<double>(found.span.beginMin));
    }
    // What is there at that moment comes first.
    std::vector<FeatureRef> present;
    std::vector<FeatureRef> others;
    for (const SceneLayer& item : m_layers.sceneLayers()) {
        const core::Layer& layer = item.data->layer;
        for (std::uint32_t row = 0; row < layer.rowCount() && !found.sites.isEmpty(); ++row) {
            if (isAbout(layer.properties, row, found.sites)) {
                const bool now =
                    !layer.spans[row].dated() ||
                    core::presence(layer.spans[row], m_clock.window()) != core::Presence::absent;
                (now ? present : others).push_back({item.data->id, row});
            }
        }
    }
    if (!present.empty() || !others.empty()) {
        showFeatures(present.empty() ? others : present);
    }
}

void Session::showSelectedTime()
{
    const auto feature = m_record.current();
    const MapLayerPtr layer = feature ? m_layers.layer(feature->layer) : nullptr;
    if (!layer) {
        return;
    }
    const std::vector<std::uint32_t> states = core::statesOf(layer->layer, feature->row);
    if (const auto extent = core::timeExtent(layer->layer, states)) {
        m_timeline.show(*extent);
    }
}

void Session::showListed(int item)
{
    if (const auto feature = m_listed.featureAt(item)) {
        showFeatures({*feature});
    }
}

void Session::copyMoment(MapCanvas* canvas)
{
    QStringList words{QStringLiteral("masar render")};
    for (const SceneLayer& item : m_layers.sceneLayers()) {
        const QString path = QString::fromStdString(item.data->layer.path);
        const bool bundled =
            m_story && std::ranges::any_of(m_story->layers, [&item](const StoryLayer& layer) {
                return layer.data == item.data;
            });
        if (item.visible && !bundled && !words.contains(quoted(path))) {
            words << quoted(path);
        }
    }
    if (!m_story) {
        words << QStringLiteral("--no-bundled");
    }
    const bool moves = std::ranges::any_of(m_layers.sceneLayers(), [](const SceneLayer& item) {
        return item.visible && !item.data->layer.tracks.empty();
    });
    if (moves) {
        words
            << QStringLiteral("--trail %1 --gap %2").arg(m_settings.trail(), m_settings.trackGap());
    }
    for (const SceneLayer& item : m_layers.sceneLayers()) {
        const QString field = QString::fromStdString(item.data->layer.titleField);
        if (item.visible && !item.data->layer.tracks.empty() && !field.isEmpty()) {
            words << QStringLiteral("--tracks-by ") + quoted(field);
            break; // the command takes one field for all files
        }
    }
    const QGeoCoordinate centre = canvas->center();
    words << QStringLiteral("--at ") + m_clock.isoText()
          << QStringLiteral("--tz ") + quoted(m_clock.zone())
          << QStringLiteral("--lang ") +
                 (rightToLeft() ? QStringLiteral("ar") : QStringLiteral("en"))
          << QStringLiteral("--theme ") +
                 (dark() ? QStringLiteral("dark") : QStringLiteral("light"))
          << QStringLiteral("--center %1,%2 --zoom %3")
                 .arg(centre.longitude(), 0, 'f', 5)
                 .arg(centre.latitude(), 0, 'f', 5)
                 .arg(canvas->zoomLevel(), 0, 'f', 2);
    if (canvas->bearing() != 0) {
        words << QStringLiteral("--bearing %1").arg(canvas->bearing(), 0, 'f', 1);
    }
    words << QStringLiteral("--size %1x%2")
                 .arg(static_cast<int>(canvas->width()))
                 .arg(static_cast<int>(canvas->height()))
          << QStringLiteral("-o map.png");
    QGuiApplication::clipboard()->setText(words.join(QLatin1Char(' ')));
    m_notices.add(NoticeModel::Kind::Information,
                  tr("The command for this picture is on the clipboard"),
                  words.join(QLatin1Char(' ')));
}

} // namespace masar::app
