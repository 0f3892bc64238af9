// SPDX-License-Identifier: Apache-2.0
#include "core/io/kml_reader.hpp"

#include "core/io/html_text.hpp"
#include "core/io/kml_archive.hpp"
#include "core/io/kml_geometry.hpp"
#include "core/io/kml_outline.hpp"
#include "core/io/layer_builder.hpp"
#include "core/io/value_text.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <format>
#include <limits>
#include <utility>

namespace masar::core {

namespace {

/// What part of the work the first way through the document is.
constexpr double kOutlineShare = 0.4;

constexpr const char* kKmlCrs = "EPSG:4326";

// Fields that Masar makes of what is no ExtendedData; a field of the data under such a name gets a
// number.
constexpr std::array<std::string_view, 17> kKmlFields{
    "id",          "name",           "description",  "folder",   "time",        "address",
    "phoneNumber", "Snippet",        "visibility",   "styleUrl", "icon",        "marker-color",
    "stroke",      "stroke-opacity", "stroke-width", "fill",     "fill-opacity"};

/// A document that calls itself UTF-8, or nothing, and is not.
bool isMislabelled(std::string_view document)
{
    const auto prolog = document.substr(0, std::min(document.find("?>"), std::size_t{200}));
    const std::string low = lowerAscii(prolog);
    const bool other = low.contains("encoding") && !low.contains("utf-8") && !low.contains("utf8");
    const bool wide = document.starts_with("\xff\xfe") || document.starts_with("\xfe\xff");
    return !other && !wide && validUtf8Prefix(document) < document.size();
}

class PlacemarkReader final : public KmlWalk {
public:
    PlacemarkReader(const KmlOutline& outline, Zone zone, LayerBuilder& builder)
        : m_outline(outline), m_builder(builder), m_geometry(std::move(zone))
    {
        m_builder.setCrs(kKmlCrs, kKmlCrs);
        m_builder.setWhere([this] { return m_place.text(); });
        m_builder.table().column("name");
        m_builder.table().column("description");
    }

    /// After a fault: what was being read is no placemark.
    void cutShort(const XmlFault& fault)
    {
        if (m_placemarks > 0) {
            m_builder.reject("cut-short", "the file breaks off within the placemark");
        }
        m_builder.diagnostics().add({Severity::error, "broken-file", std::nullopt,
                                     fault.place.text(),
                                     std::format("not read from here on: {}", fault.text)});
    }

    /// Whether any time came from the elements of KML.
    [[nodiscard]] bool timed() const { return m_timed; }

private:
    void opened(KmlTag tag, const XmlAttributes& attributes) override
    {
        if (isContainer(tag)) {
            enter();
        } else if (tag == KmlTag::placemark) {
            if (++m_placemarks == 1) {
                begin(attributes);
            } else {
                m_builder.note(Severity::warning, "nested-placemark",
                               "a placemark within a placemark is taken for a part of it");
            }
        } else if (m_placemarks == 0) {
            return;
        } else if (tag == KmlTag::timeStamp || tag == KmlTag::timeSpan) {
            m_elementTime = {};
        } else if (tag == KmlTag::data) {
            m_dataName = attributes.value("name");
        } else if (tag == KmlTag::schemaData) {
            auto url = attributes.value("schemaUrl");
            takeCharacter(url, '#');
            const auto found = m_outline.schemas.find(std::string(url));
            m_schema = found == m_outline.schemas.end() ? nullptr : &found->second;
        } else {
            m_geometry.opened(tag);
        }
    }

    void closed(KmlTag tag) override
    {
        if (isContainer(tag)) {
            m_folders.pop_back();
        } else if (tag == KmlTag::placemark) {
            if (--m_placemarks == 0) {
                end();
            }
        } else if (m_placemarks == 0) {
            return;
        } else if (tag == KmlTag::timeStamp || tag == KmlTag::timeSpan) {
            if (parent() == KmlTag::placemark) {
                m_time = m_elementTime.edtf();
            }
        } else if (tag == KmlTag::schemaData) {
            m_schema = nullptr;
        } else {
            m_geometry.closed(tag, m_builder.geometry());
        }
    }

