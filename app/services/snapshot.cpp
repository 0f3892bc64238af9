// SPDX-License-Identifier: Apache-2.0
#include "app/services/snapshot.hpp"

#include <QFileInfo>
#include <QImageWriter>
#include <QSaveFile>

namespace masar::app {

core::Result<void> saveImage(const QString& path, const QImage& image)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return core::fail(core::ErrorCode::notWritten, file.errorString().toStdString(), path.toStdString());
    }
    const QByteArray suffix = QFileInfo(path).suffix().toLower().toLatin1();
    QImageWriter writer(&file, suffix.isEmpty() ? QByteArrayLiteral("png") : suffix);
    if (!writer.write(image)) {
        file.cancelWriting();
        return core::fail(core::ErrorCode::notWritten, writer.errorString().toStdString(), path.toStdString());
    }
    if (!file.commit()) {
        return core::fail(core::ErrorCode::notWritten, file.errorString().toStdString(), path.toStdString());
    }
    return {};
}

} // namespace masar::app
