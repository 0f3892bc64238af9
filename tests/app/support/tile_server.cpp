// SPDX-License-Identifier: Apache-2.0
#include "tests/app/support/tile_server.hpp"

#include <QBuffer>
#include <QImage>
#include <QTcpSocket>
#include <QTimer>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <memory>

namespace masar::test {

namespace {

/// Answers wait this long, so that requests which come together are together.
constexpr int kAnswerAfterMs = 15;

TileServer::Request parsed(const QByteArray& head)
{
    TileServer::Request request;
    const QList<QByteArray> lines = head.split('\n');
    request.path = lines.first().split(' ').value(1).toStdString();
    for (const QByteArray& line : lines.mid(1)) {
        const auto colon = line.indexOf(':');
        if (colon > 0) {
            request.headers[line.left(colon).trimmed().toLower().toStdString()] =
                line.mid(colon + 1).trimmed().toStdString();
        }
    }
    return request;
}

} // namespace

TileServer::TileServer(Answer answer) : m_answer(std::move(answer))
{
    REQUIRE(m_server.listen(QHostAddress::LocalHost));
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { onConnection(); });
}

QString TileServer::address(const QString& path) const
{
    return QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path);
}

void TileServer::onConnection()
{
    while (QTcpSocket* const socket = m_server.nextPendingConnection()) {
        auto head = std::make_shared<QByteArray>();
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, head] {
            *head += socket->readAll();
            if (!head->contains("\r\n\r\n")) {
                return;
            }
            const Request request = parsed(*head);
            head->clear();
            m_requests.push_back(request);
            m_mostAtOnce = std::max(m_mostAtOnce, ++m_atOnce);
            const QByteArray answer = m_answer(request);
            QTimer::singleShot(kAnswerAfterMs, socket, [this, socket, answer] {
                --m_atOnce;
                if (!answer.isEmpty()) {
                    socket->write(answer);
                    socket->disconnectFromHost();
                }
            });
        });
    }
}

QByteArray httpAnswer(int status, const QByteArray& body, const QByteArray& headers)
{
    return "HTTP/1.1 " + QByteArray::number(status) +
           " Said\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\nConnection: close\r\n" + headers + "\r\n" + body;
}

QByteArray pngTile(int side, Qt::GlobalColor colour)
{
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace masar::test