    void hasText(KmlTag tag, std::string_view name, std::string_view text) override
    {
        if (m_placemarks == 0) {
            return;
        }
        switch (parent()) {
        case KmlTag::placemark:
            takeField(tag, name, text);
            break;
        case KmlTag::timeStamp:
        case KmlTag::timeSpan:
            m_elementTime.take(tag, text);
            break;
        case KmlTag::data:
            if (tag == KmlTag::value) {
                setData(m_dataName, text, nullptr);
            }
            break;
        case KmlTag::schemaData:
            setData(name, text, m_schema);
            break;
        case KmlTag::extendedData:
            setData(name, text, nullptr);
            break;
        default:
            m_geometry.hasText(tag, parent(), parent(1), text, m_builder.geometry());
            if (!m_style.take(tag, parent(), parent(1), text)) {
                m_badStyle = true;
            }
        }
    }

    void enter()
    {
        const auto& container = m_outline.containers.at(m_containers++);
        Level level = m_folders.empty() ? Level{} : m_folders.back();
        // The outermost name is that of the layer.
        if (!m_folders.empty() && !container.name.empty()) {
            level.path += (level.path.empty() ? "" : " / ") + container.name;
        } else if (m_folders.empty() && m_containers == 1 && !container.name.empty()) {
            m_builder.setName(container.name);
        }
        if (!container.time.empty()) {
            level.time = container.time;
        }
        m_folders.push_back(std::move(level));
    }

    void begin(const XmlAttributes& attributes)
    {
        m_place = place();
        m_geometry.clear();
        m_time.clear();
        m_style = {};
        m_styleUrl.clear();
        m_badStyle = false;
        if (const auto id = attributes.value("id"); !id.empty()) {
            set("id", id);
        }
        if (!m_folders.empty() && !m_folders.back().path.empty()) {
            set("folder", m_folders.back().path);
        }
    }

    void takeField(KmlTag tag, std::string_view name, std::string_view text)
    {
        text = trimmed(text);
        if (text.empty()) {
            return;
        }
        if (tag == KmlTag::description || tag == KmlTag::snippet) {
            set(name, plainTextOfHtml(text));
        } else if (tag == KmlTag::visibility) {
            m_builder.table().setBoolean(m_builder.table().column(name), text != "0");
        } else if (tag == KmlTag::styleUrl) {
            m_styleUrl = text;
            set(name, text);
        } else if (tag == KmlTag::name || tag == KmlTag::address || tag == KmlTag::phoneNumber) {
            set(name, text);
        }
    }

    void set(std::string_view name, std::string_view text)
    {
        auto& table = m_builder.table();
        table.setText(table.column(name), text);
    }

    void setIf(std::string_view name, const std::optional<std::string>& text)
    {
        if (text) {
            set(name, *text);
        }
    }

    void setIf(std::string_view name, const std::optional<double>& number)
    {
        if (number) {
            auto& table = m_builder.table();
            table.setReal(table.column(name), *number);
        }
    }

    void setData(std::string_view name, std::string_view text, const KmlOutline::Schema* schema)
    {
        name = trimmed(name);
        text = trimmed(text);
        if (text.empty()) {
            return;
        }
        const bool taken = std::ranges::find(kKmlFields, name) != kKmlFields.end();
        auto& table = m_builder.table();
        const auto column = table.column(taken ? std::format("{}_2", name) : std::string(name));
        std::optional<FieldType> type;
        if (schema != nullptr) {
            const auto field = schema->find(name);
            type = field == schema->end() ? FieldType::text : field->second;
        }
        if (!setTyped(column, text, type)) {
            m_builder.note(Severity::warning, "duplicate-key",
                           "a field is there twice; the last one counts");
        }
    }

    /// A value without a type is a number if it is written as a number is, to the digit.
    bool setTyped(TableBuilder::ColumnIndex column, std::string_view text,
                  std::optional<FieldType> type)
    {
        auto& table = m_builder.table();
        const auto integer = integerOf(text);
        const auto real = realOf(text);
        if (type == FieldType::boolean) {
            const std::string low = lowerAscii(text);
            if (low == "0" || low == "1" || low == "true" || low == "false") {
                return table.setBoolean(column, low == "1" || low == "true");
            }
        } else if (integer && type != FieldType::text && type != FieldType::real) {
            return table.setInteger(column, *integer);
        } else if (real && (type == FieldType::real || (!type && textOf(*real) == text))) {
            return table.setReal(column, *real);
        }
        return table.setText(column, text);
    }

