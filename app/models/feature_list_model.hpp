// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_scene.hpp"
#include "app/models/reader.hpp"

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <optional>
#include <vector>

namespace masar::app {

/// The features behind one number of the counts: all that are certainly there now, all without a
/// date, and so on. Of what could not be read it lists the reasons.
class FeatureListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Session")
    Q_PROPERTY(Which which READ which WRITE setWhich NOTIFY whichChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// "and 980 more": what could not be read and is counted, but not kept one by one.
    Q_PROPERTY(QString moreText READ moreText NOTIFY countChanged)

public:
    enum class Which { None, Certain, Possible, Outside, Undated, NoPlace, Rejected };
    Q_ENUM(Which)
    enum Role { TitleRole = Qt::UserRole + 1, DetailRole, LayerRole };

    explicit FeatureListModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    Which which() const { return m_which; }
    void setWhich(Which which);
    int count() const { return static_cast<int>(m_items.size()); }
    QString moreText() const;

    /// What is on the map now; the list follows if it is asked for.
    void setScene(std::vector<SceneLayer> layers, const core::Window& window, Language language);
    /// The feature in a row of the list; nullopt for what could not be read.
    [[nodiscard]] std::optional<FeatureRef> featureAt(int item) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void whichChanged();
    void countChanged();

private:
    struct Item {
        std::uint32_t layer = 0; ///< into m_layers
        std::uint32_t row = 0;   ///< of the layer, or of its diagnostics

        bool operator==(const Item&) const = default;
    };
    void rebuild();
    [[nodiscard]] std::vector<Item> itemsNow() const;

    Which m_which = Which::None;
    std::vector<SceneLayer> m_layers;
    core::Window m_window;
    Language m_language = Language::english;
    std::vector<Item> m_items;
};

} // namespace masar::app
