// SPDX-License-Identifier: Apache-2.0
#include "app/services/incoming.hpp"

#include "app/services/online_tiles.hpp"

#include <QClipboard>
#include <QDateTime>
#include <QDir>
#include <QGuiApplication>

namespace masar::app {

namespace {

constexpr int kMostHops = 5;
constexpr qsizetype kMostPasted = qsizetype{64} << 20;

bool isWebAddress(const QUrl& url)
{
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

/// The last part of an address as the name of a file: letters, digits and little else.
QString nameOf(const QUrl& url)
{
    QString name;
    for (const QChar c : url.fileName().right(80)) {
        const bool plain =
            (c.unicode() < 128 && c.isLetterOrNumber()) || QLatin1StringView("._-").contains(c);
        name += plain ? c : QLatin1Char('_');
    }
    while (name.startsWith(QLatin1Char('.'))) {
        name.remove(0, 1);
    }
    return name.isEmpty() ? QStringLiteral("download") : name;
}

/// A name that has no ending gets one by what the server says it sends.
QString withEnding(const QString& name, const QByteArray& contentType)
{
    if (name.contains(QLatin1Char('.'))) {
        return name;
    }
    return contentType.startsWith("text/csv") ? name + QStringLiteral(".csv")
           : contentType.contains("json")     ? name + QStringLiteral(".geojson")
                                              : name;
}

} // namespace

Incoming::Incoming(NoticeModel& notices, QString folder, FileFetchLimits limits, QObject* parent)
    : QObject(parent), m_notices(notices), m_folder(std::move(folder)), m_limits(limits)
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(m_limits.silenceMs);
    connect(&m_silence, &QTimer::timeout, this,
            [this] { stop(tr("The server stopped answering.")); });
}

Incoming::~Incoming()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
}

void Incoming::setReader(const Reader& reader)
{
    m_reader = reader;
    emit changed();
}

QString Incoming::pathFor(const QString& name) const
{
    const QString when =
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    const QString folder = m_folder + QLatin1Char('/') + when;
    QDir().mkpath(folder);
    return folder + QLatin1Char('/') + name;
}

void Incoming::paste()
{
    const QString text = QGuiApplication::clipboard()->text().trimmed();
    if (const QUrl url(text, QUrl::StrictMode);
        !text.contains(QLatin1Char('\n')) && isWebAddress(url)) {
        setAddress(text);
        ask();
    } else {
        pasteText(text);
    }
}

void Incoming::pasteText(const QString& text)
{
    const bool json = text.startsWith(QLatin1Char('{')) || text.startsWith(QLatin1Char('['));
    if (!json || text.size() > kMostPasted) {
        m_notices.add(NoticeModel::Kind::Information, tr("Nothing to paste"),
                      json ? tr("The text is too long: save it as a file and open that.")
                           : tr("The clipboard holds no GeoJSON. Copy the whole of it, from the "
                                "first brace to the last, or the address of a file."));
        return;
    }
    QSaveFile file(pathFor(tr("Pasted", "a layer's name") + QStringLiteral(".geojson")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit()) {
        m_notices.add(NoticeModel::Kind::Error, tr("The text could not be kept"),
                      file.errorString());
        return;
    }
    emit fileReady(file.fileName());
}

void Incoming::ask()
{
    m_problem.clear();
    if (!m_shown) {
        m_shown = true;
        emit shownChanged();
    }
    emit changed();
}

void Incoming::setAddress(const QString& address)
{
    if (address != m_address) {
        m_address = address;
        m_problem.clear();
        emit changed();
    }
}

QString Incoming::host() const
{
    const QUrl url(m_address.trimmed(), QUrl::StrictMode);
    return isWebAddress(url) ? url.host() : QString();
}

void Incoming::fetch()
{
    const QUrl url(m_address.trimmed(), QUrl::StrictMode);
    if (running()) {
        return;
    }
    if (!isWebAddress(url) || !url.userInfo().isEmpty()) {
        m_problem =
            tr("This is no address of a file: it begins with https:// or http://, without a "
               "name and password.");
        emit changed();
        return;
    }
    if (!m_network) {
        m_network = std::make_unique<QNetworkAccessManager>();
    }
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader, userAgent());
    // From http to https, but never back, and to no other scheme.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(kMostHops);
    for (const auto attribute :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute}) {
        request.setAttribute(attribute, QNetworkRequest::Manual);
    }
    m_problem.clear();
    m_stopped.clear();
    m_hosts = {url.host()};
    m_received = 0;
    m_expected = -1;
    m_file.reset();
    m_reply = m_network->get(request);
    connect(m_reply, &QNetworkReply::redirected, this, [this](const QUrl& to) {
        m_hosts << to.host();
        emit changed();
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &Incoming::take);
    connect(m_reply, &QNetworkReply::finished, this, &Incoming::onFinished);
    m_silence.start();
    emit changed();
}

