// SPDX-License-Identifier: Apache-2.0
#include "app/map/prepared_basemap.hpp"

#include "app/map/placed_name.hpp"

#include <QDataStream>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QtConcurrent>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <span>
#include <type_traits>

namespace masar::app {

namespace {

// The file begins with these, then come parts, labels, rivers and places as QDataStream writes
// them. Arrays are a count and their bytes as they lie in memory, which kByteOrder stands for.
constexpr char kMagic[] = "Masar " MASAR_VERSION " basemap";
constexpr std::uint32_t kByteOrder = 0x01020304;

struct PreparedChunk {
    core::MercatorBox box;
    MeshRange triangles, segments;
};

/// The mesh of a part without what follows from the rest: all is undated, and segments that hang
/// together are a run of points.
struct PreparedPart {
    BasemapPart part; ///< without data
    std::uint32_t flags = 0;
    std::vector<PreparedChunk> chunks;
    std::vector<core::MercatorPoint> corners; ///< of triangles
    std::vector<std::uint32_t> indices;
    std::vector<core::MercatorPoint> points;
    std::vector<std::uint32_t> runs; ///< how many points each
};

template <class T> void writeArray(QDataStream& to, const std::vector<T>& items)
{
    static_assert(std::has_unique_object_representations_v<T>, "no bytes that mean nothing");
    to << static_cast<quint64>(items.size());
    const auto bytes = static_cast<qint64>(items.size() * sizeof(T));
    if (to.writeRawData(reinterpret_cast<const char*>(items.data()), bytes) != bytes) {
        to.setStatus(QDataStream::WriteFailed);
    }
}

template <class T> void readArray(QDataStream& from, std::vector<T>& items)
{
    quint64 count = 0;
    from >> count;
    const auto left = static_cast<quint64>(from.device()->bytesAvailable());
    if (from.status() != QDataStream::Ok || count > left / sizeof(T)) {
        from.setStatus(QDataStream::ReadCorruptData);
        return;
    }
    items.resize(count);
    const auto bytes = static_cast<qint64>(count * sizeof(T));
    if (from.readRawData(reinterpret_cast<char*>(items.data()), bytes) != bytes) {
        from.setStatus(QDataStream::ReadPastEnd);
    }
}

// Each of these says once what belongs to a thing, for both ways: `io(field)` writes or reads it.
template <class Io> void eachField(BasemapPart& part, Io io)
{
    io(part.role), io(part.minZoom), io(part.maxZoom), io(part.weight), io(part.dashed);
}

template <class Io> void eachField(BasemapLabel& label, Io io)
{
    io(label.at.x), io(label.at.y), io(label.name), io(label.arabic), io(label.kind);
    io(label.minZoom), io(label.maxZoom), io(label.rank), io(label.capital);
}

template <class Io> void eachField(GazetteerPlace& place, Io io)
{
    io(place.kind), io(place.rank), io(place.at.x), io(place.at.y);
    io(place.box.minX), io(place.box.minY), io(place.box.maxX), io(place.box.maxY);
    io(place.name), io(place.arabic), io(place.others), io(place.country), io(place.governorate);
}

// What a damaged file could make of a value that others take for granted.
bool known(BasemapRole role)
{
    return role >= BasemapRole::land && role <= BasemapRole::disputed;
}
bool known(LabelKind kind)
{
    return kind >= LabelKind::country && kind <= LabelKind::feature;
}
bool known(PlaceKind kind)
{
    return kind >= PlaceKind::country && kind <= PlaceKind::village;
}

class Writer {
public:
    explicit Writer(QDataStream& to) : m_to(to) {}

    template <class T> void operator()(const T& value)
    {
        if constexpr (std::is_enum_v<T>) {
            m_to << static_cast<qint32>(value);
        } else {
            m_to << value;
        }
    }

private:
    QDataStream& m_to;
};

class Reader {
public:
    explicit Reader(QDataStream& from) : m_from(from) {}

