// SPDX-License-Identifier: Apache-2.0
#include "app/map/basemap.hpp"

#include "app/map/camera.hpp"
#include "app/map/placed_name.hpp"
#include "app/map/prepared_basemap.hpp"
#include "core/geometry/simplify.hpp"
#include "core/io/reader.hpp"

#include <QFile>
#include <QFileInfo>
#include <QtConcurrent>

#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <string_view>

namespace masar::app {

namespace {

using RowTest = std::function<bool(std::uint32_t)>;

/// Where the regional detail takes over (data/basemap/README.md).
constexpr double kGlobeZoom = 4;
constexpr double kRegionZoom = 6.5;
constexpr double kSooner = 0.15; ///< names begin so much before the zoom that suits them best

/// The value of a field of numbers; 0 where there is none.
double numberOf(const core::Layer& layer, std::string_view field, std::uint32_t row)
{
    const auto column = layer.properties.find(field);
    if (!column) {
        return 0;
    }
    const auto& values = layer.properties.columns[*column].values;
    if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&values)) {
        const std::int64_t value = (*integers)[row];
        return value == core::kNullInteger ? 0 : static_cast<double>(value);
    }
    if (const auto* reals = std::get_if<std::vector<double>>(&values)) {
        return std::isnan((*reals)[row]) ? 0 : (*reals)[row];
    }
    return 0;
}

QString textOf(const core::Layer& layer, std::string_view field, std::uint32_t row)
{
    const auto text = layer.properties.text(field, row);
    return text ? QString::fromStdString(*text) : QString();
}

/// A part that is to be made: of these rows of a layer, in their order.
struct PartJob {
    const core::Layer* layer = nullptr;
    std::vector<std::uint32_t> rows;
    BasemapPart part;
    double tolerance = 0; ///< of its lines, units
};

/// The geometry of the rows as a layer of its own; what is dashed is marked inferred.
void makePart(PartJob& job)
{
    core::Layer part;
    part.name = job.layer->name;
    for (const std::uint32_t row : job.rows) {
        for (const core::GeometryPart& piece : job.layer->geometry.partsOf(row)) {
            const auto vertices = job.layer->geometry.verticesOf(piece);
            if (job.tolerance > 0 && piece.kind == core::PartKind::line) {
                part.geometry.addPart(piece.kind, core::simplified(vertices, job.tolerance));
            } else {
                part.geometry.addPart(piece.kind, vertices);
            }
        }
        part.geometry.endFeature();
        part.spans.emplace_back();
    }
    MeshOptions options;
    options.outlines = false;
    options.look = [dashed = job.part.dashed](std::uint32_t) {
        return RowLook{dashed ? mesh_flags::inferred : 0, 0};
    };
    job.part.data = makeMapLayer(std::move(part), options);
}

class Loader {
public:
    explicit Loader(const core::VectorFile& file) : m_file(file) {}

    std::shared_ptr<Basemap> load()
    {
        addDetail("world", 0, kGlobeZoom);
        addDetail("globe", kGlobeZoom, 99);
        addDetail("region", kRegionZoom, 99);
        QtConcurrent::blockingMap(m_jobs, makePart); // cutting areas into triangles takes longest
        for (const BasemapRole role : kOrder) {
            for (const PartJob& job : m_jobs) {
                if (job.part.role == role && !job.part.data->mesh.chunks.empty()) {
                    m_basemap->parts.push_back(job.part);
                }
            }
        }
        addNamedRivers();
        addLabels();
        m_basemap->places = gazetteerOf(m_file);
        return m_basemap;
    }

private:
    static constexpr std::array kOrder{
        BasemapRole::land,  BasemapRole::river, BasemapRole::lake,   BasemapRole::lakeShore,
        BasemapRole::coast, BasemapRole::admin, BasemapRole::border, BasemapRole::disputed};

    const core::Layer* find(const std::string& name) const
    {
        for (const core::Layer& layer : m_file.layers) {
            if (layer.name == name) {
                return &layer;
            }
        }
        return nullptr;
    }

    void addPart(const core::Layer& layer, BasemapRole role, double minZoom, double maxZoom,
                 double weight, const RowTest& wanted)
    {
        for (const bool dashed : {false, true}) {
            PartJob job{&layer, {}, {nullptr, role, minZoom, maxZoom, weight, dashed}};
            for (std::uint32_t row = 0; row < layer.rowCount(); ++row) {
                if ((numberOf(layer, "approx", row) > 0) == dashed && wanted(row)) {
                    job.rows.push_back(row);
                }
            }
            if (!job.rows.empty()) {
                addJob(std::move(job));
            }
        }
    }

