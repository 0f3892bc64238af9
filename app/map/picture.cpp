// SPDX-License-Identifier: Apache-2.0
#include "app/map/picture.hpp"

#include "app/map/scene_renderer.hpp"

#include <QOffscreenSurface>

#include <rhi/qrhi.h>

namespace masar::app {

using core::ErrorCode;
using core::fail;

struct PicturePainter::Private {
    std::unique_ptr<QOffscreenSurface> surface;
    std::unique_ptr<QRhi> rhi;
    std::unique_ptr<QRhiTexture> texture;
    std::unique_ptr<QRhiTextureRenderTarget> target;
    std::unique_ptr<QRhiRenderPassDescriptor> pass;
    SceneRenderer renderer;

    bool resize(QSize size);
};

bool PicturePainter::Private::resize(QSize size)
{
    if (texture && texture->pixelSize() == size) {
        return true;
    }
    const bool first = !target;
    texture.reset(rhi->newTexture(QRhiTexture::RGBA8, size, 1,
                                  QRhiTexture::RenderTarget | QRhiTexture::UsedAsTransferSource));
    if (!texture->create()) {
        return false;
    }
    target.reset(rhi->newTextureRenderTarget({QRhiColorAttachment(texture.get())}));
    if (first) {
        pass.reset(target->newCompatibleRenderPassDescriptor());
    }
    target->setRenderPassDescriptor(pass.get());
    return target->create() && (!first || renderer.initialize(rhi.get(), pass.get(), 1));
}

PicturePainter::PicturePainter(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
PicturePainter::PicturePainter(PicturePainter&&) noexcept = default;
PicturePainter& PicturePainter::operator=(PicturePainter&&) noexcept = default;
PicturePainter::~PicturePainter() = default;

core::Result<PicturePainter> PicturePainter::create()
{
    auto d = std::make_unique<Private>();
    d->surface.reset(QRhiGles2InitParams::newFallbackSurface());
    QRhiGles2InitParams parameters;
    parameters.fallbackSurface = d->surface.get();
    d->rhi.reset(QRhi::create(QRhi::OpenGLES2, &parameters));
    if (!d->rhi) {
        return fail(ErrorCode::unsupported,
                    "no OpenGL 3.3 to draw with; install Mesa (libgl1-mesa-dri) or run under a "
                    "display that has it");
    }
    return PicturePainter(std::move(d));
}

namespace {

/// More tiles than this would take more than a gigabyte of memory.
constexpr std::size_t kMostTiles = 4096;

/// Wants the tiles of a picture and waits until each has come or failed.
core::Result<void> waitForTiles(TileStore& store, const Camera& camera, MissingTiles missing)
{
    const std::vector<core::TileId> tiles = tilesFor(store.scheme(), camera);
    if (tiles.size() > kMostTiles) {
        return fail(ErrorCode::invalidArgument,
                    "the picture is too large for this basemap: it takes " +
                        std::to_string(tiles.size()) + " tiles of it, and " +
                        std::to_string(kMostTiles) + " are the most; make it smaller");
    }
    const quint64 client = store.newClient();
    store.want(client, tiles);
    while (!store.wait(tiles, std::chrono::seconds(60))) {
    }
    const TileStore::Tally tally = store.tally(tiles);
    store.forget(client);
    if (tally.failed > 0 && missing == MissingTiles::refuse) {
        return fail(tally.error.code,
                    std::to_string(tally.failed) + " of " + std::to_string(tiles.size()) +
                        " tiles of the basemap could not be drawn: " + tally.error.detail,
                    tally.error.where);
    }
    return {};
}

} // namespace

core::Result<QImage> PicturePainter::paint(const Scene& scene, const Camera& camera,
                                           MissingTiles missing)
{
    const QSize size = (camera.size * camera.pixelRatio).toSize();
    if (size.isEmpty() || size.width() > largestSide() || size.height() > largestSide()) {
        return fail(ErrorCode::invalidArgument,
                    "a picture may be 1 to " + std::to_string(largestSide()) +
                        " pixels wide and high here, not " + std::to_string(size.width()) + "x" +
                        std::to_string(size.height()));
    }
    if (scene.tiles) {
        if (auto tiles = waitForTiles(*scene.tiles, camera, missing); !tiles) {
            return std::unexpected(tiles.error());
        }
    }
    QRhiCommandBuffer* commands = nullptr;
    if (!m_d->resize(size) || m_d->rhi->beginOffscreenFrame(&commands) != QRhi::FrameOpSuccess) {
        return fail(ErrorCode::internal, "the graphics driver refused to draw off the screen");
    }
    m_d->renderer.render(commands, m_d->target.get(), scene, camera);
    QRhiReadbackResult readback;
    QRhiResourceUpdateBatch* updates = m_d->rhi->nextResourceUpdateBatch();
    updates->readBackTexture({m_d->texture.get()}, &readback);
    commands->resourceUpdate(updates);
    m_d->rhi->endOffscreenFrame();
    m_d->renderer.forgetTiles();
    if (readback.data.size() < qsizetype(size.width()) * size.height() * 4) {
        return fail(ErrorCode::internal, "the graphics driver gave no picture back");
    }
    const QImage raw(reinterpret_cast<const uchar*>(readback.data.constData()), size.width(),
                     size.height(), QImage::Format_RGBA8888_Premultiplied);
    const QImage upright = m_d->rhi->isYUpInFramebuffer() ? raw.mirrored() : raw.copy();
    QImage picture = upright.convertToFormat(QImage::Format_RGB32);
    picture.setDevicePixelRatio(camera.pixelRatio);
    return picture;
}

int PicturePainter::largestSide() const
{
    return m_d->rhi->resourceLimit(QRhi::TextureSizeMax);
}

QString PicturePainter::rendererName() const
{
    return QStringLiteral("%1, %2").arg(QString::fromLatin1(m_d->rhi->backendName()),
                                        QString::fromUtf8(m_d->rhi->driverInfo().deviceName));
}

} // namespace masar::app