    void end()
    {
        auto& raw = m_builder.geometry();
        const bool oneFix = !m_geometry.onlyFixTime().empty();
        m_geometry.settle(raw);
        if (m_time.empty() && oneFix && raw.parts.size() == 1) {
            m_time = m_geometry.onlyFixTime();
        }
        if (m_time.empty() && !m_folders.empty()) {
            m_time = m_folders.back().time;
        }
        if (!m_time.empty()) {
            m_timed = true;
            set("time", m_time);
        }
        if (!m_geometry.problem().empty()) {
            m_builder.reject("broken-geometry", m_geometry.problem());
            return;
        }
        setStyle(raw);
        noteGeometry();
        m_builder.accept();
    }

    void noteGeometry()
    {
        if (m_geometry.unclosed()) {
            m_builder.note(Severity::note, "ring-not-closed",
                           "a ring does not end where it began; it is closed");
        }
        if (!m_geometry.spareTimes().empty()) {
            set("when", m_geometry.spareTimes());
            m_builder.note(Severity::warning, "times-mismatch",
                           "the track has not as many times as places; it is not taken for a "
                           "movement");
        }
        if (m_geometry.timesNotUsed()) {
            m_builder.note(Severity::warning, "times-not-used",
                           "a track together with other geometry is not taken for a movement");
        }
        if (const auto count = m_geometry.fixesWithoutPlace(); count > 0) {
            m_builder.note(Severity::warning, "fix-without-place",
                           std::format("{} fixes of the track have no place, or stand alone; they "
                                       "are left out",
                                       count));
        }
        if (m_badStyle) {
            m_builder.note(Severity::note, "style-not-read",
                           "a colour or width of the style cannot be read");
        }
    }

    /// What the style says of the kinds of geometry that are there.
    void setStyle(const RawGeometry& raw)
    {
        KmlStyle style;
        if (!m_styleUrl.empty()) {
            if (const auto shared = m_outline.styleOf(m_styleUrl)) {
                style = *shared;
            } else {
                m_builder.note(Severity::note, "style-not-found",
                               std::format("the style \"{}\" is not in the file", m_styleUrl));
            }
        }
        style.overlay(m_style);
        const auto has = [&](PartKind kind) {
            return std::ranges::contains(raw.parts, kind, &RawGeometry::Part::kind);
        };
        if (has(PartKind::point)) {
            setIf("icon", style.icon);
            setIf("marker-color", style.markerColour);
        }
        const bool areas = has(PartKind::outerRing);
        if (areas || has(PartKind::line)) {
            const bool hidden = areas && !style.outlined.value_or(true);
            setIf("stroke", style.stroke);
            setIf("stroke-opacity", hidden ? std::optional(0.0) : style.strokeOpacity);
            setIf("stroke-width", style.strokeWidth);
        }
        if (areas) {
            setIf("fill", style.fill);
            setIf("fill-opacity", style.fillOpacity);
        }
    }

    /// The folders around a placemark, and the nearest time that they give it.
    struct Level {
        std::string path, time;
    };

