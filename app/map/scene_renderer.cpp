// SPDX-License-Identifier: Apache-2.0
#include "app/map/scene_renderer.hpp"

#include "app/map/basemap.hpp"

#include <QFile>

#include <array>
#include <bit>
#include <cstring>
#include <set>

namespace masar::app {

namespace {

using Input = QRhiVertexInputAttribute;

QShader loadShader(const QString& name)
{
    QFile file(QStringLiteral(":/masar/shaders/") + name + QStringLiteral(".qsb"));
    return file.open(QIODevice::ReadOnly) ? QShader::fromSerialized(file.readAll()) : QShader();
}

template <class T> quint32 bytesOf(const std::vector<T>& items)
{
    return static_cast<quint32>(items.size() * sizeof(T));
}

/// A buffer with room for `bytes`, kept if it is large enough.
void reserve(QRhi* rhi, std::unique_ptr<QRhiBuffer>& buffer, QRhiBuffer::Type type,
             QRhiBuffer::UsageFlags usage, quint32 bytes)
{
    if (!buffer || buffer->size() < bytes) {
        buffer.reset(rhi->newBuffer(type, usage, std::bit_ceil(std::max(bytes, 256U))));
        buffer->create();
    }
}

struct LabelVertex {
    float x, y, u, v, opacity;
};

struct ReliefCorner {
    quint32 x, y;
    float u, v;
};

} // namespace

std::unique_ptr<QRhiGraphicsPipeline>
SceneRenderer::makePipeline(const QString& shader, const QRhiVertexInputLayout& layout,
                            QRhiGraphicsPipeline::Topology topology,
                            QRhiShaderResourceBindings* bindings, QRhiRenderPassDescriptor* pass,
                            int sampleCount)
{
    std::unique_ptr<QRhiGraphicsPipeline> pipeline(m_rhi->newGraphicsPipeline());
    QRhiGraphicsPipeline::TargetBlend blend; // premultiplied alpha
    blend.enable = true;
    blend.srcColor = QRhiGraphicsPipeline::One;
    blend.dstColor = QRhiGraphicsPipeline::OneMinusSrcAlpha;
    blend.srcAlpha = QRhiGraphicsPipeline::One;
    blend.dstAlpha = QRhiGraphicsPipeline::OneMinusSrcAlpha;
    if (shader == QLatin1String("relief")) { // multiplied with the land
        blend.srcColor = QRhiGraphicsPipeline::DstColor;
        blend.dstColor = QRhiGraphicsPipeline::Zero;
    }
    pipeline->setTargetBlends({blend});
    pipeline->setTopology(topology);
    pipeline->setSampleCount(sampleCount);
    pipeline->setShaderStages(
        {{QRhiShaderStage::Vertex, loadShader(shader + QStringLiteral(".vert"))},
         {QRhiShaderStage::Fragment, loadShader(shader + QStringLiteral(".frag"))}});
    pipeline->setVertexInputLayout(layout);
    pipeline->setShaderResourceBindings(bindings);
    pipeline->setRenderPassDescriptor(pass);
    if (!pipeline->create()) {
        qWarning("The map's %s pipeline could not be made on %s.", qPrintable(shader),
                 m_rhi->backendName());
        return nullptr;
    }
    return pipeline;
}

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

    QRhiVertexInputLayout points;
    points.setBindings({{sizeof(MeshVertex), QRhiVertexInputBinding::PerInstance}});
    points.setAttributes({{0, 0, Input::UInt2, offsetof(MeshVertex, x)},
                          {0, 1, Input::SInt4, offsetof(MeshVertex, time)},
                          {0, 2, Input::UInt, offsetof(MeshVertex, flags)}});
    QRhiVertexInputLayout polygons = points;
    polygons.setBindings({{sizeof(MeshVertex)}});
    QRhiVertexInputLayout lines;
    lines.setBindings({{sizeof(MeshSegment), QRhiVertexInputBinding::PerInstance}});
    lines.setAttributes({{0, 0, Input::UInt4, offsetof(MeshSegment, ax)},
                         {0, 1, Input::SInt4, offsetof(MeshSegment, time)},
                         {0, 2, Input::UInt, offsetof(MeshSegment, flags)},
                         {0, 3, Input::Float, offsetof(MeshSegment, along)}});
    QRhiVertexInputLayout labels;
    labels.setBindings({{sizeof(LabelVertex)}});
    labels.setAttributes({{0, 0, Input::Float2, 0}, {0, 1, Input::Float3, 2 * sizeof(float)}});

