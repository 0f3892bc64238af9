// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QTcpServer>

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace masar::test {

/// A tiny HTTP server on this machine, on the thread that makes it; one request a connection.
class TileServer {
public:
    /// What came in: the path, and the headers by their names in small letters.
    struct Request {
        std::string path;
        std::map<std::string, std::string> headers;
    };
    /// The whole answer, head and all; empty: the request is never answered.
    using Answer = std::function<QByteArray(const Request&)>;

    explicit TileServer(Answer answer);

    [[nodiscard]] QString address(const QString& path = QStringLiteral("/{z}/{x}/{y}.png")) const;
    /// Changes how requests are answered from now on.
    void setAnswer(Answer answer) { m_answer = std::move(answer); }
    [[nodiscard]] const std::vector<Request>& requests() const { return m_requests; }
    void forget() { m_requests.clear(); }
    /// The most requests that waited for an answer at the same time.
    [[nodiscard]] int mostAtOnce() const { return m_mostAtOnce; }

private:
    void onConnection();

    Answer m_answer;
    QTcpServer m_server;
    std::vector<Request> m_requests;
    int m_atOnce = 0;
    int m_mostAtOnce = 0;
};

/// A whole answer of HTTP.
[[nodiscard]] QByteArray httpAnswer(int status, const QByteArray& body,
                                    const QByteArray& headers = {});
/// A PNG of one colour.
[[nodiscard]] QByteArray pngTile(int side = 256, Qt::GlobalColor colour = Qt::darkGreen);

} // namespace masar::test
