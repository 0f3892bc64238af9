// SPDX-License-Identifier: Apache-2.0
#include "app/services/tile_fetcher.hpp"

#include <QBuffer>
#include <QImageReader>
#include <QNetworkDiskCache>

#include <algorithm>
#include <array>
#include <utility>

namespace masar::app {

namespace {

constexpr int kMostRedirects = 5;
/// A server that asks for a longer pause than this is taken at its word by giving up.
constexpr int kLongestPauseSeconds = 30;

/// What a picture is by its first bytes; a server's word for it is not asked. Empty if it is none
/// that tiles come in.
QByteArray formatOf(const QByteArray& bytes)
{
    if (bytes.startsWith("\x89PNG")) {
        return "png";
    }
    if (bytes.startsWith("\xff\xd8\xff")) {
        return "jpeg";
    }
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP") {
        return "webp";
    }
    return {};
}

int statusOf(const QNetworkReply& reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// Whether the same request may well succeed a little later.
bool mayPass(const QNetworkReply& reply)
{
    const int status = statusOf(reply);
    if (status != 0) {
        return status >= 500 || status == 429 || status == 408;
    }
    constexpr std::array passing{
        QNetworkReply::ConnectionRefusedError,    QNetworkReply::RemoteHostClosedError,
        QNetworkReply::HostNotFoundError,         QNetworkReply::TimeoutError,
        QNetworkReply::OperationCanceledError,    QNetworkReply::TemporaryNetworkFailureError,
        QNetworkReply::NetworkSessionFailedError, QNetworkReply::UnknownNetworkError};
    return std::ranges::find(passing, reply.error()) != passing.end();
}

QNetworkRequest requestFor(const QUrl& url)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader, userAgent());
    request.setRawHeader("Accept", "image/png, image/jpeg, image/webp");
    // From http to https, but never back, and to no other scheme.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(kMostRedirects);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::PreferNetwork);
    for (const auto attribute :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute}) {
        request.setAttribute(attribute, QNetworkRequest::Manual);
    }
    return request;
}

} // namespace

TileFetcher::TileFetcher(const OnlineMap& map, const FetchLimits& limits)
    : m_map(map), m_limits(limits)
{
}

TileFetcher::~TileFetcher()
{
    while (!m_jobs.empty()) {
        cancel(m_jobs.begin()->first);
    }
}

void TileFetcher::fetch(const core::TileId& id, TileSource::Done done)
{
    if (!m_network) {
        m_network = std::make_unique<QNetworkAccessManager>();
        if (!m_limits.cacheFolder.isEmpty()) {
            auto* const cache = new QNetworkDiskCache(m_network.get());
            cache->setCacheDirectory(m_limits.cacheFolder);
            cache->setMaximumCacheSize(m_limits.cacheBytes);
            m_network->setCache(cache);
        }
    }
    m_jobs[id].done = std::move(done);
    request(id);
}

void TileFetcher::cancel(const core::TileId& id)
{
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end()) {
        return;
    }
    if (QNetworkReply* const reply = found->second.reply) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
    settle(id, core::fail(core::ErrorCode::cancelled, "cancelled"));
}

void TileFetcher::request(const core::TileId& id)
{
    Job& job = m_jobs.at(id);
    ++job.attempts;
    job.stopped.clear();
    job.reply = m_network->get(requestFor(addressOf(m_map, id)));
    watch(id, job);
}

void TileFetcher::startTimer(const core::TileId& id, int milliseconds,
                             void (TileFetcher::*then)(const core::TileId&))
{
    auto& timer = m_jobs.at(id).timer;
    timer.reset(new QTimer);
    timer->setSingleShot(true);
    connect(timer.get(), &QTimer::timeout, this, [this, id, then] { (this->*then)(id); });
    timer->start(milliseconds);
}

