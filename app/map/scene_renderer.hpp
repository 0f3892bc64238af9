// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/camera.hpp"
#include "app/map/draw_plan.hpp"
#include "app/map/label_layout.hpp"
#include "app/map/map_scene.hpp"
#include "app/map/pipelines.hpp"
#include "app/map/raster_tiles.hpp"

#include <rhi/qrhi.h>

#include <memory>
#include <unordered_map>

namespace masar::app {

/// Draws a scene at a camera through QRhi: the one renderer of the window and of exported pictures.
/// Lives on the thread of its QRhi. A layer's vertices go to the GPU once; a change of camera or
/// clock sets uniforms and draws.
class SceneRenderer {
public:
    /// Makes the pipelines for targets of this pass. False if the backend cannot (the reason is in
    /// qWarning).
    [[nodiscard]] bool initialize(QRhi* rhi, QRhiRenderPassDescriptor* pass, int sampleCount);

    /// Draws one frame into the target, in a pass of its own. `camera.size` times its ratio is the
    /// target's size.
    void render(QRhiCommandBuffer* commands, QRhiRenderTarget* target, const Scene& scene,
                const Camera& camera);

    /// Wants no tiles any more, and lets go of those drawn last.
    void forgetTiles() { m_tiles.want(nullptr, {}); }

private:
    struct GpuMesh {
        std::unique_ptr<QRhiBuffer> points, segments, legs, vertices, indices;
    };

    void uploadPictograms(double pixelRatio, QRhiResourceUpdateBatch* updates);
    /// Uniforms of each draw, and a texture.
    void bindTexture(QRhiShaderResourceBindings* bindings, QRhiTexture* texture);
    void bindAtlas();
    void uploadAtlas(QRhiResourceUpdateBatch* updates);
    const GpuMesh& meshOf(const MapLayer& layer, QRhiResourceUpdateBatch* updates);
    void forgetMeshesBut(const Scene& scene);
    void upload(const DrawPlan& plan, QRhiResourceUpdateBatch* updates);
    void uploadRelief(const Scene& scene, QRhiResourceUpdateBatch* updates);
    void uploadLabels(const std::vector<LabelQuad>& labels, const Camera& camera,
                      QRhiResourceUpdateBatch* updates);
    /// True if the basemap can be taken from its picture; draws that now if the camera has come to
    /// rest.
    bool keepBasemap(QRhiCommandBuffer* commands, const DrawPlan& plan, const Scene& scene,
                     const Camera& camera, QSize size, QRhiResourceUpdateBatch*& updates);
    bool makeKept(QSize size);
    void drawBasemap(QRhiCommandBuffer* commands, const Pipelines& pipelines, const DrawPlan& plan);
    /// The buffer that holds the instances of a primitive, and the bytes of one.
    static std::pair<QRhiBuffer*, quint32> instancesOf(const GpuMesh& mesh, Primitive primitive);
    void draw(QRhiCommandBuffer* commands, const Pipelines& pipelines, const DrawItem& item,
              std::uint32_t slot);
    void drawPictures(QRhiCommandBuffer* commands, QRhiGraphicsPipeline* pipeline,
                      QRhiShaderResourceBindings* bindings, std::uint32_t first,
                      std::uint32_t count);
    [[nodiscard]] PipelineBindings bindings() const
    {
        return {m_bindings.get(), m_symbolBindings.get(), m_labelBindings.get(),
                m_reliefBindings.get()};
    }

    QRhi* m_rhi = nullptr;
    std::unordered_map<quint64, GpuMesh> m_meshes;
    GpuMesh m_markers; ///< of this frame: points, segments and what is measured
    std::unique_ptr<QRhiBuffer> m_uniforms, m_labelUniforms, m_labelVertices;
    std::unique_ptr<QRhiBuffer> m_reliefCorners;
    std::unique_ptr<QRhiShaderResourceBindings> m_bindings, m_symbolBindings, m_labelBindings,
        m_reliefBindings;
    double m_pictogramRatio = 0; ///< pixel ratio that the pictograms were drawn for
    Pipelines m_pipelines;
    std::unique_ptr<QRhiTexture> m_atlasTexture, m_reliefTexture, m_pictogramTexture;
    std::shared_ptr<const Basemap> m_reliefOf; ///< whose relief the texture holds
    std::unique_ptr<QRhiSampler> m_sampler, m_nearest;
    QSize m_size; ///< of the target, device pixels
    std::uint32_t m_slotSize = 512;
    std::uint32_t m_slots = 0;
    std::uint32_t m_labelVertexCount = 0;
    LabelAtlas m_atlas;
    LabelLayout m_labels;
    RasterTiles m_tiles;

    /// The basemap as last drawn: while the camera rests and the clock runs, its picture is used.
    struct Kept {
        std::shared_ptr<const Basemap> basemap;
        std::shared_ptr<TileStore> store;
        TilePlan tiles;
        double tilesOpacity = 1;
        bool linesOnTiles = true;
        Camera camera;
        bool dark = false;
        QSize size;

        bool operator==(const Kept&) const = default;
    };
    Kept m_last;              ///< what the last frame showed
    bool m_keptValid = false; ///< the picture shows m_last
    std::unique_ptr<QRhiTexture> m_keptTexture;
    std::unique_ptr<QRhiTextureRenderTarget> m_keptTarget;
    std::unique_ptr<QRhiRenderPassDescriptor> m_keptPass;
    std::unique_ptr<QRhiShaderResourceBindings> m_keptBindings;
    Pipelines m_keptPipelines;
};

} // namespace masar::app
