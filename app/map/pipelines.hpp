// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rhi/qrhi.h>

#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace masar::app {

/// The corners (right, bottom) of a rectangle's two triangles.
inline constexpr std::array<std::pair<int, int>, 6> kRectangle{
    {{0, 0}, {1, 0}, {0, 1}, {1, 0}, {1, 1}, {0, 1}}};

/// Makes a buffer with room for `bytes`; it stays as it is if it is large enough.
void reserve(QRhi* rhi, std::unique_ptr<QRhiBuffer>& buffer, QRhiBuffer::Type type,
             QRhiBuffer::UsageFlags usage, quint32 bytes);

/// A corner of a textured rectangle in device pixels from the top left (label.vert).
struct PictureVertex {
    float x, y, u, v, opacity;
};

/// A corner of the relief, in Mercator units (relief.vert).
struct ReliefCorner {
    quint32 x, y;
    float u, v;
};

/// The viewport for dots is so many device pixels larger than the picture on each side, since a GPU
/// drops a dot whose centre lies outside; dot.vert counts on it.
inline constexpr float kDotMargin = 64;

/// The pipelines of the canvas for targets of one kind of pass.
struct Pipelines {
    std::unique_ptr<QRhiGraphicsPipeline> points, lines, polygons, pictures, relief;
    std::unique_ptr<QRhiGraphicsPipeline> dots, strokes; ///< points and lines the short way
    std::unique_ptr<QRhiGraphicsPipeline> trails, heads; ///< of movements
    std::unique_ptr<QRhiGraphicsPipeline> hairs;         ///< trails the short way: lines of a pixel
    std::unique_ptr<QRhiGraphicsPipeline> copy;          ///< a picture that covers everything
};

/// What the shaders read beside their vertices.
struct PipelineBindings {
    QRhiShaderResourceBindings* geometry = nullptr;
    QRhiShaderResourceBindings* symbols = nullptr;
    QRhiShaderResourceBindings* pictures = nullptr;
    QRhiShaderResourceBindings* relief = nullptr;
};

/// nullopt if the backend cannot; the reason is in qWarning.
[[nodiscard]] std::optional<Pipelines> makePipelines(QRhi* rhi, const PipelineBindings& bindings,
                                                     QRhiRenderPassDescriptor* pass,
                                                     int sampleCount);

} // namespace masar::app