    /// Lines are made twice: for the first two zooms of their detail there are far more vertices
    /// than pixels.
    void addJob(PartJob job)
    {
        const double near = job.part.minZoom + 2;
        const bool area = job.part.role == BasemapRole::land || job.part.role == BasemapRole::lake;
        if (!area && near < job.part.maxZoom) {
            PartJob far = job;
            far.part.maxZoom = near;
            far.tolerance = 0.45 / pixelsPerUnitAt(near);
            m_jobs.push_back(std::move(far));
            job.part.minZoom = near;
        }
        m_jobs.push_back(std::move(job));
    }

    /// Adds a layer; what of the globe lies in the region gives way to the region's own detail.
    void addSplit(const core::Layer& layer, BasemapRole role, double minZoom, double maxZoom,
                  double weight, const RowTest& wanted)
    {
        if (!layer.properties.find("region")) {
            return addPart(layer, role, minZoom, maxZoom, weight, wanted);
        }
        const auto inRegion = [&](std::uint32_t row) { return numberOf(layer, "region", row) > 0; };
        addPart(layer, role, minZoom, std::min(maxZoom, kRegionZoom), weight,
                [&](std::uint32_t row) { return inRegion(row) && wanted(row); });
        addPart(layer, role, minZoom, maxZoom, weight,
                [&](std::uint32_t row) { return !inRegion(row) && wanted(row); });
    }

    void addDetail(const std::string& detail, double minZoom, double maxZoom)
    {
        const RowTest all = [](std::uint32_t) { return true; };
        for (const auto& [what, role] : {std::pair("_land", BasemapRole::land),
                                         {"_lake", BasemapRole::lake},
                                         {"_coast", BasemapRole::coast},
                                         {"_shore", BasemapRole::lakeShore}}) {
            if (const core::Layer* layer = find(detail + what)) {
                addSplit(*layer, role, minZoom, maxZoom, 1, all);
            }
        }
        if (const core::Layer* rivers = find(detail + "_river")) {
            addRivers(*rivers, minZoom, maxZoom);
        }
        if (const core::Layer* borders = find(detail + "_border")) {
            addBorders(*borders, minZoom, maxZoom);
        }
        if (const core::Layer* governorates = find(detail + "_governorate")) {
            addPart(*governorates, BasemapRole::admin, 5.5, 99, 1, all);
        }
    }

    /// Rivers in three classes: the great ones from afar, the small ones only near.
    void addRivers(const core::Layer& layer, double minZoom, double maxZoom)
    {
        struct Class {
            double fromRank, toRank, minZoom, weight;
        };
        for (const Class& c :
             {Class{0, 1, 2, 1.6}, {1, 3, 4, 1.0}, {3, 5, 6.5, 0.75}, {5, 99, 8, 0.55}}) {
            addSplit(layer, BasemapRole::river, std::max(minZoom, c.minZoom), maxZoom, c.weight,
                     [&](std::uint32_t row) {
                         const double rank = numberOf(layer, "rank", row);
                         return rank >= c.fromRank && rank < c.toRank;
                     });
        }
    }

    /// The named rivers at their finest: the region's own, and those of the globe outside it.
    void addNamedRivers()
    {
        struct Found {
            QString arabic;
            double rank = 0;
            std::vector<std::vector<core::MercatorPoint>> pieces;
        };
        std::map<QString, Found> rivers;
        for (const char* detail : {"globe_river", "region_river"}) {
            const core::Layer* layer = find(detail);
            for (std::uint32_t row = 0; layer && row < layer->rowCount(); ++row) {
                const QString name = textOf(*layer, "name", row);
                if (name.isEmpty() || numberOf(*layer, "region", row) > 0) {
                    continue;
                }
                Found& river = rivers[name];
                river.arabic = textOf(*layer, "name_ar", row);
                river.rank = numberOf(*layer, "rank", row);
                for (const core::GeometryPart& part : layer->geometry.partsOf(row)) {
                    const auto vertices = layer->geometry.verticesOf(part);
                    river.pieces.emplace_back(vertices.begin(), vertices.end());
                }
            }
        }
        for (auto& [name, river] : rivers) {
            for (auto& points : joinPieces(std::move(river.pieces))) {
                m_basemap->rivers.push_back(
                    {name, river.arabic, river.rank, RiverCourse(std::move(points))});
            }
        }
    }

