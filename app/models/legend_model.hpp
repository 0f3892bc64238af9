// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/legend.hpp"

#include <QAbstractListModel>
#include <QtQmlIntegration>

namespace masar::app {

/// The legend as the pane shows it.
class LegendModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Session")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// Whether something on the map is only possible: then its look needs a word.
    Q_PROPERTY(bool hasPossible READ hasPossible NOTIFY countChanged)

public:
    enum Role { EntryRole = Qt::UserRole + 1, LabelRole, CountRole };

    explicit LegendModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    int count() const { return static_cast<int>(m_entries.size()); }
    bool hasPossible() const;
    [[nodiscard]] const std::vector<LegendEntry>& entries() const { return m_entries; }
    void setEntries(std::vector<LegendEntry> entries);
    /// The counts have to be put into words anew: in another language.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    std::vector<LegendEntry> m_entries;
};

} // namespace masar::app
