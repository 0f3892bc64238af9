// SPDX-License-Identifier: Apache-2.0
#include "app/services/file_reading.hpp"

#include "app/models/time_text.hpp"
#include "app/services/error_text.hpp"
#include "core/crs/crs_catalogue.hpp"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <ranges>

namespace masar::app {

namespace {

using core::DateEncoding;
using core::TimeConvention;

/// More layers than these in one file are a choice worth asking about.
constexpr std::size_t kManyLayers = 4;
constexpr std::size_t kMostCrsHits = 60;
constexpr std::size_t kMostSamples = 6;

constexpr std::array kConventions{TimeConvention::none,    TimeConvention::range,
                                  TimeConvention::single,  TimeConvention::startOnly,
                                  TimeConvention::endOnly, TimeConvention::precision};

bool isOrdered(DateEncoding encoding)
{
    return encoding == DateEncoding::dayMonth || encoding == DateEncoding::monthDay ||
           encoding == DateEncoding::dayOrMonth;
}

} // namespace

FileReading::FileReading(Loader& loader, LayerListModel& layers, NoticeModel& notices,
                         QObject* parent)
    : QObject(parent), m_loader(loader), m_layerList(layers), m_notices(notices)
{
    connect(&m_loader, &Loader::readAgainDone, this, &FileReading::onRead);
    connect(&m_loader, &Loader::readAgainFailed, this, [this](const core::Error& error) {
        emit reading(-1);
        m_notices.add(NoticeModel::Kind::Error, tr("The file could not be read this way"),
                      errorText(error));
    });
}

void FileReading::setReader(const Reader& reader)
{
    m_reader = reader;
    emit changed();
}

void FileReading::consider(const std::vector<MapLayerPtr>& layers)
{
    if (layers.empty()) {
        return;
    }
    const QString path = QString::fromStdString(layers.front()->layer.path);
    const bool asks = std::ranges::any_of(
        layers, [](const MapLayerPtr& layer) { return layer->layer.needs.any(); });
    const bool many = layers.size() > kManyLayers && rememberedReading(path).layers.isEmpty();
    if (!asks && !many) {
        return;
    }
    if (shown()) {
        m_waiting << path;
    } else {
        open(path);
    }
}

void FileReading::show(int key)
{
    if (const MapLayerPtr layer = m_layerList.layerOf(key)) {
        open(QString::fromStdString(layer->layer.path));
        const auto found = std::ranges::find(m_drafts, layer, &Draft::layer);
        if (found != m_drafts.end()) {
            setCurrent(static_cast<int>(found - m_drafts.begin()));
        }
    }
}

FileReading::Draft FileReading::draftOf(const QString& name, const MapLayerPtr& layer) const
{
    Draft made{.name = name, .layer = layer, .wanted = layer != nullptr};
    const auto before = m_before.options.layerChoices.find(name.toStdString());
    if (before != m_before.options.layerChoices.end()) {
        made.crs = before->second.crs;
    }
    if (layer) {
        made.places = layer->layer.placeFields;
        made.dates = layer->layer.timeFields;
    }
    return made;
}

void FileReading::open(const QString& path)
{
    m_before = rememberedReading(path);
    m_drafts.clear();
    for (const MapLayerPtr& layer : m_layerList.layersOf(path) | std::views::reverse) {
        m_drafts.push_back(draftOf(QString::fromStdString(layer->layer.name), layer));
    }
    if (m_drafts.empty()) {
        return;
    }
    for (const QString& name : m_before.layers) {
        if (!std::ranges::contains(m_drafts, name, &Draft::name)) {
            m_drafts.push_back(draftOf(name, nullptr));
        }
    }
    const auto asking = std::ranges::find_if(
        m_drafts, [](const Draft& draft) { return draft.layer && draft.layer->layer.needs.any(); });
    m_current = asking == m_drafts.end() ? 0 : static_cast<int>(asking - m_drafts.begin());
    m_path = path;
    m_crsQuery.clear();
    emit shownChanged();
    emit changed();
    emit crsHitsChanged();
}

void FileReading::close()
{
    m_path.clear();
    emit shownChanged();
    while (!m_waiting.isEmpty() && !shown()) {
        open(m_waiting.takeFirst());
    }
}

const FileReading::Draft& FileReading::draft() const
{
    static const Draft nothing;
    return m_drafts.empty() ? nothing : m_drafts[static_cast<std::size_t>(m_current)];
}

void FileReading::setCurrent(int layer)
{
    if (layer != m_current && layer >= 0 && layer < static_cast<int>(m_drafts.size())) {
        m_current = layer;
        emit changed();
    }
}

void FileReading::setWanted(int layer, bool wanted)
{
    m_drafts[static_cast<std::size_t>(layer)].wanted = wanted;
    emit changed();
}

QString FileReading::fileName() const
{
    return QFileInfo(m_path).fileName();
}

QString FileReading::question() const
{
    if (!draft().layer) {
        return {};
    }
    const core::ReadNeeds& needs = draft().layer->layer.needs;
    QStringList sentences;
    if (needs.crs) {
        sentences << tr("It does not say which coordinate reference system its numbers are in.");
    }
    if (needs.places) {
        sentences << tr("It does not say which columns its places are in.");
    }
    if (needs.dateOrder) {
        sentences << tr("Nothing in it tells whether the day or the month comes first in its "
                        "dates: each is taken for either.");
    }
    return sentences.join(QLatin1Char(' '));
}

QVariantList FileReading::layers() const
{
    QVariantList list;
    for (const Draft& draft : m_drafts) {
        list << QVariantMap{{QStringLiteral("name"), draft.name},
                            {QStringLiteral("detail"),
                             draft.layer ? tr("%Ln feature(s)", nullptr,
                                              static_cast<int>(draft.layer->layer.counts.features))
                                         : tr("Not read")},
                            {QStringLiteral("asks"), draft.layer && draft.layer->layer.needs.any()},
                            {QStringLiteral("wanted"), draft.wanted}};
    }
    return list;
}

QStringList FileReading::fields() const
{
    QStringList names{tr("None", "no field")};
    if (draft().layer) {
        for (const core::Column& column : draft().layer->layer.properties.columns) {
            names << QString::fromStdString(column.name);
        }
    }
    return names;
}

int FileReading::indexOf(const std::string& field) const
{
    return field.empty()
               ? 0
               : std::max(0, static_cast<int>(fields().indexOf(QString::fromStdString(field), 1)));
}

std::string FileReading::fieldAt(int index) const
{
    return index <= 0 ? std::string() : fields().value(index).toStdString();
}

bool FileReading::table() const
{
    return draft().layer && (draft().layer->layer.needs.places ||
                             draft().layer->layer.placeFields != core::PlaceFields());
}

void FileReading::choosePlace(Place which, int field)
{
    core::PlaceFields& places = draft().places;
    const std::string name = fieldAt(field);
    if (which == Place::Shape) {
        places = {.shapeField = name};
    } else {
        (which == Place::Lon ? places.lonField : places.latField) = name;
        places.shapeField.clear();
    }
    draft().placesChosen = true;
    emit changed();
}

QString FileReading::crsText() const
{
    if (!draft().crs.empty()) {
        const auto found = core::findCrs(draft().crs, 1);
        const QString code = QString::fromStdString(draft().crs);
        return !found.empty() && found.front().code == draft().crs
                   ? tr("%1 · %2, as you chose", "a reference system: code, name")
                         .arg(code, QString::fromStdString(found.front().name))
                   : tr("%1, as you chose", "a reference system").arg(code);
    }
    if (!draft().layer) {
        return {};
    }
    const core::Layer& layer = draft().layer->layer;
    if (layer.crsOrigin == core::CrsOrigin::assumed) {
        return tr("Not stated: the numbers are taken for degrees on WGS 84");
    }
    if (layer.crsOrigin == core::CrsOrigin::stated && !layer.crs.empty()) {
        return tr("%1, as the file states", "a reference system")
            .arg(QString::fromStdString(layer.crs));
    }
    return tr("Degrees on WGS 84, as the format has it");
}

void FileReading::chooseCrs(const QString& code)
{
    draft().crs = code.toStdString();
    emit changed();
}

void FileReading::setCrsQuery(const QString& query)
{
    if (query != m_crsQuery) {
        m_crsQuery = query;
        emit crsHitsChanged();
    }
}

QVariantList FileReading::crsHits() const
{
    QVariantList hits;
    if (!shown()) {
        return hits; // the list is not read before it is needed
    }
    for (const core::CrsEntry& entry : core::findCrs(m_crsQuery.toStdString(), kMostCrsHits)) {
        hits << QVariantMap{{QStringLiteral("code"), QString::fromStdString(entry.code)},
                            {QStringLiteral("name"), QString::fromStdString(entry.name)},
                            {QStringLiteral("area"), QString::fromStdString(entry.area)}};
    }
    return hits;
}

QStringList FileReading::conventions() const
{
    QStringList names{tr("No dates"), tr("A begin and an end"), tr("One date"),
                      tr("A begin: from then on"), tr("An end: until then")};
    if (!draft().dates.precisionField.empty()) {
        names << tr("One date and how precise it is");
    }
    return names;
}

int FileReading::convention() const
{
    const auto found = std::ranges::find(kConventions, draft().dates.convention);
    return found == kConventions.end() ? 0 : static_cast<int>(found - kConventions.begin());
}

bool FileReading::usesStart() const
{
    return convention() != 0 && draft().dates.convention != TimeConvention::endOnly;
}

bool FileReading::usesEnd() const
{
    return draft().dates.convention == TimeConvention::range ||
           draft().dates.convention == TimeConvention::endOnly;
}

void FileReading::chooseConvention(int convention)
{
    core::TimeFields& dates = draft().dates;
    dates.convention = kConventions.at(static_cast<std::size_t>(convention));
    // What was one of the two may be the other now.
    if (usesEnd() && !usesStart() && dates.endField.empty()) {
        std::swap(dates.startField, dates.endField);
        std::swap(dates.startEncoding, dates.endEncoding);
    } else if (usesStart() && dates.startField.empty() && !usesEnd()) {
        std::swap(dates.startField, dates.endField);
        std::swap(dates.startEncoding, dates.endEncoding);
    }
    draft().datesChosen = true;
    emit changed();
}

void FileReading::chooseField(std::string core::TimeFields::* field,
                              DateEncoding core::TimeFields::* encoding, int index)
{
    core::TimeFields& dates = draft().dates;
    dates.*field = fieldAt(index);
    dates.*encoding = core::dateEncodingOf(draft().layer->layer.properties, dates.*field);
    draft().datesChosen = true;
    emit changed();
}

void FileReading::chooseStart(int field)
{
    chooseField(&core::TimeFields::startField, &core::TimeFields::startEncoding, field);
}

void FileReading::chooseEnd(int field)
{
    chooseField(&core::TimeFields::endField, &core::TimeFields::endEncoding, field);
}

bool FileReading::ordered() const
{
    return (usesStart() && isOrdered(draft().dates.startEncoding)) ||
           (usesEnd() && isOrdered(draft().dates.endEncoding));
}

int FileReading::dateOrder() const
{
    const core::TimeFields& dates = draft().dates;
    const DateEncoding encoding =
        usesStart() && isOrdered(dates.startEncoding) ? dates.startEncoding : dates.endEncoding;
    return encoding == DateEncoding::dayMonth ? 1 : encoding == DateEncoding::monthDay ? 2 : 0;
}

void FileReading::chooseOrder(int order)
{
    constexpr std::array encodings{DateEncoding::dayOrMonth, DateEncoding::dayMonth,
                                   DateEncoding::monthDay};
    core::TimeFields& dates = draft().dates;
    for (DateEncoding* encoding : {&dates.startEncoding, &dates.endEncoding}) {
        if (isOrdered(*encoding)) {
            *encoding = encodings.at(static_cast<std::size_t>(order));
        }
    }
    draft().datesChosen = true;
    emit changed();
}

bool FileReading::chooseZone(const QString& name)
{
    const auto zone = core::Zone::named(name.toStdString());
    if (zone) {
        draft().dates.zone = zone->name();
        draft().datesChosen = true;
        emit changed();
    }
    return zone.has_value();
}

QVariantList FileReading::samples() const
{
    QVariantList list;
    if (!draft().layer || convention() == 0) {
        return list;
    }
    const auto zone = core::Zone::named(draft().dates.zone);
    const TimeText words(m_reader, zone ? *zone : core::Zone());
    const auto samples = core::sampleDates(draft().layer->layer, draft().dates, kMostSamples);
    if (!samples) {
        return list;
    }
    const bool one = draft().dates.convention == TimeConvention::single ||
                     draft().dates.convention == TimeConvention::precision;
    for (const core::DateSample& sample : *samples) {
        QStringList written;
        for (const std::string* text : {&sample.start, &sample.end}) {
            if (!text->empty()) {
                written << QString::fromStdString(*text);
            }
        }
        const bool bad = !sample.span.dated();
        const QString meant = bad   ? tr("Not a date: it shows as undated")
                              : one ? words.singleWords(sample.span, {})
                              : draft().dates.convention == TimeConvention::endOnly
                                  ? words.endWords(sample.span, {})
                              : draft().dates.convention == TimeConvention::startOnly
                                  ? words.beginWords(sample.span, {})
                                  : words.beginWords(sample.span, {}) + QStringLiteral(" · ") +
                                        words.endWords(sample.span, {});
        list << QVariantMap{{QStringLiteral("written"), written.join(QStringLiteral(" – "))},
                            {QStringLiteral("meant"), meant},
                            {QStringLiteral("bad"), bad}};
    }
    return list;
}

QString FileReading::account() const
{
    if (!draft().layer) {
        return {};
    }
    const core::LayerCounts& counts = draft().layer->layer.counts;
    const auto number = [this](std::uint64_t count) {
        return m_reader.numbers.toString(static_cast<qulonglong>(count));
    };
    return tr("%1 features: %2 on the map, %3 without a place, %4 unreadable; %5 without a date")
        .arg(number(counts.features), number(counts.drawn), number(counts.noPlace),
             number(counts.rejected), number(counts.noDate));
}

QVariantList FileReading::notes() const
{
    QVariantList list;
    if (!draft().layer) {
        return list;
    }
    const core::Diagnostics& diagnostics = draft().layer->layer.diagnostics;
    for (const auto& [code, count] : diagnostics.counts()) {
        const auto first = std::ranges::find(diagnostics.kept(), code, &core::Diagnostic::code);
        if (first == diagnostics.kept().end()) {
            continue;
        }
        QString text = QString::fromStdString(first->text);
        if (count > 1) {
            text = tr("%1 (and %2 more like it)", "what was noticed first, how many others")
                       .arg(text, m_reader.numbers.toString(static_cast<qulonglong>(count - 1)));
        }
        list << QVariantMap{{QStringLiteral("text"), text},
                            {QStringLiteral("serious"), first->severity != core::Severity::note}};
    }
    return list;
}

bool FileReading::changedFromBefore(const Draft& draft) const
{
    const auto before = m_before.options.layerChoices.find(draft.name.toStdString());
    const std::string crs =
        before == m_before.options.layerChoices.end() ? std::string() : before->second.crs;
    return draft.placesChosen || draft.datesChosen || draft.crs != crs ||
           draft.wanted != (draft.layer != nullptr);
}

bool FileReading::canApply() const
{
    const auto complete = [](const Draft& draft) {
        const core::PlaceFields& places = draft.places;
        const core::TimeFields& dates = draft.dates;
        const bool placed =
            !draft.placesChosen || places.lonField.empty() == places.latField.empty();
        const bool start = dates.convention == TimeConvention::none ||
                           dates.convention == TimeConvention::fixes ||
                           dates.convention == TimeConvention::endOnly || !dates.startField.empty();
        const bool end = (dates.convention != TimeConvention::range &&
                          dates.convention != TimeConvention::endOnly) ||
                         !dates.endField.empty();
        return placed && start && end;
    };
    return std::ranges::any_of(m_drafts,
                               [this](const Draft& draft) { return changedFromBefore(draft); }) &&
           std::ranges::any_of(m_drafts, &Draft::wanted) && std::ranges::all_of(m_drafts, complete);
}

void FileReading::apply()
{
    if (!canApply()) {
        return;
    }
    RememberedReading made = m_before;
    made.layers.clear();
    made.options.layerNames.clear();
    for (const Draft& draft : m_drafts) {
        made.layers << draft.name;
        const std::string name = draft.name.toStdString();
        if (draft.wanted) {
            made.options.layerNames.push_back(name);
        }
        if (!changedFromBefore(draft)) {
            continue;
        }
        core::LayerChoices& choices = made.options.layerChoices[name];
        choices.crs = draft.crs;
        if (draft.placesChosen) {
            choices.placeFields = draft.places;
        }
        if (draft.datesChosen) {
            choices.timeFields = draft.dates;
        }
    }
    if (std::ranges::all_of(m_drafts, &Draft::wanted)) {
        made.options.layerNames.clear(); // those that the file may get later too
    }
    rememberReading(m_path, made);
    emit reading(1);
    m_loader.readAgain(m_path, made.options);
    close();
}

void FileReading::onRead(const QString& path, const std::vector<MapLayerPtr>& layers)
{
    emit reading(-1);
    std::vector<MapLayerPtr> before = m_layerList.layersOf(path);
    std::vector<MapLayerPtr> placedNow;
    std::vector<MapLayerPtr> asking; // of what could not be asked before
    for (const MapLayerPtr& layer : layers) {
        const auto old = std::ranges::find_if(before, [&](const MapLayerPtr& candidate) {
            return candidate->layer.name == layer->layer.name;
        });
        const core::ReadNeeds& needs = layer->layer.needs;
        const core::ReadNeeds had = old == before.end() ? core::ReadNeeds() : (*old)->layer.needs;
        if ((needs.crs && !had.crs) || (needs.places && !had.places) ||
            (needs.dateOrder && !had.dateOrder)) {
            asking.push_back(layer);
        }
        const bool hadPlaces = old != before.end() && (*old)->layer.counts.drawn > 0;
        if (layer->layer.counts.drawn > 0 && !hadPlaces) {
            placedNow.push_back(layer);
        }
        if (old == before.end()) {
            m_layerList.addLayers(
                {{.data = layer, .name = QString::fromStdString(layer->layer.name)}});
            continue;
        }
        emit replacing(*old, layer);
        m_layerList.replace((*old)->id, layer);
        before.erase(old);
    }
    for (const MapLayerPtr& left : before) {
        m_layerList.remove(m_layerList.keyOf(left->id));
    }
    if (!placedNow.empty()) {
        emit placed(placedNow);
    }
    consider(asking);
}

} // namespace masar::app