    void addBorders(const core::Layer& layer, double minZoom, double maxZoom)
    {
        const auto disputed = [&](std::uint32_t row) {
            return numberOf(layer, "disputed", row) > 0;
        };
        addPart(layer, BasemapRole::border, minZoom, maxZoom, 1,
                [&](std::uint32_t row) { return !disputed(row); });
        addPart(layer, BasemapRole::disputed, minZoom, maxZoom, 1, disputed);
    }

    void addLabels()
    {
        addLabelsOf("label_country",
                    [](const core::Layer&, std::uint32_t, double) { return LabelKind::country; });
        addLabelsOf("label_governorate",
                    [](const core::Layer&, std::uint32_t, double) { return LabelKind::admin; });
        addLabelsOf("label_water", [](const core::Layer& layer, std::uint32_t row, double) {
            return layer.properties.text("kind", row) == "lake" ? LabelKind::lake : LabelKind::sea;
        });
        addLabelsOf("label_place", [](const core::Layer&, std::uint32_t, double rank) {
            return rank <= 1   ? LabelKind::cityLarge
                   : rank <= 3 ? LabelKind::city
                   : rank <= 5 ? LabelKind::town
                               : LabelKind::village;
        });
    }

    /// Names of what is large make room where only a part of it is in view.
    static double lastZoomOf(LabelKind kind, double minZoom)
    {
        switch (kind) {
        case LabelKind::country:
            return std::max(minZoom + 4.0, 7.0);
        case LabelKind::sea:
        case LabelKind::admin:
            return minZoom + 4.5;
        default:
            return 99;
        }
    }

    template <class KindOf> void addLabelsOf(const char* name, KindOf kindOf)
    {
        const core::Layer* layer = find(name);
        if (!layer) {
            return;
        }
        for (std::uint32_t row = 0; row < layer->rowCount(); ++row) {
            const auto parts = layer->geometry.partsOf(row);
            if (parts.empty()) {
                continue;
            }
            const double rank = numberOf(*layer, "rank", row);
            const LabelKind kind = kindOf(*layer, row, rank);
            const double minZoom = numberOf(*layer, "min_zoom", row) - kSooner;
            m_basemap->labels.push_back(
                {layer->geometry.verticesOf(parts[0])[0], textOf(*layer, "name", row),
                 textOf(*layer, "name_ar", row), kind, minZoom, lastZoomOf(kind, minZoom), rank,
                 layer->properties.text("kind", row) == "capital"});
        }
    }

    const core::VectorFile& m_file;
    std::vector<PartJob> m_jobs;
    std::shared_ptr<Basemap> m_basemap = std::make_shared<Basemap>();
};

core::Result<std::shared_ptr<Basemap>> readBasemap(const QString& path, std::stop_token stop)
{
    core::ReadOptions options;
    options.stop = std::move(stop);
    const auto file = core::readVector(QFile::encodeName(path).toStdString(), options);
    if (!file) {
        return std::unexpected(file.error());
    }
    return Loader(*file).load();
}

} // namespace

core::Result<std::shared_ptr<const Basemap>>
loadBasemap(const QString& path, std::optional<MapLanguage> names, std::stop_token stop)
{
    const QString folder = QFileInfo(path).path();
    auto shading = QtConcurrent::run([relief = folder + QStringLiteral("/hillshade.tif")] {
        return core::readGreyRaster(QFile::encodeName(relief).toStdString());
    });
    std::shared_ptr<Basemap> basemap = readPrepared(path, names);
    if (!basemap) {
        auto read = readBasemap(path, std::move(stop));
        if (!read) {
            return std::unexpected(std::move(read.error()));
        }
        basemap = *std::move(read);
        if (names) {
            (void)textsOf(*basemap, *names);
        }
    }
    QFile attribution(folder + QStringLiteral("/attribution.txt"));
    if (attribution.open(QIODevice::ReadOnly)) {
        basemap->attribution = QString::fromUtf8(attribution.readAll()).trimmed();
    }
    if (auto raster = shading.result()) { // a map without it is a plain one
        basemap->relief = std::move(*raster);
    }
    return basemap;
}

core::Result<void> prepareBasemap(const QString& path)
{
    const auto basemap = readBasemap(path, {});
    if (!basemap) {
        return std::unexpected(basemap.error());
    }
    return writePrepared(**basemap, path);
}

} // namespace masar::app
