// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_scene.hpp"
#include "app/models/movement.hpp"
#include "app/models/record.hpp"
#include "app/models/site_state.hpp"

#include <QAbstractListModel>
#include <QColor>
#include <QtQmlIntegration>

namespace masar::app {

/// The record of what is selected, and the way to the other features at the same spot.
class RecordModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Session")
    Q_PROPERTY(bool shown READ shown NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString otherTitle READ otherTitle NOTIFY changed)
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    Q_PROPERTY(QString status READ status NOTIFY changed)
    Q_PROPERTY(QColor statusColour READ statusColour NOTIFY changed)
    Q_PROPERTY(QString layerName READ layerName NOTIFY changed)
    /// Things at the spot.
    Q_PROPERTY(int spotCount READ spotCount NOTIFY changed)
    /// When the feature is there, at the widest and for certain, in seconds since 1970.
    Q_PROPERTY(bool dated READ dated NOTIFY changed)
    Q_PROPERTY(double spanBegin READ spanBegin NOTIFY changed)
    Q_PROPERTY(double spanEnd READ spanEnd NOTIFY changed)
    Q_PROPERTY(double coreBegin READ coreBegin NOTIFY changed)
    Q_PROPERTY(double coreEnd READ coreEnd NOTIFY changed)
    /// The states of the site that this is one of, and which of them is shown (-1: none).
    Q_PROPERTY(QList<masar::app::SiteState> history READ history NOTIFY changed)
    Q_PROPERTY(int state READ state NOTIFY changed)
    /// "2 of 5"
    Q_PROPERTY(QString spotText READ spotText NOTIFY changed)

public:
    enum class RowKind { Field, Date, Text, Source };
    Q_ENUM(RowKind)
    enum Role {
        KindRole = Qt::UserRole + 1,
        HeadingRole, ///< the section that opens with this row; empty within one
        NameRole,
        ValueRole,
        DetailRole,
        LinkRole
    };

    /// A feature with what its record is made from.
    struct Subject {
        MapLayerPtr layer;
        quint32 row = 0;
        QString layerName;
    };

    explicit RecordModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    bool shown() const { return !m_subjects.empty(); }
    QString title() const { return m_record.title; }
    QString otherTitle() const { return m_record.otherTitle; }
    QString kind() const { return m_record.kind; }
    QString status() const { return m_record.status; }
    QColor statusColour() const;
    QString layerName() const;
    bool dated() const { return span().dated(); }
    double spanBegin() const;
    double spanEnd() const;
    double coreBegin() const;
    double coreEnd() const;
    const QList<SiteState>& history() const { return m_history; }
    int state() const;
    QString spotText() const;
    int spotCount() const { return static_cast<int>(m_subjects.size()); }
    int spotIndex() const { return shown() ? m_current + 1 : 0; }

    /// Shows the first of the features at a spot; none closes the record.
    void show(std::vector<Subject> subjects);
    /// Drops features of layers that are gone.
    void keepOnly(const std::function<bool(quint64 layerId)>& exists);
    void setSources(SourceTable sources);
    void setReader(const Reader& reader);
    /// The moment and the rules for what moves; its record says where it is then.
    void setMovement(const Movement& movement);
    void setDark(bool dark);

    /// The feature shown.
    [[nodiscard]] std::optional<FeatureRef> current() const;

    /// Shows another state of the site in the same record.
    Q_INVOKABLE void showState(int index);
    Q_INVOKABLE void next();
    Q_INVOKABLE void previous();
    Q_INVOKABLE void close();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void changed();

private:
    [[nodiscard]] core::Span span() const;
    void rebuild();

    std::vector<Subject> m_subjects;
    int m_current = 0;
    Record m_record;
    QList<SiteState> m_history;
    SourceTable m_sources;
    Reader m_reader;
    Movement m_movement;
    std::size_t m_movementRows = 0;
    bool m_dark = false;
};

} // namespace masar::app