/// Breaks the request off when it takes too long or brings too much.
void TileFetcher::watch(const core::TileId& id, Job& job)
{
    QNetworkReply* const reply = job.reply;
    startTimer(id, m_limits.timeoutMs, &TileFetcher::onTimeout);
    connect(reply, &QNetworkReply::metaDataChanged, this, [this, id, reply] {
        const auto bytes = reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        if (bytes > m_limits.tileBytes) {
            onTooLarge(id);
        }
    });
    connect(reply, &QNetworkReply::downloadProgress, this, [this, id](qint64 received) {
        if (received > m_limits.tileBytes) {
            onTooLarge(id);
        }
    });
    connect(reply, &QNetworkReply::finished, this, [this, id, reply] { onFinished(id, reply); });
}

void TileFetcher::onTimeout(const core::TileId& id)
{
    stop(m_jobs.at(id), tr("it did not answer in time"), false);
}

void TileFetcher::onTooLarge(const core::TileId& id)
{
    stop(m_jobs.at(id), tr("its answer is too large for a tile"), true);
}

void TileFetcher::stop(Job& job, const QString& why, bool final)
{
    QNetworkReply* const reply = job.reply;
    if (reply != nullptr && job.stopped.isEmpty()) {
        job.stopped = why;
        job.final = final;
        reply->abort(); // ends in onFinished()
    }
}

void TileFetcher::onFinished(const core::TileId& id, QNetworkReply* reply)
{
    reply->deleteLater();
    Job& job = m_jobs.at(id);
    job.reply = nullptr;
    auto image = answerOf(*reply, job);
    if (!image && tryAgain(id, *reply)) {
        return;
    }
    settle(id, std::move(image));
}

bool TileFetcher::tryAgain(const core::TileId& id, const QNetworkReply& reply)
{
    Job& job = m_jobs.at(id);
    const int asked = reply.rawHeader("Retry-After").trimmed().toInt();
    if (job.final || reply.error() == QNetworkReply::NoError || !mayPass(reply) ||
        job.attempts >= m_limits.attempts || asked > kLongestPauseSeconds) {
        return false;
    }
    const int pause = std::max(m_limits.backoffMs << (job.attempts - 1), asked * 1000);
    startTimer(id, pause, &TileFetcher::request);
    return true;
}

void TileFetcher::settle(const core::TileId& id, core::Result<QImage> image)
{
    const auto found = m_jobs.find(id);
    const TileSource::Done done = std::move(found->second.done);
    m_jobs.erase(found);
    done(std::move(image));
}

std::unexpected<core::Error> TileFetcher::problem(const QString& what) const
{
    return core::fail(core::ErrorCode::unreadable, what.toStdString(),
                      addressOf(m_map, {}).host().toStdString());
}

core::Result<QImage> TileFetcher::answerOf(QNetworkReply& reply, const Job& job) const
{
    if (!job.stopped.isEmpty()) {
        return problem(job.stopped);
    }
    const int status = statusOf(reply);
    if (status >= 400) {
        const QString reason =
            reply.attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString().left(60);
        return problem(tr("it answers %1 %2", "an HTTP status and its name")
                           .arg(status)
                           .arg(reason)
                           .trimmed());
    }
    if (reply.error() != QNetworkReply::NoError) {
        return problem(reply.errorString().left(200));
    }
    if (status == 204) {
        return QImage(); // the server knows the tile and has nothing to show
    }
    return decode(reply.readAll());
}

core::Result<QImage> TileFetcher::decode(QByteArray bytes) const
{
    const QByteArray format = formatOf(bytes);
    if (format.isEmpty()) {
        return problem(tr("its answer is no picture (PNG, JPEG or WebP)"));
    }
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    const QSize size = reader.size();
    if (size.width() > m_limits.tileSide || size.height() > m_limits.tileSide) {
        return problem(tr("its picture is too large for a tile"));
    }
    // What does not tell its size is not decoded: nothing would limit it.
    const QImage image = size.isValid() ? reader.read() : QImage();
    if (image.isNull()) {
        return problem(tr("its picture is damaged"));
    }
    return image.convertToFormat(QImage::Format_RGBA8888_Premultiplied);
}

} // namespace masar::app