/// Puts what has come into the file.
void Incoming::take()
{
    m_silence.start();
    m_expected = m_reply->header(QNetworkRequest::ContentLengthHeader).isValid()
                     ? m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong()
                     : -1;
    if (m_expected > m_limits.bytes || m_received + m_reply->bytesAvailable() > m_limits.bytes) {
        return stop(tr("There is more than %1: fetch the file with a browser and open it then.")
                        .arg(limitText()));
    }
    if (!m_file) {
        m_file = std::make_unique<QSaveFile>(
            pathFor(withEnding(nameOf(m_reply->url()),
                               m_reply->header(QNetworkRequest::ContentTypeHeader).toByteArray())));
        if (!m_file->open(QIODevice::WriteOnly)) {
            return stop(m_file->errorString());
        }
    }
    const QByteArray bytes = m_reply->readAll();
    m_received += bytes.size();
    if (m_file->write(bytes) != bytes.size()) {
        return stop(m_file->errorString());
    }
    emit changed();
}

void Incoming::stop(const QString& why)
{
    if (m_reply && m_stopped.isEmpty()) {
        m_stopped = why;
        m_reply->abort(); // ends in onFinished()
    }
}

QString Incoming::failureOf(const QNetworkReply& reply) const
{
    if (!m_stopped.isEmpty()) {
        return m_stopped;
    }
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 400) {
        return tr("The server answers %1 %2.", "an HTTP status and its name")
            .arg(status)
            .arg(reply.attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString().left(60));
    }
    return reply.error() == QNetworkReply::NoError ? QString() : reply.errorString().left(200);
}

void Incoming::onFinished()
{
    QNetworkReply* const reply = m_reply;
    reply->deleteLater();
    m_silence.stop();
    if (reply->error() == QNetworkReply::NoError && m_stopped.isEmpty() &&
        reply->bytesAvailable() > 0) {
        take();
    }
    m_problem = failureOf(*reply);
    m_reply = nullptr;
    const std::unique_ptr<QSaveFile> file = std::move(m_file);
    if (m_problem.isEmpty() && (!file || m_received == 0)) {
        m_problem = tr("The server sent nothing.");
    } else if (m_problem.isEmpty() && !file->commit()) {
        m_problem = file->errorString();
    }
    if (m_problem.isEmpty()) {
        cancel();
        emit fileReady(file->fileName());
    }
    emit changed();
}

void Incoming::cancel()
{
    if (running()) {
        stop(tr("Cancelled."));
    } else if (m_shown) {
        m_shown = false;
        emit shownChanged();
    }
}

QString Incoming::limitText() const
{
    return m_reader.numbers.formattedDataSize(m_limits.bytes, 0);
}

double Incoming::progress() const
{
    return m_expected > 0 ? static_cast<double>(m_received) / static_cast<double>(m_expected) : -1;
}

QString Incoming::progressText() const
{
    if (!running()) {
        return {};
    }
    const auto size = [this](qint64 bytes) { return m_reader.numbers.formattedDataSize(bytes, 1); };
    const QString hosts = m_hosts.join(QStringLiteral(" → "));
    return m_expected > 0 ? tr("%1 of %2 from %3").arg(size(m_received), size(m_expected), hosts)
                          : tr("%1 from %2").arg(size(m_received), hosts);
}

} // namespace masar::app
