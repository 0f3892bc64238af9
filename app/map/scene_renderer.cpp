// SPDX-License-Identifier: Apache-2.0
#include "app/map/scene_renderer.hpp"

#include "app/map/basemap.hpp"
#include "app/map/graticule.hpp"
#include "app/map/pictograms.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <set>
#include <utility>

namespace masar::app {

namespace {

template <class T> quint32 bytesOf(const std::vector<T>& items)
{
    return static_cast<quint32>(items.size() * sizeof(T));
}

constexpr std::uint32_t kCorners = kRectangle.size();

QRhiGraphicsPipeline* pipelineFor(const Pipelines& pipelines, const DrawItem& item)
{
    switch (item.primitive) {
    case Primitive::polygons:
        return pipelines.polygons.get();
    case Primitive::lines:
        return item.plain ? pipelines.strokes.get() : pipelines.lines.get();
    case Primitive::points:
        return item.plain ? pipelines.dots.get() : pipelines.points.get();
    case Primitive::trails:
        return item.plain ? pipelines.hairs.get() : pipelines.trails.get();
    case Primitive::heads:
        return pipelines.heads.get();
    case Primitive::relief:
        break;
    }
    return pipelines.relief.get();
}

/// The whole of a picture and so many device pixels around it.
QRhiViewport viewportOf(QSize picture, float margin)
{
    return {-margin, -margin, static_cast<float>(picture.width()) + 2 * margin,
            static_cast<float>(picture.height()) + 2 * margin};
}

/// Starts a pass over the whole target; takes the updates with it.
void beginPass(QRhiCommandBuffer* commands, QRhiRenderTarget* target, const DrawPlan& plan,
               QRhiResourceUpdateBatch*& updates)
{
    commands->beginPass(target, QColor::fromRgbF(plan.clear[0], plan.clear[1], plan.clear[2]),
                        {1.0F, 0}, std::exchange(updates, nullptr));
    commands->setViewport(viewportOf(target->pixelSize(), 0));
}

} // namespace

bool SceneRenderer::initialize(QRhi* rhi, QRhiRenderPassDescriptor* pass, int sampleCount)
{
    m_rhi = rhi;
    m_meshes.clear();
    m_slotSize = static_cast<std::uint32_t>(rhi->ubufAligned(sizeof(FrameUniforms)));
    m_slots = 64;
    m_uniforms.reset(
        rhi->newBuffer(QRhiBuffer::Dynamic, QRhiBuffer::UniformBuffer, m_slots * m_slotSize));
    m_uniforms->create();
    const auto stages =
        QRhiShaderResourceBinding::VertexStage | QRhiShaderResourceBinding::FragmentStage;
    m_bindings.reset(rhi->newShaderResourceBindings());
    m_bindings->setBindings({QRhiShaderResourceBinding::uniformBufferWithDynamicOffset(
        0, stages, m_uniforms.get(), sizeof(FrameUniforms))});
    m_bindings->create();

    m_labelUniforms.reset(
        rhi->newBuffer(QRhiBuffer::Dynamic, QRhiBuffer::UniformBuffer, 20 * sizeof(float)));
    m_labelUniforms->create();
    m_atlas = LabelAtlas();
    m_sampler.reset(rhi->newSampler(QRhiSampler::Linear, QRhiSampler::Linear, QRhiSampler::None,
                                    QRhiSampler::ClampToEdge, QRhiSampler::ClampToEdge));
    m_sampler->create();
    m_nearest.reset(rhi->newSampler(QRhiSampler::Nearest, QRhiSampler::Nearest, QRhiSampler::None,
                                    QRhiSampler::ClampToEdge, QRhiSampler::ClampToEdge));
    m_nearest->create();
    m_labelBindings.reset(rhi->newShaderResourceBindings());
    m_atlasTexture.reset(rhi->newTexture(QRhiTexture::RGBA8, QSize(1, 1)));
    m_atlasTexture->create();
    bindAtlas();

    m_reliefCorners.reset(
        rhi->newBuffer(QRhiBuffer::Dynamic, QRhiBuffer::VertexBuffer, 4 * sizeof(ReliefCorner)));
    m_reliefCorners->create();
    m_reliefTexture.reset(rhi->newTexture(QRhiTexture::R8, QSize(1, 1)));
    m_reliefTexture->create();
    m_reliefOf.reset();
    m_reliefBindings.reset(rhi->newShaderResourceBindings());
    bindTexture(m_reliefBindings.get(), m_reliefTexture.get());
    m_symbolBindings.reset(rhi->newShaderResourceBindings());
    m_pictogramTexture.reset(rhi->newTexture(QRhiTexture::R8, QSize(1, 1)));
    m_pictogramTexture->create();
    m_pictogramRatio = 0;
    bindTexture(m_symbolBindings.get(), m_pictogramTexture.get());
    m_tiles.initialize(rhi, m_labelUniforms.get(), m_sampler.get());
    m_keptTexture.reset();
    m_last = {};
    m_keptValid = false;
    auto pipelines = makePipelines(rhi, bindings(), pass, sampleCount);
    if (!pipelines) {
        return false;
    }
    m_pipelines = std::move(*pipelines);
    return true;
}

void SceneRenderer::bindAtlas()
{
    m_labelBindings->setBindings(
        {QRhiShaderResourceBinding::uniformBuffer(
             0, QRhiShaderResourceBinding::VertexStage | QRhiShaderResourceBinding::FragmentStage,
             m_labelUniforms.get()),
         QRhiShaderResourceBinding::sampledTexture(1, QRhiShaderResourceBinding::FragmentStage,
                                                   m_atlasTexture.get(), m_sampler.get())});
    m_labelBindings->create();
}

void SceneRenderer::bindTexture(QRhiShaderResourceBindings* bindings, QRhiTexture* texture)
{
    bindings->setBindings(
        {QRhiShaderResourceBinding::uniformBufferWithDynamicOffset(
             0, QRhiShaderResourceBinding::VertexStage | QRhiShaderResourceBinding::FragmentStage,
             m_uniforms.get(), sizeof(FrameUniforms)),
         QRhiShaderResourceBinding::sampledTexture(1, QRhiShaderResourceBinding::FragmentStage,
                                                   texture, m_sampler.get())});
    bindings->create();
}

void SceneRenderer::uploadPictograms(double pixelRatio, QRhiResourceUpdateBatch* updates)
{
    if (pixelRatio == m_pictogramRatio) {
        return;
    }
    m_pictogramRatio = pixelRatio;
    constexpr double cell = 24; // twice as large as drawn, so that four points make one
    const QImage strip = pictogramStrip(static_cast<int>(std::lround(cell * pixelRatio)));
    m_pictogramTexture.reset(m_rhi->newTexture(QRhiTexture::R8, strip.size()));
    m_pictogramTexture->create();
    bindTexture(m_symbolBindings.get(), m_pictogramTexture.get());
    QRhiTextureSubresourceUploadDescription pixels(strip.constBits(),
                                                   static_cast<quint32>(strip.sizeInBytes()));
    pixels.setDataStride(static_cast<quint32>(strip.bytesPerLine()));
    updates->uploadTexture(m_pictogramTexture.get(), QRhiTextureUploadEntry(0, 0, pixels));
}

void SceneRenderer::uploadRelief(const Scene& scene, QRhiResourceUpdateBatch* updates)
{
    if (!scene.basemap || scene.basemap == m_reliefOf || scene.basemap->relief.pixels.empty()) {
        return;
    }
    m_reliefOf = scene.basemap;
    const core::GreyRaster& relief = m_reliefOf->relief;
    m_reliefTexture.reset(m_rhi->newTexture(QRhiTexture::R8, QSize(relief.width, relief.height)));
    m_reliefTexture->create();
    bindTexture(m_reliefBindings.get(), m_reliefTexture.get());
    const QRhiTextureSubresourceUploadDescription pixels(
        relief.pixels.data(), static_cast<quint32>(relief.pixels.size()));
    updates->uploadTexture(m_reliefTexture.get(), QRhiTextureUploadEntry(0, 0, pixels));
    const auto corner = [&](bool right, bool bottom) {
        return ReliefCorner{static_cast<quint32>(right ? relief.right : relief.left),
                            static_cast<quint32>(bottom ? relief.bottom : relief.top),
                            right ? 1.0F : 0.0F, bottom ? 1.0F : 0.0F};
    };
    const std::array corners{corner(false, false), corner(true, false), corner(false, true),
                             corner(true, true)};
    updates->updateDynamicBuffer(m_reliefCorners.get(), 0, sizeof corners, corners.data());
}

const SceneRenderer::GpuMesh& SceneRenderer::meshOf(const MapLayer& layer,
                                                    QRhiResourceUpdateBatch* updates)
{
    if (const auto found = m_meshes.find(layer.id); found != m_meshes.end()) {
        return found->second;
    }
    const auto make = [&](QRhiBuffer::UsageFlags usage, const auto& items) {
        std::unique_ptr<QRhiBuffer> buffer;
        if (!items.empty()) {
            buffer.reset(m_rhi->newBuffer(QRhiBuffer::Immutable, usage, bytesOf(items)));
            buffer->create();
            updates->uploadStaticBuffer(buffer.get(), items.data());
        }
        return buffer;
    };
    GpuMesh mesh;
    mesh.points = make(QRhiBuffer::VertexBuffer, layer.mesh.points);
    mesh.segments = make(QRhiBuffer::VertexBuffer, layer.mesh.segments);
    mesh.legs = make(QRhiBuffer::VertexBuffer, layer.mesh.legs);
    mesh.vertices = make(QRhiBuffer::VertexBuffer, layer.mesh.vertices);
    mesh.indices = make(QRhiBuffer::IndexBuffer, layer.mesh.indices);
    return m_meshes.emplace(layer.id, std::move(mesh)).first->second;
}

void SceneRenderer::forgetMeshesBut(const Scene& scene)
{
    std::set<quint64> used;
    for (const SceneLayer& layer : scene.layers) {
        used.insert(layer.data->id);
        if (layer.data->coarse) {
            used.insert(layer.data->coarse->id);
        }
    }
    if (scene.basemap) {
        for (const BasemapPart& part : scene.basemap->parts) {
            used.insert(part.data->id);
        }
    }
    std::erase_if(m_meshes, [&](const auto& entry) { return !used.contains(entry.first); });
}

void SceneRenderer::upload(const DrawPlan& plan, QRhiResourceUpdateBatch* updates)
{
    const auto slotCount = static_cast<std::uint32_t>(plan.items.size());
    if (slotCount > m_slots) {
        m_slots = std::bit_ceil(slotCount);
        m_uniforms->setSize(m_slots * m_slotSize);
        m_uniforms->create();
        m_bindings->create();
        m_reliefBindings->create();
        m_symbolBindings->create();
    }
    std::vector<char> block(static_cast<std::size_t>(slotCount) * m_slotSize);
    for (std::uint32_t i = 0; i < slotCount; ++i) {
        std::memcpy(block.data() + static_cast<std::size_t>(i) * m_slotSize,
                    &plan.items[i].uniforms, sizeof(FrameUniforms));
    }
    if (slotCount > 0) {
        updates->updateDynamicBuffer(m_uniforms.get(), 0, slotCount * m_slotSize, block.data());
    }
    if (!plan.markers.empty()) {
        const quint32 bytes = bytesOf(plan.markers);
        reserve(m_rhi, m_markers.points, QRhiBuffer::Dynamic, QRhiBuffer::VertexBuffer, bytes);
        updates->updateDynamicBuffer(m_markers.points.get(), 0, bytes, plan.markers.data());
    }
    if (!plan.hairs.empty()) {
        const quint32 bytes = bytesOf(plan.hairs);
        reserve(m_rhi, m_markers.legs, QRhiBuffer::Dynamic, QRhiBuffer::VertexBuffer, bytes);
        updates->updateDynamicBuffer(m_markers.legs.get(), 0, bytes, plan.hairs.data());
    }
    if (!plan.strokes.empty()) {
        const quint32 bytes = bytesOf(plan.strokes);
        reserve(m_rhi, m_markers.segments, QRhiBuffer::Dynamic, QRhiBuffer::VertexBuffer, bytes);
        updates->updateDynamicBuffer(m_markers.segments.get(), 0, bytes, plan.strokes.data());
    }
    if (!plan.areaTriangles.empty()) {
        const quint32 corners = bytesOf(plan.area);
        const quint32 triangles = bytesOf(plan.areaTriangles);
        reserve(m_rhi, m_markers.vertices, QRhiBuffer::Dynamic, QRhiBuffer::VertexBuffer, corners);
        reserve(m_rhi, m_markers.indices, QRhiBuffer::Dynamic, QRhiBuffer::IndexBuffer, triangles);
        updates->updateDynamicBuffer(m_markers.vertices.get(), 0, corners, plan.area.data());
        updates->updateDynamicBuffer(m_markers.indices.get(), 0, triangles,
                                     plan.areaTriangles.data());
    }
    for (const DrawItem& item : plan.items) {
        if (item.layer) {
            (void)meshOf(*item.layer, updates);
        }
    }
}

void SceneRenderer::uploadAtlas(QRhiResourceUpdateBatch* updates)
{
    QRect dirty = m_atlas.takeDirty();
    if (dirty.isEmpty()) {
        return;
    }
    if (m_atlasTexture->pixelSize() != m_atlas.image().size()) {
        m_atlasTexture.reset(m_rhi->newTexture(QRhiTexture::RGBA8, m_atlas.image().size()));
        m_atlasTexture->create();
        bindAtlas();
        dirty = m_atlas.image().rect();
    }
    QRhiTextureSubresourceUploadDescription part(m_atlas.image().copy(dirty));
    part.setDestinationTopLeft(dirty.topLeft());
    updates->uploadTexture(m_atlasTexture.get(), QRhiTextureUploadEntry(0, 0, part));
}

void SceneRenderer::uploadLabels(const std::vector<LabelQuad>& labels, const Camera& camera,
                                 QRhiResourceUpdateBatch* updates)
{
    uploadAtlas(updates);
    std::array<float, 20> uniforms{};
    std::memcpy(uniforms.data(), m_rhi->clipSpaceCorrMatrix().constData(), 16 * sizeof(float));
    const double ratio = camera.pixelRatio;
    uniforms[16] = static_cast<float>(camera.size.width() * ratio);
    uniforms[17] = static_cast<float>(camera.size.height() * ratio);
    updates->updateDynamicBuffer(m_labelUniforms.get(), 0, sizeof uniforms, uniforms.data());

    std::vector<PictureVertex> vertices;
    vertices.reserve((labels.size() + 1) * kCorners);
    // First the rectangle of the kept basemap.
    const float top = m_rhi->isYUpInFramebuffer() ? 1 : 0;
    for (const auto& [right, bottom] : kRectangle) {
        const auto u = static_cast<float>(right);
        const auto v = static_cast<float>(bottom);
        vertices.push_back({u * uniforms[16], v * uniforms[17], u, std::abs(top - v), 1});
    }
    const double side = m_atlas.image().width();
    for (const LabelQuad& label : labels) {
        for (const auto& [right, bottom] : kRectangle) {
            const QPointF at = label.corners[static_cast<std::size_t>(right + 2 * bottom)];
            const double u = (label.source.x() + right * label.source.width()) / side;
            const double v = (label.source.y() + bottom * label.source.height()) / side;
            vertices.push_back({static_cast<float>(at.x()), static_cast<float>(at.y()),
                                static_cast<float>(u), static_cast<float>(v), 1});
        }
    }
    m_labelVertexCount = static_cast<std::uint32_t>(vertices.size());
    if (!vertices.empty()) {
        reserve(m_rhi, m_labelVertices, QRhiBuffer::Dynamic, QRhiBuffer::VertexBuffer,
                bytesOf(vertices));
        updates->updateDynamicBuffer(m_labelVertices.get(), 0, bytesOf(vertices), vertices.data());
    }
}

bool SceneRenderer::makeKept(QSize size)
{
    if (m_keptTexture && m_keptTexture->pixelSize() == size) {
        return true;
    }
    m_keptTexture.reset(m_rhi->newTexture(QRhiTexture::RGBA8, size, 1, QRhiTexture::RenderTarget));
    m_keptTarget.reset(m_rhi->newTextureRenderTarget({QRhiColorAttachment(m_keptTexture.get())}));
    const auto failed = [this] {
        m_keptTexture.reset();
        return false;
    };
    if (!m_keptTexture->create()) {
        return failed();
    }
    m_keptPass.reset(m_keptTarget->newCompatibleRenderPassDescriptor());
    m_keptTarget->setRenderPassDescriptor(m_keptPass.get());
    m_keptBindings.reset(m_rhi->newShaderResourceBindings());
    const auto stages =
        QRhiShaderResourceBinding::VertexStage | QRhiShaderResourceBinding::FragmentStage;
    m_keptBindings->setBindings(
        {QRhiShaderResourceBinding::uniformBuffer(0, stages, m_labelUniforms.get()),
         QRhiShaderResourceBinding::sampledTexture(1, QRhiShaderResourceBinding::FragmentStage,
                                                   m_keptTexture.get(), m_nearest.get())});
    auto pipelines = makePipelines(m_rhi, bindings(), m_keptPass.get(), 1);
    if (!m_keptTarget->create() || !m_keptBindings->create() || !pipelines) {
        return failed();
    }
    m_keptPipelines = std::move(*pipelines);
    return true;
}

bool SceneRenderer::keepBasemap(QRhiCommandBuffer* commands, const DrawPlan& plan,
                                const Scene& scene, const Camera& camera, QSize size,
                                QRhiResourceUpdateBatch*& updates)
{
    Kept now{scene.basemap,      scene.tiles, plan.tiles, scene.tilesOpacity,
             scene.linesOnTiles, camera,      scene.dark, size};
    if (!(now == m_last)) {
        m_last = std::move(now); // while the camera moves, a picture would only cost
        m_keptValid = false;
        return false;
    }
    const bool empty = plan.basemapItems == 0 && plan.tiles.draws.empty();
    if (m_keptValid || empty || !makeKept(size)) {
        return m_keptValid;
    }
    beginPass(commands, m_keptTarget.get(), plan, updates);
    drawBasemap(commands, m_keptPipelines, plan);
    commands->endPass();
    m_keptValid = true;
    return true;
}

void SceneRenderer::drawBasemap(QRhiCommandBuffer* commands, const Pipelines& pipelines,
                                const DrawPlan& plan)
{
    for (std::uint32_t i = 0; i < plan.basemapItems; ++i) {
        if (i == plan.itemsUnderTiles) {
            m_tiles.draw(commands, pipelines.pictures.get());
        }
        draw(commands, pipelines, plan.items[i], i);
    }
    if (plan.itemsUnderTiles == plan.basemapItems) {
        m_tiles.draw(commands, pipelines.pictures.get());
    }
}

std::pair<QRhiBuffer*, quint32> SceneRenderer::instancesOf(const GpuMesh& mesh, Primitive primitive)
{
    switch (primitive) {
    case Primitive::lines:
        return {mesh.segments.get(), sizeof(MeshSegment)};
    case Primitive::trails:
    case Primitive::heads:
        return {mesh.legs.get(), sizeof(MeshLeg)};
    default:
        return {mesh.points.get(), sizeof(MeshVertex)};
    }
}

void SceneRenderer::draw(QRhiCommandBuffer* commands, const Pipelines& pipelines,
                         const DrawItem& item, std::uint32_t slot)
{
    const QRhiCommandBuffer::DynamicOffset offset(0, slot * m_slotSize);
    if (item.primitive == Primitive::relief) {
        commands->setGraphicsPipeline(pipelineFor(pipelines, item));
        commands->setShaderResources(m_reliefBindings.get(), 1, &offset);
        const QRhiCommandBuffer::VertexInput corners(m_reliefCorners.get(), 0);
        commands->setVertexInput(0, 1, &corners);
        commands->draw(4);
        return;
    }
    const bool polygons = item.primitive == Primitive::polygons;
    commands->setGraphicsPipeline(pipelineFor(pipelines, item));
    const bool symbols = item.primitive == Primitive::points && !item.plain;
    commands->setShaderResources(symbols ? m_symbolBindings.get() : m_bindings.get(), 1, &offset);
    const GpuMesh& mesh = item.layer ? m_meshes.at(item.layer->id) : m_markers;
    if (polygons) {
        const QRhiCommandBuffer::VertexInput vertices(mesh.vertices.get(), 0);
        commands->setVertexInput(0, 1, &vertices, mesh.indices.get(), 0,
                                 QRhiCommandBuffer::IndexUInt32);
        for (const MeshRange& range : item.ranges) {
            commands->drawIndexed(range.count, 1, range.first);
        }
        return;
    }
    const auto [buffer, stride] = instancesOf(mesh, item.primitive);
    const bool dots = item.primitive == Primitive::points && item.plain;
    const bool hairs = item.primitive == Primitive::trails && item.plain;
    const bool vertices = dots || hairs; // not rectangles, one an instance
    if (dots) {
        commands->setViewport(viewportOf(m_size, kDotMargin));
    }
    for (const MeshRange& range : item.ranges) {
        const QRhiCommandBuffer::VertexInput input(buffer, range.first * stride);
        commands->setVertexInput(0, 1, &input);
        commands->draw(vertices ? range.count : 4, vertices ? 1 : range.count);
    }
    if (dots) {
        commands->setViewport(viewportOf(m_size, 0));
    }
}

void SceneRenderer::drawPictures(QRhiCommandBuffer* commands, QRhiGraphicsPipeline* pipeline,
                                 QRhiShaderResourceBindings* bindings, std::uint32_t first,
                                 std::uint32_t count)
{
    commands->setGraphicsPipeline(pipeline);
    commands->setShaderResources(bindings);
    const QRhiCommandBuffer::VertexInput vertices(m_labelVertices.get(), 0);
    commands->setVertexInput(0, 1, &vertices);
    commands->draw(count, 1, first);
}

void SceneRenderer::render(QRhiCommandBuffer* commands, QRhiRenderTarget* target,
                           const Scene& scene, const Camera& camera)
{
    m_size = target->pixelSize();
    m_tiles.want(scene.tiles, camera);
    m_atlas.setLook(scene.dark, camera.pixelRatio);
    m_atlas.beginFrame();
    m_labels.update(scene);
    std::vector<LabelQuad> labels = m_labels.layOut(camera, m_atlas);
    if (scene.graticule) {
        std::ranges::move(graticuleLabels(*scene.graticule, camera, m_atlas),
                          std::back_inserter(labels));
    }
    const DrawPlan plan = planDrawing(scene, camera, m_rhi->clipSpaceCorrMatrix().constData());
    QRhiResourceUpdateBatch* updates = m_rhi->nextResourceUpdateBatch();
    m_tiles.upload(plan.tiles, camera, scene.tilesOpacity, updates);
    forgetMeshesBut(scene);
    upload(plan, updates);
    uploadRelief(scene, updates);
    uploadPictograms(camera.pixelRatio, updates);
    uploadLabels(labels, camera, updates);

    const bool kept = keepBasemap(commands, plan, scene, camera, m_size, updates);
    beginPass(commands, target, plan, updates);
    if (kept) {
        drawPictures(commands, m_pipelines.copy.get(), m_keptBindings.get(), 0, kCorners);
    } else {
        drawBasemap(commands, m_pipelines, plan);
    }
    for (std::size_t i = plan.basemapItems; i < plan.items.size(); ++i) {
        draw(commands, m_pipelines, plan.items[i], static_cast<std::uint32_t>(i));
    }
    if (m_labelVertexCount > kCorners) {
        drawPictures(commands, m_pipelines.pictures.get(), m_labelBindings.get(), kCorners,
                     m_labelVertexCount - kCorners);
    }
    commands->endPass();
}

} // namespace masar::app
