// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_layer.hpp"
#include "core/query/diff.hpp"

#include <QAbstractListModel>
#include <QDateTime>
#include <QtQmlIntegration>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace masar::app {

/// The versions of its file that a layer has had since the program began, newest first; two of them
/// are chosen to be compared.
class LayerVersions : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Session")
    Q_PROPERTY(QString layerName READ layerName NOTIFY shownChanged)
    /// The rows that are chosen; -1: none.
    Q_PROPERTY(int before READ before WRITE setBefore NOTIFY chosenChanged)
    Q_PROPERTY(int after READ after WRITE setAfter NOTIFY chosenChanged)
    /// Whether two different versions are chosen.
    Q_PROPERTY(bool comparable READ comparable NOTIFY chosenChanged)

public:
    /// Versions that are not on the map are forgotten, the oldest first, when they have more
    /// features and vertices than this together (about half a gigabyte). What is known of them
    /// stays.
    static constexpr std::size_t mostKept = 4'000'000;

    struct Version {
        QByteArray hash; ///< SHA-256 of the file, in hexadecimal; empty: not known (yet)
        QDateTime read;
        MapLayerPtr data;                         ///< null: forgotten
        std::optional<core::ChangeCounts> counts; ///< against the one that was on the map
        std::size_t features = 0;
    };
    enum Role {
        TimeRole = Qt::UserRole + 1,
        HashRole,     ///< its beginning
        FullHashRole, ///< all of it
        FeaturesRole,
        ChangesRole,
        KeptRole, ///< whether it can still be compared
        OnMapRole
    };

    explicit LayerVersions(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    QString layerName() const { return m_layerName; }
    int before() const { return m_before; }
    void setBefore(int row);
    int after() const { return m_after; }
    void setAfter(int row);
    bool comparable() const;

    /// A version that was read for a layer, by the key of its entry. One that has been added
    /// already is not added again.
    void add(int key, const Version& version);
    /// Which version is on the map.
    void setOnMap(int key, const MapLayerPtr& data);
    /// The version on the map as it was read in another way; nothing if it is that.
    void reread(int key, const MapLayerPtr& data);
    /// The hash of the version on the map, read later than itself.
    void setHash(int key, const QByteArray& hash);
    [[nodiscard]] bool contains(int key) const { return m_versions.contains(key); }
    /// Forgets the layers that are gone.
    void keepOnly(const std::function<bool(int key)>& exists);

    /// Lists the versions of a layer; the one on the map and the one before it are chosen.
    void show(int key, const QString& layerName);
    [[nodiscard]] int shownKey() const { return m_key; }
    /// The layers of the chosen versions, the earlier one first; null where there is none.
    [[nodiscard]] MapLayerPtr chosen(bool after) const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void shownChanged();
    void chosenChanged();

private:
    struct History {
        std::vector<Version> versions; ///< oldest first
        quint64 onMap = 0;
    };
    [[nodiscard]] const Version* versionAt(int row) const;
    void forgetSome();
    void changed(int key);

    std::map<int, History> m_versions;
    int m_key = 0; ///< of the layer that is listed
    QString m_layerName;
    int m_before = -1, m_after = -1;
};

} // namespace masar::app