    m_labelUniforms.reset(
        rhi->newBuffer(QRhiBuffer::Dynamic, QRhiBuffer::UniformBuffer, 20 * sizeof(float)));
    m_labelUniforms->create();
    m_atlasTexture.reset(
        rhi->newTexture(QRhiTexture::RGBA8, QSize(LabelAtlas::side, LabelAtlas::side)));
    m_atlasTexture->create();
    m_atlas = LabelAtlas();
    m_sampler.reset(rhi->newSampler(QRhiSampler::Linear, QRhiSampler::Linear, QRhiSampler::None,
                                    QRhiSampler::ClampToEdge, QRhiSampler::ClampToEdge));
    m_sampler->create();
    m_labelBindings.reset(rhi->newShaderResourceBindings());
    m_labelBindings->setBindings(
        {QRhiShaderResourceBinding::uniformBuffer(0, stages, m_labelUniforms.get()),
         QRhiShaderResourceBinding::sampledTexture(1, QRhiShaderResourceBinding::FragmentStage,
                                                   m_atlasTexture.get(), m_sampler.get())});
    m_labelBindings->create();

    QRhiVertexInputLayout relief;
    relief.setBindings({{sizeof(ReliefCorner)}});
    relief.setAttributes({{0, 0, Input::UInt2, 0}, {0, 1, Input::Float2, 2 * sizeof(quint32)}});
    m_reliefCorners.reset(
        rhi->newBuffer(QRhiBuffer::Dynamic, QRhiBuffer::VertexBuffer, 4 * sizeof(ReliefCorner)));
    m_reliefCorners->create();
    m_reliefTexture.reset(rhi->newTexture(QRhiTexture::R8, QSize(1, 1)));
    m_reliefTexture->create();
    m_reliefOf.reset();
    m_reliefBindings.reset(rhi->newShaderResourceBindings());
    bindRelief();

    const auto strip = QRhiGraphicsPipeline::TriangleStrip;
    const auto triangles = QRhiGraphicsPipeline::Triangles;
    m_points =
        makePipeline(QStringLiteral("point"), points, strip, m_bindings.get(), pass, sampleCount);
    m_lines =
        makePipeline(QStringLiteral("line"), lines, strip, m_bindings.get(), pass, sampleCount);
    m_polygons = makePipeline(QStringLiteral("polygon"), polygons, triangles, m_bindings.get(),
                              pass, sampleCount);
    m_labels = makePipeline(QStringLiteral("label"), labels, triangles, m_labelBindings.get(), pass,
                            sampleCount);
    m_reliefs = makePipeline(QStringLiteral("relief"), relief, strip, m_reliefBindings.get(), pass,
                             sampleCount);
    return m_points && m_lines && m_polygons && m_labels && m_reliefs;
}

void SceneRenderer::bindRelief()
{
    m_reliefBindings->setBindings(
        {QRhiShaderResourceBinding::uniformBufferWithDynamicOffset(
             0, QRhiShaderResourceBinding::VertexStage | QRhiShaderResourceBinding::FragmentStage,
             m_uniforms.get(), sizeof(FrameUniforms)),
         QRhiShaderResourceBinding::sampledTexture(1, QRhiShaderResourceBinding::FragmentStage,
                                                   m_reliefTexture.get(), m_sampler.get())});
    m_reliefBindings->create();
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
    bindRelief();
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
    mesh.vertices = make(QRhiBuffer::VertexBuffer, layer.mesh.vertices);
    mesh.indices = make(QRhiBuffer::IndexBuffer, layer.mesh.indices);
    return m_meshes.emplace(layer.id, std::move(mesh)).first->second;
}

