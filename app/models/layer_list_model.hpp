// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_scene.hpp"

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <vector>

namespace masar::app {

/// The layers of the session as the pane lists them, the top of the map first: those on the map,
/// those still being read, and those that could not be read.
class LayerListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Session")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// Layers on the map, without those being read or refused.
    Q_PROPERTY(int readyCount READ readyCount NOTIFY countChanged)

public:
    enum class State { Loading, Ready, Failed };
    Q_ENUM(State)
    enum Role {
        KeyRole = Qt::UserRole + 1,
        NameRole,
        DetailRole, ///< what it holds, or why it could not be read
        StateRole,
        VisibleRole,
        ColourRole,   ///< its own colour on the map; invalid where each feature's status decides
        ProgressRole, ///< 0 to 1 while loading
        PathRole,
        BundledRole,     ///< part of the story that comes with the program
        LabelFieldRole,  ///< what its features are labelled by: a field, or empty
        LabelFieldsRole, ///< what they could be; empty where they are too many
        TrackFieldsRole, ///< fields that points may be grouped by into tracks
        TracksOfRole,    ///< the field they are grouped by; empty: they are not
        TracksRole,      ///< whether it holds movements
        TimedRole,       ///< whether its features have dates
        FollowsRole,     ///< whether it is updated when its file changes
        AloneRole,       ///< without being asked
        NewerRole,       ///< whether its file has a version newer than what is on the map
        FileNoteRole,    ///< what is to be said of its file, else empty
        FileProblemRole  ///< why that cannot be read, else empty
    };

    /// How a file stands to its layers on the map.
    struct FileStatus {
        bool alone = false;
        bool newer = false;
        QString note, problem;

        bool operator==(const FileStatus&) const = default;
    };

    /// A layer to be added, with what the list says of it.
    struct Addition {
        MapLayerPtr data;
        QString name;
        bool bundled = false;
        bool follows = true; ///< what becomes of its file; an old version kept does not
    };

    explicit LayerListModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    int count() const { return static_cast<int>(m_entries.size()); }
    int readyCount() const;

    /// A file whose reading begins: its row, on top, until it is replaced, failed or removed.
    int addLoading(const QString& path, bool beside = false);
    void setProgress(int key, double progress);
    /// Puts the layers of a file (bottom first) where its row was; other layers of the same path
    /// go, unless it is opened beside them: then it stays as it is while they follow the file.
    void finish(int key, const std::vector<Addition>& layers);
    void fail(int key, const QString& why);
    /// Puts layers (bottom first) on top.
    void addLayers(const std::vector<Addition>& layers);
    /// Puts the tracks made of a layer's points above them and hides the points; tracks made of
    /// them before go.
    void addTracks(int key, const QString& field, const MapLayerPtr& tracks);
    /// Puts another version of a layer in its place: with its order, name, colour, labels, and
    /// shown or hidden as before. Tracks made of it are made anew.
    void replace(quint64 layerId, const MapLayerPtr& data);
    void rename(quint64 layerId, const QString& name);
    /// Says it of all layers that follow a file.
    void setFileStatus(const QString& path, const FileStatus& status);
    void clear();

    Q_INVOKABLE void setVisible(int key, bool visible);
    /// Makes a layer visible, by its id.
    void show(quint64 id);
    /// Takes a layer off the map, or dismisses one that failed; one being read is cancelled.
    Q_INVOKABLE void remove(int key);
    Q_INVOKABLE void moveUp(int key);
    Q_INVOKABLE void moveDown(int key);
    Q_INVOKABLE void zoomTo(int key);
    /// Asks for the timeline to show when the layer's features are there.
    Q_INVOKABLE void showTime(int key);
    /// Labels the layer's features by a field, or not at all (empty).
    Q_INVOKABLE void setLabelField(int key, const QString& field);
    /// Asks for tracks of a layer's points, grouped by a field; an empty one takes them away and
    /// shows the points.
    Q_INVOKABLE void makeTracks(int key, const QString& field);

    /// The same for a layer by its id; false if that field cannot say what its points are fixes of.
    bool makeTracksOf(quint64 id, const QString& field);

    void setDark(bool dark);
    /// The words have to be said anew: in another language.
    void retranslate();

    /// The layers on the map, bottom first.
    [[nodiscard]] std::vector<SceneLayer> sceneLayers() const;
    /// A layer on the map by its id; null if it is not there.
    [[nodiscard]] MapLayerPtr layer(quint64 id) const;
    [[nodiscard]] bool isVisible(quint64 id) const;
    /// The name that the list gives a layer.
    [[nodiscard]] QString nameOf(quint64 id) const;
    /// The layer in an entry of the list; null if it is none.
    [[nodiscard]] MapLayerPtr layerOf(int key) const;
    /// The entry of a layer; it stays when another version takes the layer's place. 0 if none.
    [[nodiscard]] int keyOf(quint64 id) const;
    /// The files that layers on the map follow, and the layers of one, top first.
    [[nodiscard]] QStringList files() const;
    [[nodiscard]] std::vector<MapLayerPtr> layersOf(const QString& path) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();
    /// The layers on the map, their order or their visibility changed.
    void layersChanged();
    void zoomRequested(const masar::app::MapLayerPtr& layer);
    void timeRequested(const masar::app::MapLayerPtr& layer);
    void cancelRequested(int key);
    void tracksRequested(int key, const masar::app::MapLayerPtr& points, const QString& field);

private:
    struct Entry {
        int key = 0;
        State state = State::Ready;
        QString name;
        QString path;
        QString error;
        MapLayerPtr data;
        double progress = 0;
        int colour = 0;
        bool visible = true;
        bool bundled = false;
        bool beside = false; ///< while loading: other layers of its path stay
        bool follows = true; ///< what becomes of its file
        FileStatus file;
        std::optional<std::string> labelField; ///< if the user has chosen
        QStringList trackFields;
        QString tracksOf;  ///< remembered when the file is read again
        int madeOfKey = 0; ///< tracks: the points they were made of
    };
    [[nodiscard]] std::size_t rowOf(int key) const;
    [[nodiscard]] static bool isOf(const Entry& entry, const QString& path);
    void insert(std::size_t row, const Addition& addition, bool visible, int colour);
    void removeTracksOf(int key);
    void removeRow(std::size_t row);
    void move(int key, int by);
    void announce(std::size_t row, Role role);
    [[nodiscard]] QString detailOf(const Entry& entry) const;
    [[nodiscard]] QVariant colourOf(const Entry& entry) const;
    [[nodiscard]] static SceneLayer sceneLayer(const Entry& entry);

    std::vector<Entry> m_entries; ///< top first
    int m_lastKey = 0;
    int m_nextColour = 0;
    bool m_dark = false;
};

} // namespace masar::app