    const KmlOutline& m_outline;
    LayerBuilder& m_builder;
    KmlGeometry m_geometry;
    std::size_t m_containers = 0;
    std::vector<Level> m_folders;
    std::size_t m_placemarks = 0; ///< open ones
    TextPlace m_place;
    KmlTime m_elementTime;
    std::string m_time;
    KmlStyle m_style;
    std::string m_styleUrl;
    bool m_badStyle = false;
    std::string m_dataName;
    const KmlOutline::Schema* m_schema = nullptr;
    bool m_timed = false;
};

void addOutlineNotes(const KmlOutline& outline, Diagnostics& to)
{
    for (const auto& [name, count] : outline.passedOver) {
        to.add({Severity::note, "kml-not-supported", std::nullopt, name,
                std::format("left out, {} time{}", count, count == 1 ? "" : "s")});
    }
}

Progress partOf(const Progress& whole, double begin, double end)
{
    return whole ? Progress(
                       [&whole, begin, end](double done) { whole(begin + (end - begin) * done); })
                 : Progress();
}

Result<Layer> readDocument(const LocalFile& file, const std::string& name,
                           std::string_view document, const std::string& driver,
                           const ReadOptions& options)
{
    auto zone = Zone::named(options.zone);
    if (!zone) {
        return std::unexpected(zone.error());
    }
    LayerBuilder builder(name, file, driver);
    XmlOptions walk{.asWindows1252 = isMislabelled(document),
                    .stop = options.stop,
                    .progress = partOf(options.progress, 0, kOutlineShare)};
    KmlOutline outline;
    if (!readKmlOutline(document, walk, outline)) {
        return fail(ErrorCode::cancelled, "cancelled", file.path);
    }
    walk.progress = partOf(options.progress, kOutlineShare, 1);
    PlacemarkReader reader(outline, *std::move(zone), builder);
    const auto fault = walkXml(document, reader, walk);
    if (fault && fault->kind == XmlFault::Kind::cancelled) {
        return fail(ErrorCode::cancelled, "cancelled", file.path);
    }
    if (fault && (fault->kind == XmlFault::Kind::refused || builder.featureCount() == 0)) {
        const bool refused = fault->kind == XmlFault::Kind::refused;
        return fail(refused ? ErrorCode::refused : ErrorCode::malformed,
                    std::format("not readable KML at {}: {}", fault->place.text(), fault->text),
                    std::format("{}:{}", file.path, fault->place.text()));
    }
    if (fault) {
        reader.cutShort(*fault);
    }
    if (walk.asWindows1252) {
        builder.diagnostics().add({Severity::warning,
                                   "not-utf8",
                                   std::nullopt,
                                   {},
                                   "the text is not UTF-8; it is read as Windows-1252"});
    }
    addOutlineNotes(outline, builder.diagnostics());
    Layer layer = builder.finish(TableBuilder::Infer::dates);
    if (reader.timed()) {
        layer.timeFields = {.convention = TimeConvention::single,
                            .startField = "time",
                            .startEncoding = DateEncoding::edtf,
                            .zone = options.zone};
    }
    return layer;
}

} // namespace

Result<Layer> readKml(const LocalFile& file, const ReadOptions& options)
{
    const auto text = FileText::read(file, std::numeric_limits<std::uint64_t>::max(), 0);
    if (!text) {
        return std::unexpected(text.error());
    }
    return readDocument(file, file.stem, text->view(), "KML", options);
}

Result<std::vector<Layer>> readKmz(const LocalFile& file, const ZipArchive& archive,
                                   const ReadOptions& options)
{
    const auto content = readKmlArchive(archive);
    if (!content) {
        return std::unexpected(content.error());
    }
    const auto& documents = content->documents;
    const auto count = static_cast<double>(documents.size());
    std::vector<Layer> layers;
    Diagnostics notes;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const auto& [name, text] = documents[i];
        ReadOptions part = options;
        const auto before = static_cast<double>(i);
        part.progress = partOf(options.progress, before / count, (before + 1) / count);
        const std::string stem =
            documents.size() == 1 ? file.stem : std::filesystem::path(name).stem().string();
        auto layer = readDocument(file, stem, text, "KMZ", part);
        if (!layer && (documents.size() == 1 || layer.error().code == ErrorCode::cancelled)) {
            return std::unexpected(layer.error());
        }
        if (!layer) {
            notes.add({Severity::error, "broken-file", std::nullopt, name, layer.error().detail});
        } else if (layer->counts.features == 0 && documents.size() > 1) {
            notes.add(layer->diagnostics); // a document that only links to the others
        } else {
            layers.push_back(*std::move(layer));
        }
    }
    if (layers.empty()) {
        return fail(ErrorCode::malformed, "no document of the archive has a placemark that is read",
                    file.path);
    }
    if (content->notRead > 0) {
        notes.add(
            {Severity::warning, "kml-not-supported", std::nullopt, file.name,
             std::format("{} more KML documents in the archive are not read", content->notRead)});
    }
    layers.front().diagnostics.add(notes);
    return layers;
}

} // namespace masar::core
