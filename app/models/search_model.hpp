// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/search_hit.hpp"

#include <QAbstractListModel>
#include <QGeoCoordinate>
#include <QtQmlIntegration>

namespace masar::app {

/// Where a hit was gone to: marked on the map, with what there is to say of it.
struct FoundPlace {
    QString title;        ///< to stand beside the mark; empty if the map says it
    QGeoCoordinate place; ///< invalid: it has none
    QString note;         ///< "Not on the map at this date."; empty if all is well
    QString action;       ///< what can be done about it
};

/// What is typed into the search, the answers, and the place gone to.
class SearchModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Session")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(int count READ count NOTIFY answerChanged)
    /// One sentence where the list needs it: nothing typed, nothing found, too much found, no such
    /// coordinates.
    Q_PROPERTY(QString state READ state NOTIFY answerChanged)
    Q_PROPERTY(bool foundShown READ foundShown NOTIFY foundChanged)
    Q_PROPERTY(QString foundTitle READ foundTitle NOTIFY foundChanged)
    Q_PROPERTY(QGeoCoordinate foundPlace READ foundPlace NOTIFY foundChanged)
    Q_PROPERTY(QString foundNote READ foundNote NOTIFY foundChanged)
    Q_PROPERTY(QString foundAction READ foundAction NOTIFY foundChanged)

public:
    enum Role {
        TitleRole = Qt::UserRole + 1,
        MatchRole,
        DetailRole,
        SymbolRole, ///< name of an icon
        NoteRole    ///< "no place", "not at this date"; empty if it can be seen
    };

    explicit SearchModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    QString text() const { return m_text; }
    void setText(const QString& text);
    int count() const { return static_cast<int>(m_answer.hits.size()); }
    QString state() const;
    bool foundShown() const { return m_found.has_value(); }
    QString foundTitle() const { return m_found ? m_found->title : QString(); }
    QGeoCoordinate foundPlace() const { return m_found ? m_found->place : QGeoCoordinate(); }
    QString foundNote() const { return m_found ? m_found->note : QString(); }
    QString foundAction() const { return m_found ? m_found->action : QString(); }

    /// The answer to a text; one to another text than is typed now is dropped.
    void setAnswer(const QString& text, SearchAnswer answer);
    /// Whether files are still being read, so that what is not found may yet be.
    void setReading(bool reading);
    /// What the map shows, for the notes.
    void setWindow(const core::Window& window);
    void setFound(FoundPlace found);
    Q_INVOKABLE void dismissFound();
    /// Drops hits of layers that are gone.
    void keepOnly(const std::function<bool(quint64 layerId)>& exists);

    /// nullptr if there is no such row.
    [[nodiscard]] const SearchHit* hit(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void textChanged();
    void answerChanged();
    void foundChanged();

private:
    [[nodiscard]] QString noteOf(const SearchHit& hit) const;

    QString m_text;
    SearchAnswer m_answer;
    bool m_reading = false;
    bool m_answered = false; ///< to the text as it is
    core::Window m_window;
    std::optional<FoundPlace> m_found;
};

/// Why typed coordinates are no place, and what to write instead.
[[nodiscard]] QString faultText(core::CoordinateFault fault);

} // namespace masar::app
