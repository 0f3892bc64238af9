// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/layer_list_model.hpp"
#include "app/models/notice_model.hpp"
#include "app/models/reader.hpp"
#include "app/services/loader.hpp"
#include "app/services/reading_memory.hpp"

#include <QObject>
#include <QVariantList>
#include <QtQmlIntegration>

namespace masar::app {

/// How a file on the map was read, layer by layer, and how it is to be read instead: what the
/// dialog shows and asks. It opens by itself where a file leaves something to be said.
class FileReading : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Session")
    Q_PROPERTY(bool shown READ shown NOTIFY shownChanged)
    Q_PROPERTY(QString fileName READ fileName NOTIFY shownChanged)
    /// What the file does not say, for the layer looked at; empty if nothing.
    Q_PROPERTY(QString question READ question NOTIFY changed)
    /// The layers of the file, each with `name`, `detail` and `wanted`; and the one looked at.
    Q_PROPERTY(QVariantList layers READ layers NOTIFY changed)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY changed)
    /// Of the layer looked at: its fields, with "none" first, as the indices below count them.
    Q_PROPERTY(QStringList fields READ fields NOTIFY changed)
    Q_PROPERTY(bool table READ table NOTIFY changed)
    Q_PROPERTY(int lonField READ lonField NOTIFY changed)
    Q_PROPERTY(int latField READ latField NOTIFY changed)
    Q_PROPERTY(int shapeField READ shapeField NOTIFY changed)
    Q_PROPERTY(bool asksCrs READ asksCrs NOTIFY changed)
    /// The reference system as it was read, the one chosen instead, and what the search finds.
    Q_PROPERTY(QString crsText READ crsText NOTIFY changed)
    Q_PROPERTY(QString crs READ crs NOTIFY changed)
    Q_PROPERTY(QString crsQuery READ crsQuery WRITE setCrsQuery NOTIFY crsHitsChanged)
    Q_PROPERTY(QVariantList crsHits READ crsHits NOTIFY crsHitsChanged)
    Q_PROPERTY(QStringList conventions READ conventions NOTIFY changed)
    Q_PROPERTY(int convention READ convention NOTIFY changed)
    Q_PROPERTY(int startField READ startField NOTIFY changed)
    Q_PROPERTY(int endField READ endField NOTIFY changed)
    Q_PROPERTY(bool usesStart READ usesStart NOTIFY changed)
    Q_PROPERTY(bool usesEnd READ usesEnd NOTIFY changed)
    /// Dates are numbers of which the day or the month comes first: 0 not known, 1 day, 2 month.
    Q_PROPERTY(bool ordered READ ordered NOTIFY changed)
    Q_PROPERTY(int dateOrder READ dateOrder NOTIFY changed)
    Q_PROPERTY(QString zone READ zone NOTIFY changed)
    /// The first values, each with `written`, `meant` and whether it is `bad`.
    Q_PROPERTY(QVariantList samples READ samples NOTIFY changed)
    /// How many features came of it, and what was noticed, each with `text` and `severity`.
    Q_PROPERTY(QString account READ account NOTIFY changed)
    Q_PROPERTY(QVariantList notes READ notes NOTIFY changed)
    Q_PROPERTY(bool canApply READ canApply NOTIFY changed)

public:
    FileReading(Loader& loader, LayerListModel& layers, NoticeModel& notices,
                QObject* parent = nullptr);

    void setReader(const Reader& reader);
    /// Opens the dialog if the layers of a file leave something to be asked.
    void consider(const std::vector<MapLayerPtr>& layers);
    /// Opens it for the file of a layer in the list.
    Q_INVOKABLE void show(int key);
    /// Reads the file again as chosen, and remembers it.
    Q_INVOKABLE void apply();
    Q_INVOKABLE void close();

    Q_INVOKABLE void setWanted(int layer, bool wanted);
    Q_INVOKABLE void chooseCrs(const QString& code);
    enum class Place { Lon, Lat, Shape };
    Q_ENUM(Place)
    Q_INVOKABLE void choosePlace(masar::app::FileReading::Place which, int field);
    Q_INVOKABLE void chooseConvention(int convention);
    Q_INVOKABLE void chooseStart(int field);
    Q_INVOKABLE void chooseEnd(int field);
    Q_INVOKABLE void chooseOrder(int order);
    /// False if there is no zone of that name.
    Q_INVOKABLE bool chooseZone(const QString& name);

    bool shown() const { return !m_path.isEmpty(); }
    QString fileName() const;
    QString question() const;
    QVariantList layers() const;
    int current() const { return m_current; }
    void setCurrent(int layer);
    QStringList fields() const;
    bool table() const;
    int lonField() const { return indexOf(draft().places.lonField); }
    int latField() const { return indexOf(draft().places.latField); }
    int shapeField() const { return indexOf(draft().places.shapeField); }
    bool asksCrs() const { return draft().layer && draft().layer->layer.needs.crs; }
    QString crsText() const;
    QString crs() const { return QString::fromStdString(draft().crs); }
    QString crsQuery() const { return m_crsQuery; }
    void setCrsQuery(const QString& query);
    QVariantList crsHits() const;
    QStringList conventions() const;
    int convention() const;
    int startField() const { return indexOf(draft().dates.startField); }
    int endField() const { return indexOf(draft().dates.endField); }
    bool usesStart() const;
    bool usesEnd() const;
    bool ordered() const;
    int dateOrder() const;
    QString zone() const { return QString::fromStdString(draft().dates.zone); }
    QVariantList samples() const;
    QString account() const;
    QVariantList notes() const;
    bool canApply() const;

signals:
    void shownChanged();
    void changed();
    void crsHitsChanged();
    /// A layer is about to make room for the one that was read otherwise.
    void replacing(const masar::app::MapLayerPtr& before, const masar::app::MapLayerPtr& after);
    /// Layers have places now that had none before.
    void placed(const std::vector<masar::app::MapLayerPtr>& layers);
    /// Something begins (1) or ends (-1) to be read.
    void reading(int change);

private:
    /// A layer, and what is chosen for it.
    struct Draft {
        QString name{};
        MapLayerPtr layer{}; ///< none: it was not read
        bool wanted = true;
        std::string crs{};
        core::PlaceFields places{};
        core::TimeFields dates{};
        bool placesChosen = false;
        bool datesChosen = false;
    };
    void open(const QString& path);
    [[nodiscard]] const Draft& draft() const;
    Draft& draft() { return const_cast<Draft&>(std::as_const(*this).draft()); }
    [[nodiscard]] Draft draftOf(const QString& name, const MapLayerPtr& layer) const;
    [[nodiscard]] int indexOf(const std::string& field) const;
    [[nodiscard]] std::string fieldAt(int index) const;
    [[nodiscard]] bool changedFromBefore(const Draft& draft) const;
    void chooseField(std::string core::TimeFields::* field,
                     core::DateEncoding core::TimeFields::* encoding, int index);
    void onRead(const QString& path, const std::vector<MapLayerPtr>& layers);

    Loader& m_loader;
    LayerListModel& m_layerList;
    NoticeModel& m_notices;
    Reader m_reader;
    QString m_path;        ///< of the file that is shown
    QStringList m_waiting; ///< files that have something to be asked, after this one
    RememberedReading m_before;
    std::vector<Draft> m_drafts;
    int m_current = 0;
    QString m_crsQuery;
};

} // namespace masar::app
