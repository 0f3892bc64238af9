// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/frame_ticker.hpp"
#include "app/models/time_text.hpp"
#include "core/time/span.hpp"
#include "core/time/step.hpp"

#include <QObject>
#include <QtQmlIntegration>

#include <optional>

namespace masar::app {

/// The moment that the map shows, and how it moves: dragged, stepped by calendar units, or played.
/// Instants are seconds since 1970 as doubles towards QML, exact far beyond any date of use.
class Clock : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Session")
    Q_PROPERTY(bool hasRange READ hasRange NOTIFY rangeChanged)
    Q_PROPERTY(double begin READ begin NOTIFY rangeChanged)
    Q_PROPERTY(double end READ end NOTIFY rangeChanged)
    Q_PROPERTY(double position READ position WRITE setPosition NOTIFY positionChanged)
    /// The position within the range, 0 to 1.
    Q_PROPERTY(double fraction READ fraction WRITE setFraction NOTIFY positionChanged)
    /// What the map shows now, in full with the zone: "Saturday 21 February 2026 (UTC)".
    Q_PROPERTY(QString text READ text NOTIFY textChanged)
    /// The same without the zone, and the zone alone, for places that set them apart.
    Q_PROPERTY(QString dateText READ dateText NOTIFY textChanged)
    Q_PROPERTY(QString zone READ zone NOTIFY textChanged)
    /// The date as one would type it: "2026-02-21".
    Q_PROPERTY(QString isoText READ isoText NOTIFY textChanged)
    Q_PROPERTY(QString beginText READ beginText NOTIFY rangeChanged)
    Q_PROPERTY(QString endText READ endText NOTIFY rangeChanged)
    Q_PROPERTY(bool playing READ playing WRITE setPlaying NOTIFY playingChanged)
    Q_PROPERTY(Unit unit READ unit WRITE setUnit NOTIFY unitChanged)
    /// Steps a second while playing.
    Q_PROPERTY(double speed READ speed WRITE setSpeed NOTIFY speedChanged)
    /// The speeds on offer, and which of them it is (-1: another).
    Q_PROPERTY(QList<double> speeds READ speeds CONSTANT)
    Q_PROPERTY(QStringList speedTexts READ speedTexts NOTIFY rangeChanged)
    Q_PROPERTY(int speedIndex READ speedIndex WRITE setSpeedIndex NOTIFY speedChanged)

public:
    enum class Unit { Hour, Day, Week, Month, Year };
    Q_ENUM(Unit)

    explicit Clock(QObject* parent = nullptr);

    bool hasRange() const { return m_range.has_value(); }
    double begin() const { return m_range ? static_cast<double>(m_range->begin) : 0; }
    double end() const { return m_range ? static_cast<double>(m_range->end) : 0; }
    double position() const { return m_position; }
    void setPosition(double seconds);
    double fraction() const;
    void setFraction(double fraction);
    bool playing() const { return m_playing; }
    void setPlaying(bool playing);
    Unit unit() const { return m_unit; }
    void setUnit(Unit unit);
    double speed() const { return m_speed; }
    void setSpeed(double speed);
    QList<double> speeds() const { return {1, 2, 5, 10, 20, 50}; }
    QStringList speedTexts() const;
    int speedIndex() const { return static_cast<int>(speeds().indexOf(m_speed)); }
    void setSpeedIndex(int index) { setSpeed(speeds().value(index, m_speed)); }

    QString text() const;
    QString dateText() const;
    QString zone() const;
    QString isoText() const;
    QString beginText() const;
    QString endText() const;

    Q_INVOKABLE void togglePlaying() { setPlaying(!m_playing); }
    Q_INVOKABLE void stepForward();
    Q_INVOKABLE void stepBack();
    Q_INVOKABLE void toBegin();
    Q_INVOKABLE void toEnd();
    /// Goes to a date typed as EDTF ("2026-02-21", "2025-06"). False, with nothing changed, if it
    /// is none or has no earliest moment.
    Q_INVOKABLE bool goTo(const QString& edtf);

    /// The range of the data; nullopt stops the clock. Keeps the position where it lies inside.
    void setRange(std::optional<core::Window> range);
    /// Whether some date of the data is finer than a day. Then the window is the whole unit that
    /// the position lies in (an event at 14:30:05 shows all that hour, day or month); else it is
    /// the instant, so that things under way move smoothly through a day that looks the same from
    /// end to end.
    void setSubDay(bool subDay);
    void setReader(const Reader& reader);

    /// How the clock puts dates, with its zone.
    [[nodiscard]] const TimeText& words() const { return m_words; }

    /// The window that the map shows.
    [[nodiscard]] core::Window window() const;

    /// Moves on by real time, as playing does each frame; never by more than one step, so that no
    /// date of the replay is passed over, however slow the frames are.
    void advanceBy(double seconds);

signals:
    void rangeChanged();
    void positionChanged();
    void textChanged();
    void playingChanged();
    void unitChanged();
    void speedChanged();
    /// The window is another one.
    void windowChanged();

private:
    [[nodiscard]] core::Step step() const;
    [[nodiscard]] core::Instant instant() const;
    [[nodiscard]] core::Instant floorToUnit(core::Instant instant) const;
    void move(double seconds);
    void announceWindow();

    std::optional<core::Window> m_range;
    core::Window m_announced;
    double m_position = 0;
    Unit m_unit = Unit::Day;
    double m_speed = 5;
    bool m_playing = false;
    bool m_subDay = false;
    QString m_lastText;
    TimeText m_words;
    FrameTicker m_ticker;
};

} // namespace masar::app
