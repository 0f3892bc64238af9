// SPDX-License-Identifier: Apache-2.0
#include "app/map/pipelines.hpp"

#include "app/map/layer_mesh.hpp"

#include <QFile>

#include <algorithm>
#include <bit>
#include <initializer_list>

namespace masar::app {

namespace {

using Input = QRhiVertexInputAttribute;
using Attributes = std::initializer_list<QRhiVertexInputAttribute>;

QShader loadShader(const QString& name)
{
    QFile file(QStringLiteral(":/masar/shaders/") + name + QStringLiteral(".qsb"));
    return file.open(QIODevice::ReadOnly) ? QShader::fromSerialized(file.readAll()) : QShader();
}

QRhiVertexInputLayout layoutOf(quint32 stride, QRhiVertexInputBinding::Classification steps,
                               Attributes attributes)
{
    QRhiVertexInputLayout layout;
    layout.setBindings({{stride, steps}});
    layout.setAttributes(attributes);
    return layout;
}

/// A pipeline as it is put together.
struct Parts {
    const char* vertex; ///< shaders by name
    const char* fragment;
    QRhiVertexInputLayout layout;
    QRhiGraphicsPipeline::Topology topology;
    QRhiShaderResourceBindings* bindings;
    enum class Blend { over, multiply, none } blend = Blend::over;
};

std::unique_ptr<QRhiGraphicsPipeline> makePipeline(QRhi* rhi, const Parts& parts,
                                                   QRhiRenderPassDescriptor* pass, int sampleCount)
{
    std::unique_ptr<QRhiGraphicsPipeline> pipeline(rhi->newGraphicsPipeline());
    QRhiGraphicsPipeline::TargetBlend blend;
    const bool multiply = parts.blend == Parts::Blend::multiply;
    blend.enable = parts.blend != Parts::Blend::none;
    blend.srcColor = multiply ? QRhiGraphicsPipeline::DstColor : QRhiGraphicsPipeline::One;
    blend.dstColor = multiply ? QRhiGraphicsPipeline::Zero : QRhiGraphicsPipeline::OneMinusSrcAlpha;
    blend.srcAlpha = QRhiGraphicsPipeline::One;
    blend.dstAlpha = QRhiGraphicsPipeline::OneMinusSrcAlpha;
    pipeline->setTargetBlends({blend});
    pipeline->setTopology(parts.topology);
    pipeline->setSampleCount(sampleCount);
    pipeline->setShaderStages(
        {{QRhiShaderStage::Vertex,
          loadShader(QLatin1String(parts.vertex) + QLatin1String(".vert"))},
         {QRhiShaderStage::Fragment,
          loadShader(QLatin1String(parts.fragment) + QLatin1String(".frag"))}});
    pipeline->setVertexInputLayout(parts.layout);
    pipeline->setShaderResourceBindings(parts.bindings);
    pipeline->setRenderPassDescriptor(pass);
    if (!pipeline->create()) {
        qWarning("The map's %s pipeline could not be made on %s.", parts.fragment,
                 rhi->backendName());
        return nullptr;
    }
    return pipeline;
}

} // namespace

void reserve(QRhi* rhi, std::unique_ptr<QRhiBuffer>& buffer, QRhiBuffer::Type type,
             QRhiBuffer::UsageFlags usage, quint32 bytes)
{
    if (!buffer || buffer->size() < bytes) {
        buffer.reset(rhi->newBuffer(type, usage, std::bit_ceil(std::max(bytes, 256U))));
        buffer->create();
    }
}

std::optional<Pipelines> makePipelines(QRhi* rhi, const PipelineBindings& bindings,
                                       QRhiRenderPassDescriptor* pass, int sampleCount)
{
    const Attributes vertex{{0, 0, Input::UInt2, offsetof(MeshVertex, x)},
                            {0, 1, Input::SInt4, offsetof(MeshVertex, time)},
                            {0, 2, Input::UInt, offsetof(MeshVertex, flags)}};
    const Attributes segment{{0, 0, Input::UInt4, offsetof(MeshSegment, ax)},
                             {0, 1, Input::SInt4, offsetof(MeshSegment, time)},
                             {0, 2, Input::UInt, offsetof(MeshSegment, flags)},
                             {0, 3, Input::Float, offsetof(MeshSegment, along)}};
    const Attributes leg{{0, 0, Input::UInt4, offsetof(MeshLeg, ax)},
                         {0, 1, Input::SInt2, offsetof(MeshLeg, begin)},
                         {0, 2, Input::Float, offsetof(MeshLeg, metres)},
                         {0, 3, Input::UInt, offsetof(MeshLeg, flags)}};
    const Attributes picture{{0, 0, Input::Float2, offsetof(PictureVertex, x)},
                             {0, 1, Input::Float3, offsetof(PictureVertex, u)}};
    const Attributes corner{{0, 0, Input::UInt2, offsetof(ReliefCorner, x)},
                            {0, 1, Input::Float2, offsetof(ReliefCorner, u)}};
    const auto strip = QRhiGraphicsPipeline::TriangleStrip;
    const auto triangles = QRhiGraphicsPipeline::Triangles;
    const auto eachVertex = QRhiVertexInputBinding::PerVertex;
    const auto eachInstance = QRhiVertexInputBinding::PerInstance;
    const auto make = [&](const Parts& parts) {
        return makePipeline(rhi, parts, pass, sampleCount);
    };
    Pipelines made;
    made.points = make({"point", "point", layoutOf(sizeof(MeshVertex), eachInstance, vertex), strip,
                        bindings.symbols});
    made.lines = make({"line", "line", layoutOf(sizeof(MeshSegment), eachInstance, segment), strip,
                       bindings.geometry});
    made.dots = make({"dot", "dot", layoutOf(sizeof(MeshVertex), eachVertex, vertex),
                      QRhiGraphicsPipeline::Points, bindings.geometry});
    made.strokes = make({"line", "stroke", layoutOf(sizeof(MeshSegment), eachInstance, segment),
                         strip, bindings.geometry});
    made.trails = make(
        {"trail", "trail", layoutOf(sizeof(MeshLeg), eachInstance, leg), strip, bindings.geometry});
    made.hairs = make({"hair", "hair", layoutOf(sizeof(MeshLeg), eachVertex, leg),
                       QRhiGraphicsPipeline::Lines, bindings.geometry});
    made.heads = make(
        {"head", "head", layoutOf(sizeof(MeshLeg), eachInstance, leg), strip, bindings.geometry});
    made.polygons = make({"polygon", "polygon", layoutOf(sizeof(MeshVertex), eachVertex, vertex),
                          triangles, bindings.geometry});
    made.pictures = make({"label", "label", layoutOf(sizeof(PictureVertex), eachVertex, picture),
                          triangles, bindings.pictures});
    made.relief = make({"relief", "relief", layoutOf(sizeof(ReliefCorner), eachVertex, corner),
                        strip, bindings.relief, Parts::Blend::multiply});
    made.copy = make({"label", "label", layoutOf(sizeof(PictureVertex), eachVertex, picture),
                      triangles, bindings.pictures, Parts::Blend::none});
    if (made.points && made.lines && made.polygons && made.pictures && made.relief && made.copy &&
        made.dots && made.strokes && made.trails && made.hairs && made.heads) {
        return made;
    }
    return std::nullopt;
}

} // namespace masar::app
