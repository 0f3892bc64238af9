// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/camera.hpp"
#include "app/map/draw_plan.hpp"
#include "app/map/label_layout.hpp"
#include "app/map/map_scene.hpp"

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

private:
    struct GpuMesh {
        std::unique_ptr<QRhiBuffer> points, segments, vertices, indices;
    };

    std::unique_ptr<QRhiGraphicsPipeline>
    makePipeline(const QString& shader, const QRhiVertexInputLayout& layout,
                 QRhiGraphicsPipeline::Topology topology, QRhiShaderResourceBindings* bindings,
                 QRhiRenderPassDescriptor* pass, int sampleCount);
    void bindRelief();
    const GpuMesh& meshOf(const MapLayer& layer, QRhiResourceUpdateBatch* updates);
    void forgetMeshesBut(const Scene& scene);
    void upload(const DrawPlan& plan, QRhiResourceUpdateBatch* updates);
    void uploadRelief(const Scene& scene, QRhiResourceUpdateBatch* updates);
    void uploadLabels(const LabelLayout& layout, const Camera& camera,
                      QRhiResourceUpdateBatch* updates);
    void draw(QRhiCommandBuffer* commands, const DrawItem& item, std::uint32_t slot);

    QRhi* m_rhi = nullptr;
    std::unordered_map<quint64, GpuMesh> m_meshes;
    GpuMesh m_markers; ///< only its points
    std::unique_ptr<QRhiBuffer> m_uniforms, m_labelUniforms, m_labelVertices;
    std::unique_ptr<QRhiBuffer> m_reliefCorners;
    std::unique_ptr<QRhiShaderResourceBindings> m_bindings, m_labelBindings, m_reliefBindings;
    std::unique_ptr<QRhiGraphicsPipeline> m_points, m_lines, m_polygons, m_labels, m_reliefs;
    std::unique_ptr<QRhiTexture> m_atlasTexture, m_reliefTexture;
    std::shared_ptr<const Basemap> m_reliefOf; ///< whose relief the texture holds
    std::unique_ptr<QRhiSampler> m_sampler;
    std::uint32_t m_slotSize = 512;
    std::uint32_t m_slots = 0;
    std::uint32_t m_labelVertexCount = 0;
    LabelAtlas m_atlas;
};

} // namespace masar::app
