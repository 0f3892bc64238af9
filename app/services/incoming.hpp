// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/notice_model.hpp"
#include "app/models/reader.hpp"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QSaveFile>
#include <QTimer>
#include <QUrl>
#include <QtQmlIntegration>

#include <memory>

namespace masar::app {

/// How much is fetched, and how long a server may be silent.
struct FileFetchLimits {
    qint64 bytes = qint64{512} << 20;
    int silenceMs = 30'000;
};

/// What comes not as a file: GeoJSON on the clipboard, and what lies at an address that the user
/// names. It becomes a file in a folder of the program's own, and is opened as any other. An
/// address is asked only when the user says so, after its host is shown.
class Incoming : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Session")
    /// The dialog that asks for an address.
    Q_PROPERTY(bool shown READ shown NOTIFY shownChanged)
    Q_PROPERTY(QString address READ address WRITE setAddress NOTIFY changed)
    /// Whom the address would ask, once it is one.
    Q_PROPERTY(QString host READ host NOTIFY changed)
    Q_PROPERTY(bool running READ running NOTIFY changed)
    /// "2.1 of 8.4 MB from example.org", with each redirection.
    Q_PROPERTY(QString progressText READ progressText NOTIFY changed)
    /// 0 to 1; less while the server does not say how much there is.
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// The most that is taken, in words.
    Q_PROPERTY(QString limitText READ limitText NOTIFY changed)

public:
    /// Files are put under a folder, which is made when it is needed.
    Incoming(NoticeModel& notices, QString folder, FileFetchLimits limits = {},
             QObject* parent = nullptr);
    ~Incoming() override;

    void setReader(const Reader& reader);
    /// Opens what the clipboard holds: GeoJSON, or an address, for which the dialog opens.
    Q_INVOKABLE void paste();
    Q_INVOKABLE void ask();
    /// Fetches the address.
    Q_INVOKABLE void fetch();
    /// Breaks off what is under way, or closes the dialog.
    Q_INVOKABLE void cancel();

    bool shown() const { return m_shown; }
    QString address() const { return m_address; }
    void setAddress(const QString& address);
    QString host() const;
    bool running() const { return m_reply != nullptr; }
    QString progressText() const;
    double progress() const;
    QString problem() const { return m_problem; }
    QString limitText() const;

signals:
    void shownChanged();
    void changed();
    /// A file is there to be opened.
    void fileReady(const QString& path);

private:
    void pasteText(const QString& text);
    void take();
    void stop(const QString& why);
    void onFinished();
    [[nodiscard]] QString failureOf(const QNetworkReply& reply) const;
    [[nodiscard]] QString pathFor(const QString& name) const;

    NoticeModel& m_notices;
    QString m_folder;
    FileFetchLimits m_limits;
    Reader m_reader;
    QString m_address;
    QString m_problem;
    QStringList m_hosts; ///< asked one after the other
    QString m_stopped;   ///< why it was broken off
    bool m_shown = false;
    qint64 m_received = 0;
    qint64 m_expected = -1;
    std::unique_ptr<QNetworkAccessManager> m_network; ///< made with the first request
    QNetworkReply* m_reply = nullptr;                 ///< while one is under way
    std::unique_ptr<QSaveFile> m_file;
    QTimer m_silence;
};

} // namespace masar::app
