// SPDX-License-Identifier: Apache-2.0
#include "app/models/feature_list_model.hpp"

#include "app/models/legend.hpp"
#include "app/models/record.hpp"

#include <QLocale>

#include <algorithm>

namespace masar::app {

namespace {

using Which = FeatureListModel::Which;

/// Which of the counts a row belongs to.
Which whichOf(const core::Layer& layer, std::uint32_t row, const core::Window& window)
{
    if (layer.geometry.partsOf(row).empty()) {
        return Which::NoPlace;
    }
    const core::Span& span = layer.spans[row];
    if (!span.dated()) {
        return Which::Undated;
    }
    switch (core::presence(span, window)) {
    case core::Presence::certain:
        return Which::Certain;
    case core::Presence::possible:
        return Which::Possible;
    case core::Presence::absent:
        break;
    }
    return Which::Outside;
}

/// A rejected feature is one that has no row; what could not even be counted one by one is an error
/// of the file.
bool tellsOfRejected(const core::Layer& layer, const core::Diagnostic& diagnostic)
{
    return diagnostic.feature ? !std::ranges::binary_search(layer.sourceIndex, *diagnostic.feature)
                              : diagnostic.severity == core::Severity::error;
}

} // namespace

void FeatureListModel::setWhich(Which which)
{
    if (which != m_which) {
        m_which = which;
        emit whichChanged();
        rebuild();
    }
}

void FeatureListModel::setScene(std::vector<SceneLayer> layers, const core::Window& window,
                                Language language)
{
    if (layers == m_layers && window == m_window && language == m_language) {
        return;
    }
    m_layers = std::move(layers);
    m_window = window;
    m_language = language;
    rebuild();
}

std::vector<FeatureListModel::Item> FeatureListModel::itemsNow() const
{
    std::vector<Item> items;
    for (std::uint32_t i = 0; i < m_layers.size() && m_which != Which::None; ++i) {
        if (!m_layers[i].visible) {
            continue;
        }
        const core::Layer& layer = m_layers[i].data->layer;
        if (m_which == Which::Rejected) {
            for (std::uint32_t d = 0; d < layer.diagnostics.kept().size(); ++d) {
                if (tellsOfRejected(layer, layer.diagnostics.kept()[d])) {
                    items.push_back({i, d});
                }
            }
            continue;
        }
        for (std::uint32_t row = 0; row < layer.rowCount(); ++row) {
            if (whichOf(layer, row, m_window) == m_which) {
                items.push_back({i, row});
            }
        }
    }
    return items;
}

void FeatureListModel::rebuild()
{
    std::vector<Item> items = itemsNow();
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
    emit countChanged();
}

std::optional<FeatureRef> FeatureListModel::featureAt(int item) const
{
    if (item < 0 || item >= count() || m_which == Which::Rejected) {
        return std::nullopt;
    }
    const Item& found = m_items[static_cast<std::size_t>(item)];
    return FeatureRef{m_layers[found.layer].data->id, found.row};
}

QString FeatureListModel::moreText() const
{
    std::uint64_t rejected = 0;
    for (const SceneLayer& layer : m_layers) {
        rejected +=
            m_which == Which::Rejected && layer.visible ? layer.data->layer.counts.rejected : 0;
    }
    return rejected <= m_items.size()
               ? QString()
               : tr("and %1 more")
                     .arg(QLocale().toString(static_cast<qulonglong>(rejected - m_items.size())));
}

int FeatureListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant FeatureListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Item& item = m_items[static_cast<std::size_t>(index.row())];
    const core::Layer& layer = m_layers[item.layer].data->layer;
    const bool rejected = m_which == Which::Rejected;
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return rejected ? QString::fromStdString(layer.diagnostics.kept()[item.row].text)
                        : titleOf(layer, item.row, m_language);
    case DetailRole: {
        if (rejected) {
            return QString::fromStdString(layer.diagnostics.kept()[item.row].where);
        }
        const auto status = layer.properties.text("status", item.row);
        return status ? statusText(*status) : QString();
    }
    case LayerRole:
        return QString::fromStdString(layer.name);
    default:
        return {};
    }
}

QHash<int, QByteArray> FeatureListModel::roleNames() const
{
    return {{TitleRole, "title"}, {DetailRole, "detail"}, {LayerRole, "layerName"}};
}

} // namespace masar::app
