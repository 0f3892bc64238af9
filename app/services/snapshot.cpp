// SPDX-License-Identifier: Apache-2.0
#include "app/services/snapshot.hpp"

#include <QFileInfo>
#include <QImageWriter>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <cmath>

namespace masar::app {

namespace {

core::Result<void> notWritten(const QString& why, const QString& path)
{
    return core::fail(core::ErrorCode::notWritten, why.toStdString(), path.toStdString());
}

/// The picture as the one page of a PDF, as large as its pixels are at its dots per metre.
bool writePdf(QIODevice& device, const QImage& image)
{
    const double dotsPerInch = image.dotsPerMeterX() * 0.0254;
    QPdfWriter writer(&device);
    writer.setCreator(QStringLiteral("Masar"));
    writer.setResolution(static_cast<int>(std::lround(dotsPerInch)));
    writer.setPageMargins(QMarginsF());
    writer.setPageSize(QPageSize(QSizeF(image.size()) / dotsPerInch, QPageSize::Inch));
    QPainter painter;
    if (!painter.begin(&writer)) {
        return false;
    }
    QImage plain = image;
    plain.setDevicePixelRatio(1);
    painter.drawImage(QRectF(0, 0, writer.width(), writer.height()), plain);
    return painter.end();
}

} // namespace

core::Result<void> saveImage(const QString& path, const QImage& image)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return notWritten(file.errorString(), path);
    }
    const QByteArray suffix = QFileInfo(path).suffix().toLower().toLatin1();
    if (suffix == "pdf") {
        if (!writePdf(file, image)) {
            file.cancelWriting();
            return notWritten(QStringLiteral("the PDF could not be written"), path);
        }
    } else {
        QImageWriter writer(&file, suffix.isEmpty() ? QByteArrayLiteral("png") : suffix);
        if (!writer.write(image)) {
            file.cancelWriting();
            return notWritten(writer.errorString(), path);
        }
    }
    if (!file.commit()) {
        return notWritten(file.errorString(), path);
    }
    return {};
}

} // namespace masar::app
