// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/camera.hpp"
#include "app/map/pipelines.hpp"
#include "app/map/tile_store.hpp"

#include <QRectF>

#include <rhi/qrhi.h>

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

namespace masar::app {

/// The tiles that cover what a camera shows, the one in the middle first. Their pixels are about as
/// large as the picture's; none is listed twice.
[[nodiscard]] std::vector<core::TileId> tilesFor(const TileScheme& scheme, const Camera& camera);

/// One rectangle of the picture and the part of a tile that is drawn there.
struct TileDraw {
    core::TileId id;
    QRectF target;       ///< device pixels from the top left, of the map before it is turned
    QRectF source;       ///< 0 to 1, of the tile
    bool failed = false; ///< a mark that the tile for this place could not be had

    bool operator==(const TileDraw&) const = default;
};

/// What can be drawn now. While a tile is missing, a coarser one or finer ones stand in for it.
struct TilePlan {
    std::vector<TileDraw> draws;
    bool covers = false; ///< nothing under the tiles shows

    bool operator==(const TilePlan&) const = default;
};

[[nodiscard]] TilePlan planTiles(TileStore& store, const Camera& camera);

/// The tiles on the GPU. Lives on the thread of its QRhi.
class RasterTiles {
public:
    /// `uniforms` is the block of label.vert, `sampler` interpolates.
    void initialize(QRhi* rhi, QRhiBuffer* uniforms, QRhiSampler* sampler);
    /// Says what of a store (or of none) is wanted for a picture; lets go of the store before.
    void want(const std::shared_ptr<TileStore>& store, const Camera& camera);
    /// Brings what a plan draws to the GPU, turned as the camera says.
    void upload(const TilePlan& plan, const Camera& camera, double opacity,
                QRhiResourceUpdateBatch* updates);
    /// Draws the plan uploaded last with the pipeline of pictures.
    void draw(QRhiCommandBuffer* commands, QRhiGraphicsPipeline* pipeline) const;

    RasterTiles() = default;
    RasterTiles(const RasterTiles&) = delete;
    RasterTiles& operator=(const RasterTiles&) = delete;
    ~RasterTiles();

private:
    struct Picture {
        std::unique_ptr<QRhiTexture> texture;
        std::unique_ptr<QRhiShaderResourceBindings> bindings;
        quint64 lastUse = 0;
    };
    struct Hash {
        std::size_t operator()(const core::TileId& id) const
        {
            return (static_cast<std::size_t>(id.z) << 58U) ^
                   (static_cast<std::size_t>(id.x) << 29U) ^ id.y;
        }
    };

    Picture makePicture(const QImage& image, QRhiResourceUpdateBatch* updates);
    Picture* pictureOf(const TileDraw& draw, QRhiResourceUpdateBatch* updates);
    void forgetOld();

    QRhi* m_rhi = nullptr;
    QRhiBuffer* m_uniforms = nullptr;
    QRhiSampler* m_sampler = nullptr;
    std::shared_ptr<TileStore> m_store;
    quint64 m_client = 0;
    quint64 m_frame = 0;
    std::unordered_map<core::TileId, Picture, Hash> m_pictures;
    Picture m_mark; ///< of what failed
    std::unique_ptr<QRhiBuffer> m_vertices;
    std::vector<QRhiShaderResourceBindings*> m_draws; ///< of the plan, in its order
};

} // namespace masar::app
