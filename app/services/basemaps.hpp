// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_scene.hpp"
#include "app/services/file_tiles.hpp"
#include "app/services/online_map.hpp"
#include "app/services/online_tiles.hpp"
#include "app/services/settings.hpp"

#include <QAbstractListModel>
#include <QThreadPool>
#include <QUrl>
#include <QtQmlIntegration>

#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <vector>

namespace masar::app {

struct Basemap;

/// The basemaps to choose from, and the one that the map shows: the bundled one, none, a raster
/// file, or an online map that the user named. Remembers the choice.
class Basemaps : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Session")
    /// The one that shows.
    Q_PROPERTY(QString title READ title NOTIFY shownChanged)
    Q_PROPERTY(QString detail READ detail NOTIFY shownChanged)
    /// It lies over the bundled land and water: opacity and names can be set.
    Q_PROPERTY(bool laidOver READ laidOver NOTIFY shownChanged)
    /// Whom the raster file or the online map is by; empty for others.
    Q_PROPERTY(QString attributionOfOwn READ attributionOfOwn NOTIFY shownChanged)
    /// Some tiles in view could not be had.
    Q_PROPERTY(bool incomplete READ incomplete NOTIFY incompleteChanged)
    /// A file is being opened.
    Q_PROPERTY(bool opening READ opening NOTIFY openingChanged)

public:
    enum class Kind { Bundled, None, File, Online };
    Q_ENUM(Kind)
    enum Role { TitleRole = Qt::UserRole + 1, DetailRole, KindRole, ShownRole };

    /// `cacheFolder` is where answers of servers are kept; empty: nowhere.
    Basemaps(Settings& settings, MapScene& scene, const QString& cacheFolder);
    ~Basemaps() override;

    QString title() const;
    QString detail() const;
    bool laidOver() const { return m_shown.kind == Kind::File || m_shown.kind == Kind::Online; }
    bool incomplete() const { return m_incomplete; }
    bool opening() const { return m_opening; }
    /// Whom the map that shows is by.
    [[nodiscard]] QString attribution() const;
    QString attributionOfOwn() const;
    /// Nothing is being opened or fetched for what is in view.
    [[nodiscard]] bool settled() const
    {
        return !m_opening && (!m_tiles || m_tiles->inView().missing == 0);
    }

    /// The bundled basemap has been read; null: there is none.
    void setBundled(std::shared_ptr<const Basemap> basemap);
    [[nodiscard]] const std::shared_ptr<const Basemap>& bundled() const { return m_bundled; }
    /// Shows what was shown last time.
    void restore();

    Q_INVOKABLE void choose(int row);
    Q_INVOKABLE void openFile(const QUrl& file);
    /// Adds an online map, or changes the one of its name, and shows it. Why it cannot, or an empty
    /// text.
    Q_INVOKABLE QString addOnline(const QString& name, const QString& address,
                                  const QString& attribution, int maxZoom);
    /// Takes a file or an online map off the list.
    Q_INVOKABLE void remove(int row);
    /// Asks anew for the tiles that could not be had.
    Q_INVOKABLE void retry();
    /// The words of the rows in another language.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void shownChanged();
    void incompleteChanged();
    void openingChanged();
    /// A raster file has been opened by the user, and covers this.
    void opened(const masar::core::MercatorBox& box);
    /// Something for the user to know.
    void problem(const QString& title, const QString& detail);

private:
    struct Choice {
        Kind kind = Kind::Bundled;
        QString path;  ///< of a file
        OnlineMap map; ///< online

        bool operator==(const Choice&) const = default;
    };

    void rebuild();
    void show(const Choice& choice);
    void openRasterOf(const Choice& choice, bool fit);
    void onOpened(const Choice& choice, const core::Result<OpenRaster>& raster, bool fit);
    void onTiles();
    void setOpening(bool opening);
    void setIncomplete(bool incomplete);
    void applyLook();
    [[nodiscard]] QString titleOf(const Choice& choice) const;
    [[nodiscard]] QString detailOf(const Choice& choice) const;
    [[nodiscard]] static QString keyOf(const Choice& choice);

    Settings& m_settings;
    MapScene& m_scene;
    QString m_cacheFolder;
    std::shared_ptr<const Basemap> m_bundled;
    std::vector<Choice> m_choices;
    Choice m_shown;
    std::optional<core::RasterInfo> m_info; ///< of the file that shows
    std::shared_ptr<TileStore> m_tiles;
    std::set<std::string> m_told; ///< problems of the tiles that the user knows of
    bool m_bundledMissing = false;
    bool m_incomplete = false;
    bool m_opening = false;
    int m_job = 0; ///< of the file being opened; an older one's result is not wanted
    std::stop_source m_stop;
    QThreadPool m_pool;
};

} // namespace masar::app