void SceneRenderer::forgetMeshesBut(const Scene& scene)
{
    std::set<quint64> used;
    for (const SceneLayer& layer : scene.layers) {
        used.insert(layer.data->id);
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
    for (const DrawItem& item : plan.items) {
        if (item.layer) {
            (void)meshOf(*item.layer, updates);
        }
    }
}

void SceneRenderer::uploadLabels(const LabelLayout& layout, const Camera& camera,
                                 QRhiResourceUpdateBatch* updates)
{
    if (m_atlas.takeDirty()) {
        updates->uploadTexture(m_atlasTexture.get(), m_atlas.image());
    }
    std::array<float, 20> uniforms{};
    std::memcpy(uniforms.data(), m_rhi->clipSpaceCorrMatrix().constData(), 16 * sizeof(float));
    const double ratio = camera.pixelRatio;
    uniforms[16] = static_cast<float>(camera.size.width() * ratio);
    uniforms[17] = static_cast<float>(camera.size.height() * ratio);
    updates->updateDynamicBuffer(m_labelUniforms.get(), 0, sizeof uniforms, uniforms.data());

    std::vector<LabelVertex> vertices;
    vertices.reserve(layout.labels.size() * 6);
    for (const PlacedLabel& label : layout.labels) {
        const QRectF source = QRectF(label.source);
        const auto corner = [&](int right, int bottom) {
            const double x = (label.target.x()) * ratio + right * source.width();
            const double y = (label.target.y()) * ratio + bottom * source.height();
            const double u = (source.x() + right * source.width()) / LabelAtlas::side;
            const double v = (source.y() + bottom * source.height()) / LabelAtlas::side;
            return LabelVertex{static_cast<float>(x), static_cast<float>(y), static_cast<float>(u),
                               static_cast<float>(v), 1};
        };
        for (const auto& [right, bottom] :
             {std::pair(0, 0), {1, 0}, {0, 1}, {1, 0}, {1, 1}, {0, 1}}) {
            vertices.push_back(corner(right, bottom));
        }
    }
    m_labelVertexCount = static_cast<std::uint32_t>(vertices.size());
    if (!vertices.empty()) {
        reserve(m_rhi, m_labelVertices, QRhiBuffer::Dynamic, QRhiBuffer::VertexBuffer,
                bytesOf(vertices));
        updates->updateDynamicBuffer(m_labelVertices.get(), 0, bytesOf(vertices), vertices.data());
    }
}

void SceneRenderer::draw(QRhiCommandBuffer* commands, const DrawItem& item, std::uint32_t slot)
{
    const QRhiCommandBuffer::DynamicOffset offset(0, slot * m_slotSize);
    if (item.primitive == Primitive::relief) {
        commands->setGraphicsPipeline(m_reliefs.get());
        commands->setShaderResources(m_reliefBindings.get(), 1, &offset);
        const QRhiCommandBuffer::VertexInput corners(m_reliefCorners.get(), 0);
        commands->setVertexInput(0, 1, &corners);
        commands->draw(4);
        return;
    }
    QRhiGraphicsPipeline* pipeline = item.primitive == Primitive::points  ? m_points.get()
                                     : item.primitive == Primitive::lines ? m_lines.get()
                                                                          : m_polygons.get();
    commands->setGraphicsPipeline(pipeline);
    commands->setShaderResources(m_bindings.get(), 1, &offset);
    const GpuMesh& mesh = item.layer ? m_meshes.at(item.layer->id) : m_markers;
    if (item.primitive == Primitive::polygons) {
        const QRhiCommandBuffer::VertexInput vertices(mesh.vertices.get(), 0);
        commands->setVertexInput(0, 1, &vertices, mesh.indices.get(), 0,
                                 QRhiCommandBuffer::IndexUInt32);
        for (const MeshRange& range : item.ranges) {
            commands->drawIndexed(range.count, 1, range.first);
        }
        return;
    }
    const bool lines = item.primitive == Primitive::lines;
    QRhiBuffer* buffer = lines ? mesh.segments.get() : mesh.points.get();
    const quint32 stride = lines ? sizeof(MeshSegment) : sizeof(MeshVertex);
    for (const MeshRange& range : item.ranges) {
        const QRhiCommandBuffer::VertexInput instances(buffer, range.first * stride);
        commands->setVertexInput(0, 1, &instances);
        commands->draw(4, range.count);
    }
}

void SceneRenderer::render(QRhiCommandBuffer* commands, QRhiRenderTarget* target,
                           const Scene& scene, const Camera& camera)
{
    const LabelLayout labels = layOutLabels(scene, camera, m_atlas);
    const DrawPlan plan =
        planDrawing(scene, camera, labels.towns, m_rhi->clipSpaceCorrMatrix().constData());
    QRhiResourceUpdateBatch* updates = m_rhi->nextResourceUpdateBatch();
    forgetMeshesBut(scene);
    upload(plan, updates);
    uploadRelief(scene, updates);
    uploadLabels(labels, camera, updates);

    const QSize size = target->pixelSize();
    commands->beginPass(target, QColor::fromRgbF(plan.clear[0], plan.clear[1], plan.clear[2]),
                        {1.0F, 0}, updates);
    commands->setViewport(
        {0, 0, static_cast<float>(size.width()), static_cast<float>(size.height())});
    for (std::uint32_t i = 0; i < plan.items.size(); ++i) {
        draw(commands, plan.items[i], i);
    }
    if (m_labelVertexCount > 0) {
        commands->setGraphicsPipeline(m_labels.get());
        commands->setShaderResources(m_labelBindings.get());
        const QRhiCommandBuffer::VertexInput vertices(m_labelVertices.get(), 0);
        commands->setVertexInput(0, 1, &vertices);
        commands->draw(m_labelVertexCount);
    }
    commands->endPass();
}

} // namespace masar::app
