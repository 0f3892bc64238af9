// SPDX-License-Identifier: Apache-2.0
#include "app/map/raster_tiles.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

namespace masar::app {

namespace {

/// Tiles are drawn up to this much larger than their pixels before finer ones are taken, as a
/// power of two.
constexpr double kMostMagnified = 0.2;
/// How many zooms finer tiles may be that stand in for one that is missing.
constexpr int kDescendants = 2;
/// Pictures on the GPU that are not drawn now are kept up to this number of bytes.
constexpr quint64 kMostPictureBytes = 128'000'000;

int zoomFor(const TileScheme& scheme, const Camera& camera)
{
    const double exact = camera.zoom + std::log2(256 * camera.pixelRatio / scheme.side);
    return std::clamp(static_cast<int>(std::ceil(exact - kMostMagnified)), 0, scheme.maxZoom);
}

/// A place of the unrolled map: x may lie outside 0 to 2^z.
struct Slot {
    int z = 0;
    std::int64_t x = 0;
    std::int64_t y = 0;
};

core::TileId idOf(const Slot& slot)
{
    const std::int64_t around = std::int64_t{1} << slot.z;
    return {slot.z, static_cast<std::uint32_t>(((slot.x % around) + around) % around),
            static_cast<std::uint32_t>(slot.y)};
}

/// The slots that the camera sees and the scheme covers, in rows.
std::vector<Slot> slotsFor(const TileScheme& scheme, const Camera& camera)
{
    const int z = zoomFor(scheme, camera);
    const double size = core::tileUnits(z);
    const QRectF view = camera.view();
    const auto index = [size](double units) {
        return static_cast<std::int64_t>(std::floor(units / size));
    };
    const std::int64_t last = (std::int64_t{1} << z) - 1;
    std::vector<Slot> found;
    const std::int64_t bottom = std::min(index(std::min(view.bottom(), scheme.bottom)), last);
    for (std::int64_t y = std::max<std::int64_t>(0, index(std::max(view.top(), scheme.top)));
         y <= bottom; ++y) {
        for (std::int64_t x = index(view.left()); x <= index(view.right()); ++x) {
            const Slot slot{z, x, y};
            const double left = idOf(slot).x * size;
            const QRectF place(static_cast<double>(x) * size, static_cast<double>(y) * size, size,
                               size);
            if (left < scheme.right && left + size > scheme.left && camera.sees(place)) {
                found.push_back(slot);
            }
        }
    }
    return found;
}

/// Where slots lie on the picture before it is turned, in device pixels.
class Frame {
public:
    Frame(const TileScheme& scheme, const Camera& camera)
        : m_scale(camera.pixelsPerUnit() * camera.pixelRatio),
          m_left(camera.size.width() * camera.pixelRatio / 2 - camera.x * m_scale),
          m_top(camera.size.height() * camera.pixelRatio / 2 - camera.y * m_scale)
    {
        // One pixel of the tile is one of the picture: they are laid on each other, or all would
        // blur.
        const double side = core::tileUnits(zoomFor(scheme, camera)) * m_scale;
        if (!camera.turned() && std::abs(side / scheme.side - 1) < 1e-6) {
            m_left = std::round(m_left);
            m_top = std::round(m_top);
        }
    }

    [[nodiscard]] QRectF place(const Slot& slot) const
    {
        const double size = core::tileUnits(slot.z) * m_scale;
        const auto x = static_cast<double>(slot.x);
        const auto y = static_cast<double>(slot.y);
        // Neighbours share their edges to the last bit: no seam.
        const QPointF from(m_left + x * size, m_top + y * size);
        return {from, QPointF(m_left + (x + 1) * size, m_top + (y + 1) * size)};
    }

private:
    double m_scale, m_left, m_top;
};

class TilePlanner {
public:
    TilePlanner(TileStore& store, const Camera& camera)
        : m_store(store), m_frame(store.scheme(), camera)
    {
    }

    TilePlan run(const Camera& camera)
    {
        const TileScheme& scheme = m_store.scheme();
        const QRectF view = camera.view();
        const bool whole = scheme.left <= 0 && scheme.right >= core::kMercatorWorld;
        m_plan.covers = (whole || (scheme.left <= view.left() && scheme.right >= view.right())) &&
                        scheme.top <= view.top() && scheme.bottom >= view.bottom();
        for (const Slot& slot : slotsFor(scheme, camera)) {
            add(slot);
        }
        return std::move(m_plan);
    }

private:
    void add(const Slot& slot)
    {
        const TileStore::Tile tile = m_store.find(idOf(slot));
        if (tile.state == TileStore::State::ready) {
            return draw(slot, slot, tile);
        }
        if (!addDescendants(slot, kDescendants)) {
            addAncestor(slot);
        }
        if (tile.state == TileStore::State::failed) {
            m_plan.draws.push_back({idOf(slot), m_frame.place(slot), {0, 0, 1, 1}, true});
        }
    }

