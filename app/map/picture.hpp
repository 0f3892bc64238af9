// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/camera.hpp"
#include "app/map/map_scene.hpp"
#include "core/base/result.hpp"

#include <QImage>

#include <memory>

namespace masar::app {

/// What becomes of a picture for which some tiles of the basemap could not be had.
enum class MissingTiles {
    refuse, ///< there is none; the error says which are missing
    mark    ///< they are marked on it
};

/// Draws scenes into pictures, with the renderer of the window but without one. Needs a
/// QGuiApplication on a platform with OpenGL (not QPA "offscreen"); one thread.
class PicturePainter {
public:
    [[nodiscard]] static core::Result<PicturePainter> create();
    PicturePainter(PicturePainter&&) noexcept;
    PicturePainter& operator=(PicturePainter&&) noexcept;
    ~PicturePainter();

    /// The map alone, `camera.size` times its pixel ratio large. Waits for the tiles of the scene,
    /// as long as they take.
    [[nodiscard]] core::Result<QImage> paint(const Scene& scene, const Camera& camera,
                                             MissingTiles missing = MissingTiles::refuse);
    /// The largest side that a picture may have here, device pixels.
    [[nodiscard]] int largestSide() const;
    /// What draws: "OpenGL, llvmpipe (LLVM 19.1.7)".
    [[nodiscard]] QString rendererName() const;

private:
    struct Private;
    explicit PicturePainter(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace masar::app