    template <class T> void operator()(T& value)
    {
        bool sound = true;
        if constexpr (std::is_enum_v<T>) {
            qint32 number = 0;
            m_from >> number;
            value = static_cast<T>(number);
            sound = known(value);
        } else {
            m_from >> value;
            if constexpr (std::is_same_v<T, double>) {
                sound = std::isfinite(value);
            }
        }
        if (!sound) {
            m_from.setStatus(QDataStream::ReadCorruptData);
        }
    }

private:
    QDataStream& m_from;
};

/// Reads as many as the file says there are, but not more than there can be.
template <class T, class Read> void readEach(QDataStream& from, std::vector<T>& items, Read read)
{
    quint64 count = 0;
    from >> count;
    for (quint64 i = 0; i < count && from.status() == QDataStream::Ok; ++i) {
        items.push_back(read());
    }
}

PreparedPart prepared(const BasemapPart& part)
{
    PreparedPart result;
    result.part = part;
    result.part.data = nullptr;
    const LayerMesh& mesh = part.data->mesh;
    for (const MeshChunk& chunk : mesh.chunks) {
        result.chunks.push_back({chunk.box, chunk.triangles, chunk.segments});
    }
    for (const MeshVertex& vertex : mesh.vertices) {
        result.flags = vertex.flags;
        result.corners.push_back({vertex.x, vertex.y});
    }
    result.indices = mesh.indices;
    for (const MeshSegment& segment : mesh.segments) {
        result.flags = segment.flags;
        if (segment.along == 0) { // also where a point repeats the first: two runs draw the same
            result.points.push_back({segment.ax, segment.ay});
            result.runs.push_back(1);
        }
        result.points.push_back({segment.bx, segment.by});
        ++result.runs.back();
    }
    return result;
}

/// False if a range or an index leads out of the arrays.
bool holds(const PreparedPart& part)
{
    std::uint64_t points = 0;
    std::uint64_t segments = 0;
    for (const std::uint32_t run : part.runs) {
        points += run;
        segments += run - 1;
        if (run < 2) {
            return false;
        }
    }
    const auto within = [](const MeshRange& range, std::uint64_t count) {
        return std::uint64_t{range.first} + range.count <= count;
    };
    return points == part.points.size() &&
           std::ranges::all_of(part.chunks,
                               [&](const PreparedChunk& chunk) {
                                   return within(chunk.triangles, part.indices.size()) &&
                                          within(chunk.segments, segments);
                               }) &&
           std::ranges::all_of(part.indices,
                               [&](std::uint32_t index) { return index < part.corners.size(); });
}

/// Fills in what was left out.
void makeMesh(PreparedPart& part)
{
    if (!holds(part)) {
        return;
    }
    const MeshVertex like = undatedVertex(part.flags);
    LayerMesh mesh;
    mesh.indices = std::move(part.indices);
    mesh.vertices.reserve(part.corners.size());
    for (const core::MercatorPoint corner : part.corners) {
        MeshVertex& vertex = mesh.vertices.emplace_back(like);
        vertex.x = corner.x;
        vertex.y = corner.y;
    }
    mesh.segments.reserve(part.points.size() - part.runs.size());
    std::span<const core::MercatorPoint> left = part.points;
    for (const std::uint32_t run : part.runs) {
        appendSegments(mesh.segments, left.first(run), false, like);
        left = left.subspan(run);
    }
    for (const PreparedChunk& chunk : part.chunks) {
        mesh.chunks.push_back({chunk.box, {}, true, {}, chunk.segments, chunk.triangles});
    }
    part.part.data = makeMapLayer(std::move(mesh));
}

void write(QDataStream& to, const Basemap& basemap)
{
    Writer io(to);
    to << static_cast<quint64>(basemap.parts.size());
    for (const BasemapPart& each : basemap.parts) {
        PreparedPart part = prepared(each);
        eachField(part.part, io);
        to << part.flags;
        writeArray(to, part.chunks);
        writeArray(to, part.corners);
        writeArray(to, part.indices);
        writeArray(to, part.points);
        writeArray(to, part.runs);
    }
    to << static_cast<quint64>(basemap.labels.size());
    for (BasemapLabel label : basemap.labels) {
        eachField(label, io);
    }
    to << static_cast<quint64>(basemap.rivers.size());
    for (const NamedRiver& river : basemap.rivers) {
        to << river.name << river.arabic << river.rank;
        writeArray(to, river.course.points());
    }
    to << static_cast<quint64>(basemap.places.size());
    for (GazetteerPlace place : basemap.places) {
        eachField(place, io);
    }
}

/// All but the meshes, which take longer and are made on all cores.
void read(QDataStream& from, Basemap& basemap, std::vector<PreparedPart>& parts)
{
    Reader io(from);
    readEach(from, parts, [&] {
        PreparedPart part;
        eachField(part.part, io);
        from >> part.flags;
        readArray(from, part.chunks);
        readArray(from, part.corners);
        readArray(from, part.indices);
        readArray(from, part.points);
        readArray(from, part.runs);
        return part;
    });
    readEach(from, basemap.labels, [&] {
        BasemapLabel label;
        eachField(label, io);
        return label;
    });
    readEach(from, basemap.rivers, [&] {
        NamedRiver river{{}, {}, 0, RiverCourse({})};
        from >> river.name >> river.arabic >> river.rank;
        std::vector<core::MercatorPoint> points;
        readArray(from, points);
        if (points.size() < 2) { // a course has a length
            from.setStatus(QDataStream::ReadCorruptData);
        }
        river.course = RiverCourse(std::move(points));
        return river;
    });
    readEach(from, basemap.places, [&] {
        GazetteerPlace place;
        eachField(place, io);
        return place;
    });
}

} // namespace

QString preparedPath(const QString& basemapPath)
{
    const QFileInfo basemap(basemapPath);
    return basemap.path() + QLatin1Char('/') + basemap.completeBaseName() +
           QStringLiteral(".ready");
}

core::Result<void> writePrepared(const Basemap& basemap, const QString& basemapPath)
{
    QSaveFile file(preparedPath(basemapPath));
    const auto failed = [&] {
        return core::fail(core::ErrorCode::notWritten, file.errorString().toStdString(),
                          file.fileName().toStdString());
    };
    if (!file.open(QIODevice::WriteOnly)) {
        return failed();
    }
    QDataStream to(&file);
    to.setVersion(QDataStream::Qt_6_8);
    to.writeRawData(kMagic, sizeof kMagic);
    to.writeRawData(reinterpret_cast<const char*>(&kByteOrder), sizeof kByteOrder);
    to << QFileInfo(basemapPath).size();
    write(to, basemap);
    if (to.status() != QDataStream::Ok || !file.commit()) {
        return failed();
    }
    return {};
}

std::shared_ptr<Basemap> readPrepared(const QString& basemapPath, std::optional<MapLanguage> names)
{
    const QFileInfo source(basemapPath);
    QFile file(preparedPath(basemapPath));
    if (!file.open(QIODevice::ReadOnly) || QFileInfo(file).lastModified() < source.lastModified()) {
        return nullptr;
    }
    const uchar* const bytes = file.map(0, file.size());
    if (bytes == nullptr) {
        return nullptr;
    }
    const QByteArray content =
        QByteArray::fromRawData(reinterpret_cast<const char*>(bytes), file.size());
    QDataStream from(content);
    from.setVersion(QDataStream::Qt_6_8);
    std::array<char, sizeof kMagic> magic{};
    std::uint32_t byteOrder = 0;
    qint64 sourceSize = 0;
    from.readRawData(magic.data(), magic.size());
    from.readRawData(reinterpret_cast<char*>(&byteOrder), sizeof byteOrder);
    from >> sourceSize;
    if (std::memcmp(magic.data(), kMagic, sizeof kMagic) != 0 || byteOrder != kByteOrder ||
        sourceSize != source.size()) {
        return nullptr;
    }
    auto basemap = std::make_shared<Basemap>();
    std::vector<PreparedPart> parts;
    read(from, *basemap, parts);
    if (from.status() != QDataStream::Ok || !from.atEnd()) {
        return nullptr;
    }
    auto texts = QtConcurrent::run([&] {
        if (names) {
            (void)textsOf(*basemap, *names);
        }
    });
    QtConcurrent::blockingMap(parts, makeMesh);
    texts.waitForFinished();
    for (PreparedPart& part : parts) {
        if (!part.part.data) {
            return nullptr;
        }
        basemap->parts.push_back(std::move(part.part));
    }
    return basemap;
}

} // namespace masar::app