    /// Draws finer tiles in the place of a slot, with what is coarser where some are missing; false
    /// if there are none.
    bool addDescendants(const Slot& slot, int levels)
    {
        if (levels == 0 || !anyBelow(slot, levels)) {
            return false;
        }
        for (const std::int64_t down : {0, 1}) {
            for (const std::int64_t right : {0, 1}) {
                const Slot child{slot.z + 1, slot.x * 2 + right, slot.y * 2 + down};
                const TileStore::Tile tile = m_store.find(idOf(child));
                if (tile.state == TileStore::State::ready) {
                    draw(child, child, tile);
                } else if (!addDescendants(child, levels - 1)) {
                    addAncestor(child);
                }
            }
        }
        return true;
    }

    bool anyBelow(const Slot& slot, int levels)
    {
        for (const std::int64_t down : {0, 1}) {
            for (const std::int64_t right : {0, 1}) {
                const Slot child{slot.z + 1, slot.x * 2 + right, slot.y * 2 + down};
                if (m_store.find(idOf(child)).state == TileStore::State::ready ||
                    (levels > 1 && anyBelow(child, levels - 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    void addAncestor(const Slot& slot)
    {
        for (int up = 1; up <= slot.z; ++up) {
            const Slot ancestor{slot.z - up, slot.x >> up, slot.y >> up};
            const TileStore::Tile tile = m_store.find(idOf(ancestor));
            if (tile.state == TileStore::State::ready) {
                return draw(slot, ancestor, tile);
            }
        }
        m_plan.covers = false;
    }

    /// Draws the part of a tile that lies in a slot, into that slot.
    void draw(const Slot& slot, const Slot& from, const TileStore::Tile& tile)
    {
        m_plan.covers = m_plan.covers && tile.opaque;
        if (tile.image.isNull()) {
            return;
        }
        const int up = slot.z - from.z;
        const double part = std::exp2(-up);
        const QPointF at(static_cast<double>(slot.x - (from.x << up)) * part,
                         static_cast<double>(slot.y - (from.y << up)) * part);
        m_plan.draws.push_back({idOf(from), m_frame.place(slot), QRectF(at, QSizeF(part, part))});
    }

    TileStore& m_store;
    Frame m_frame;
    TilePlan m_plan;
};

/// The mark of a tile that could not be had: thin slanting lines, quiet on light and dark.
QImage failureMark()
{
    constexpr int side = 256;
    QImage mark(side, side, QImage::Format_RGBA8888_Premultiplied);
    mark.fill(Qt::transparent);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            if ((x + y) % 16 < 2) {
                mark.setPixelColor(x, y, QColor(128, 128, 128, 110));
            }
        }
    }
    return mark;
}

} // namespace

std::vector<core::TileId> tilesFor(const TileScheme& scheme, const Camera& camera)
{
    const double size = core::tileUnits(zoomFor(scheme, camera));
    std::vector<Slot> found = slotsFor(scheme, camera);
    const auto distance = [&](const Slot& slot) {
        return std::hypot((static_cast<double>(slot.x) + 0.5) * size - camera.x,
                          (static_cast<double>(slot.y) + 0.5) * size - camera.y);
    };
    std::ranges::stable_sort(found, {}, distance);
    std::vector<core::TileId> tiles;
    std::set<core::TileId> seen;
    for (const Slot& slot : found) {
        if (seen.insert(idOf(slot)).second) {
            tiles.push_back(idOf(slot));
        }
    }
    return tiles;
}

TilePlan planTiles(TileStore& store, const Camera& camera)
{
    return TilePlanner(store, camera).run(camera);
}

RasterTiles::~RasterTiles()
{
    if (m_store) {
        m_store->forget(m_client);
    }
}

void RasterTiles::initialize(QRhi* rhi, QRhiBuffer* uniforms, QRhiSampler* sampler)
{
    m_rhi = rhi;
    m_uniforms = uniforms;
    m_sampler = sampler;
    m_pictures.clear();
    m_mark = {};
    m_vertices.reset();
    m_draws.clear();
}

void RasterTiles::want(const std::shared_ptr<TileStore>& store, const Camera& camera)
{
    if (m_store != store) {
        if (m_store) {
            m_store->forget(m_client);
        }
        m_store = store;
        m_client = store ? store->newClient() : 0;
        m_pictures.clear();
    }
    if (m_store) {
        m_store->want(m_client, tilesFor(m_store->scheme(), camera));
    }
}

RasterTiles::Picture RasterTiles::makePicture(const QImage& image, QRhiResourceUpdateBatch* updates)
{
    Picture picture;
    picture.texture.reset(m_rhi->newTexture(QRhiTexture::RGBA8, image.size()));
    picture.texture->create();
    updates->uploadTexture(picture.texture.get(), image);
    picture.bindings.reset(m_rhi->newShaderResourceBindings());
    picture.bindings->setBindings(
        {QRhiShaderResourceBinding::uniformBuffer(
             0, QRhiShaderResourceBinding::VertexStage | QRhiShaderResourceBinding::FragmentStage,
             m_uniforms),
         QRhiShaderResourceBinding::sampledTexture(1, QRhiShaderResourceBinding::FragmentStage,
                                                   picture.texture.get(), m_sampler)});
    picture.bindings->create();
    return picture;
}

RasterTiles::Picture* RasterTiles::pictureOf(const TileDraw& draw, QRhiResourceUpdateBatch* updates)
{
    if (draw.failed) {
        if (!m_mark.texture) {
            m_mark = makePicture(failureMark(), updates);
        }
        return &m_mark;
    }
    auto found = m_pictures.find(draw.id);
    if (found == m_pictures.end()) {
        const TileStore::Tile tile = m_store->find(draw.id);
        if (tile.image.isNull()) {
            return nullptr;
        }
        found = m_pictures.emplace(draw.id, makePicture(tile.image, updates)).first;
    }
    found->second.lastUse = m_frame;
    return &found->second;
}

void RasterTiles::upload(const TilePlan& plan, const Camera& camera, double opacity,
                         QRhiResourceUpdateBatch* updates)
{
    const QSizeF size = camera.size * camera.pixelRatio;
    const QPointF middle(size.width() / 2, size.height() / 2);
    ++m_frame;
    m_draws.clear();
    std::vector<PictureVertex> vertices;
    vertices.reserve(plan.draws.size() * kRectangle.size());
    for (const TileDraw& draw : plan.draws) {
        const Picture* const picture = pictureOf(draw, updates);
        if (!picture) {
            continue;
        }
        m_draws.push_back(picture->bindings.get());
        const auto at = [](double from, double to, int which) {
            return static_cast<float>(which == 0 ? from : to);
        };
        for (const auto& [right, bottom] : kRectangle) {
            const QPointF corner(right == 0 ? draw.target.left() : draw.target.right(),
                                 bottom == 0 ? draw.target.top() : draw.target.bottom());
            const QPointF turned =
                camera.turned() ? middle + camera.toPicture(corner - middle) : corner;
            vertices.push_back({static_cast<float>(turned.x()), static_cast<float>(turned.y()),
                                at(draw.source.left(), draw.source.right(), right),
                                at(draw.source.top(), draw.source.bottom(), bottom),
                                static_cast<float>(opacity)});
        }
    }
    forgetOld();
    if (vertices.empty()) {
        return;
    }
    const auto bytes = static_cast<quint32>(vertices.size() * sizeof(PictureVertex));
    reserve(m_rhi, m_vertices, QRhiBuffer::Dynamic, QRhiBuffer::VertexBuffer, bytes);
    updates->updateDynamicBuffer(m_vertices.get(), 0, bytes, vertices.data());
}

void RasterTiles::forgetOld()
{
    const quint64 each = 4ULL * 256 * 256;
    if (m_pictures.size() * each <= kMostPictureBytes) {
        return;
    }
    std::vector<std::pair<quint64, core::TileId>> old;
    for (const auto& [id, picture] : m_pictures) {
        if (picture.lastUse != m_frame) {
            old.emplace_back(picture.lastUse, id);
        }
    }
    std::ranges::sort(old);
    for (const auto& [use, id] : old) {
        if (m_pictures.size() * each <= kMostPictureBytes * 3 / 4) {
            break;
        }
        m_pictures.erase(id);
    }
}

void RasterTiles::draw(QRhiCommandBuffer* commands, QRhiGraphicsPipeline* pipeline) const
{
    if (m_draws.empty()) {
        return;
    }
    commands->setGraphicsPipeline(pipeline);
    for (std::size_t i = 0; i < m_draws.size(); ++i) {
        commands->setShaderResources(m_draws[i]);
        const QRhiCommandBuffer::VertexInput vertices(m_vertices.get(), 0);
        commands->setVertexInput(0, 1, &vertices);
        commands->draw(static_cast<quint32>(kRectangle.size()), 1,
                       static_cast<quint32>(i * kRectangle.size()));
    }
}

} // namespace masar::app
