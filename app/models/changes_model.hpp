// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/change_painter.hpp"
#include "app/models/length_text.hpp"
#include "app/models/reader.hpp"
#include "core/crs/coordinate_text.hpp"

#include <QAbstractListModel>
#include <QVariantList>
#include <QtQmlIntegration>

#include <functional>
#include <vector>

namespace masar::app {

/// "3 added, 1 moved": the kinds of change that there are; empty if none.
[[nodiscard]] QString changeCountsText(const core::ChangeCounts& counts, const QLocale& numbers);

/// What an update of a layer changed, by kind and one by one, until the reader accepts it.
class ChangesModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Session")
    Q_PROPERTY(bool shown READ shown NOTIFY differenceChanged)
    Q_PROPERTY(QString layerName READ layerName NOTIFY differenceChanged)
    /// "4 changes. 20 features are as before.", and by what features are the same.
    Q_PROPERTY(QString summary READ summary NOTIFY differenceChanged)
    /// Each kind that there is, with its `which` and its `text`: "Moved 3".
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY differenceChanged)
    Q_PROPERTY(Which which READ which WRITE setWhich NOTIFY whichChanged)
    /// What features may be matched by: as Masar finds best, or a field of both versions; and which
    /// of these it is.
    Q_PROPERTY(QStringList keys READ keys NOTIFY differenceChanged)
    Q_PROPERTY(int key READ key NOTIFY differenceChanged)
    /// The change that is looked at; -1: none yet.
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged)
    /// "2 of 7"
    Q_PROPERTY(QString position READ position NOTIFY currentChanged)
    /// What of it was and is: `field`, `before`, `after`; no value is an empty text. Of what is
    /// gone all that was known, without `after`.
    Q_PROPERTY(QVariantList values READ values NOTIFY currentChanged)

public:
    enum class Which { All, Added, Removed, Moved, Redated, Reworded, Ambiguous };
    Q_ENUM(Which)
    enum Role { TitleRole = Qt::UserRole + 1, DetailRole, KindsRole };

    explicit ChangesModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    bool shown() const { return m_difference != nullptr; }
    QString layerName() const { return m_layerName; }
    QString summary() const;
    QVariantList kinds() const;
    QStringList keys() const;
    int key() const;
    Which which() const { return m_which; }
    void setWhich(Which which);
    int current() const { return m_current; }
    void setCurrent(int current);
    QString position() const;
    QVariantList values() const;

    /// Shows a difference of versions of the layer on the map that has an id (its own new
    /// version's, if none is given).
    void show(LayerDifferencePtr difference, const QString& layerName, quint64 layerId = 0);
    /// The layer on the map that the versions are of.
    [[nodiscard]] quint64 layerId() const { return m_layerId; }
    /// Forgets the difference if its layer is gone.
    void keepOnly(const std::function<bool(quint64 layerId)>& exists);
    void setReader(const Reader& reader, LengthUnits units,
                   core::CoordinateFormat format = core::CoordinateFormat::decimal);

    /// The next or the previous change of the kind listed, round and round.
    Q_INVOKABLE void next();
    Q_INVOKABLE void previous();
    /// Asks for the versions to be matched by another of the keys.
    Q_INVOKABLE void matchBy(int key);
    /// The reader has seen it: nothing is marked any more.
    Q_INVOKABLE void accept();

    [[nodiscard]] const LayerDifferencePtr& difference() const { return m_difference; }
    [[nodiscard]] ShownChanges marked() const { return {m_difference, currentChange()}; }
    /// The index in the difference of the change that is looked at.
    [[nodiscard]] std::optional<std::size_t> currentChange() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void differenceChanged();
    void whichChanged();
    void currentChanged();
    /// Empty: as found best.
    void keyWanted(const QString& field);

private:
    void list();
    void step(int by);
    [[nodiscard]] QString detailOf(const core::Change& change) const;

    LayerDifferencePtr m_difference;
    QString m_layerName;
    quint64 m_layerId = 0;
    Which m_which = Which::All;
    std::vector<std::uint32_t> m_listed; ///< indices of changes
    int m_current = -1;
    Reader m_reader;
    LengthUnits m_units = LengthUnits::metric;
    core::CoordinateFormat m_format = core::CoordinateFormat::decimal;
};

} // namespace masar::app
