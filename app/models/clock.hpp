// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/frame_ticker.hpp"
#include "app/models/time_text.hpp"
#include "app/models/time_unit.hpp"
#include "core/time/span.hpp"

#include <QObject>
#include <QtQmlIntegration>

#include <functional>
#include <optional>

namespace masar::app {

/// The window of time that the map shows, and how it moves: dragged, stepped by calendar units or
/// from date to date of the data, or played. Instants are seconds since 1970 as doubles towards
/// QML, exact far beyond any date of use.
class Clock : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Session")
    Q_PROPERTY(bool hasRange READ hasRange NOTIFY rangeChanged)
    /// The range of the data: the clock stays within.
    Q_PROPERTY(double begin READ begin NOTIFY rangeChanged)
    Q_PROPERTY(double end READ end NOTIFY rangeChanged)
    /// The moment; of a range of time, its begin.
    Q_PROPERTY(double position READ position WRITE setPosition NOTIFY positionChanged)
    /// The position within the range, 0 to 1.
    Q_PROPERTY(double fraction READ fraction WRITE setFraction NOTIFY positionChanged)
    /// What is shown around the moment.
    Q_PROPERTY(Mode mode READ mode WRITE setMode NOTIFY modeChanged)
    /// The window that the map shows: [windowBegin, windowEnd).
    Q_PROPERTY(double windowBegin READ windowBegin NOTIFY windowChanged)
    Q_PROPERTY(double windowEnd READ windowEnd NOTIFY windowChanged)
    /// What the map shows now, in full with the zone: "Saturday 21 February 2026 (UTC)".
    Q_PROPERTY(QString text READ text NOTIFY textChanged)
    /// The same without the zone, and the zone alone, for places that set them apart.
    Q_PROPERTY(QString dateText READ dateText NOTIFY textChanged)
    Q_PROPERTY(QString zone READ zone NOTIFY textChanged)
    /// The date as one would type it: "2026-02-21", "2026-02-21T14:00" in steps of hours or less.
    Q_PROPERTY(QString isoText READ isoText NOTIFY textChanged)
    /// Why what was typed is no date; empty if it was one.
    Q_PROPERTY(QString typedError READ typedError NOTIFY typedErrorChanged)
    Q_PROPERTY(bool playing READ playing WRITE setPlaying NOTIFY playingChanged)
    Q_PROPERTY(bool backwards READ backwards WRITE setBackwards NOTIFY directionChanged)
    Q_PROPERTY(AtEnd atEnd READ atEnd WRITE setAtEnd NOTIFY directionChanged)
    Q_PROPERTY(Unit unit READ unit WRITE setUnit NOTIFY unitChanged)
    /// Steps a second while playing.
    Q_PROPERTY(double speed READ speed WRITE setSpeed NOTIFY speedChanged)
    /// The speeds on offer, in words with the unit, and which of them it is (-1: another).
    Q_PROPERTY(QStringList speedTexts READ speedTexts NOTIFY speedTextsChanged)
    Q_PROPERTY(int speedIndex READ speedIndex WRITE setSpeedIndex NOTIFY speedChanged)
    /// Whether dragging lands on dates of the data.
    Q_PROPERTY(bool snapping READ snapping WRITE setSnapping NOTIFY snappingChanged)

public:
    /// The moment alone; a range of time; all up to the moment; all from the moment on.
    enum class Mode { Moment, Range, UpTo, From };
    Q_ENUM(Mode)
    /// In the order of TimeUnit, then from date to date of the data.
    enum class Unit { Minute, Hour, Day, Week, Month, Year, Decade, Century, DataDate };
    Q_ENUM(Unit)
    enum class AtEnd { Stop, Loop, Bounce };
    Q_ENUM(AtEnd)

    /// The next date of the data after an instant (`forwards`), or the last before it.
    using DateFinder = std::function<std::optional<core::Instant>(core::Instant, bool forwards)>;

    explicit Clock(QObject* parent = nullptr);

    bool hasRange() const { return m_range.has_value(); }
    double begin() const { return m_range ? static_cast<double>(m_range->begin) : 0; }
    double end() const { return m_range ? static_cast<double>(m_range->end) : 0; }
    double position() const { return m_position; }
    void setPosition(double seconds);
    double fraction() const;
    void setFraction(double fraction);
    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    double windowBegin() const { return static_cast<double>(window().begin); }
    double windowEnd() const { return static_cast<double>(window().end); }
    bool playing() const { return m_playing; }
    void setPlaying(bool playing);
    bool backwards() const { return m_backwards; }
    void setBackwards(bool backwards);
    AtEnd atEnd() const { return m_atEnd; }
    void setAtEnd(AtEnd atEnd);
    Unit unit() const { return m_unit; }
    void setUnit(Unit unit);
    double speed() const { return m_speed; }
    void setSpeed(double speed);
    QStringList speedTexts() const;
    int speedIndex() const;
    void setSpeedIndex(int index);
    bool snapping() const { return m_snapping; }
    void setSnapping(bool snapping);

    QString text() const;
    QString dateText() const;
    QString zone() const;
    QString isoText() const;
    QString typedError() const { return m_typedError; }

    Q_INVOKABLE void togglePlaying() { setPlaying(!m_playing); }
    Q_INVOKABLE void stepForward() { stepBy(1); }
    Q_INVOKABLE void stepBack() { stepBy(-1); }
    /// Ten steps at once (Page keys).
    Q_INVOKABLE void leapForward() { stepBy(10); }
    Q_INVOKABLE void leapBack() { stepBy(-10); }
    /// To the next date of the data, or the one before, whatever the unit.
    Q_INVOKABLE void toNextDate() { stepByDates(1); }
    Q_INVOKABLE void toPreviousDate() { stepByDates(-1); }
    Q_INVOKABLE void toBegin();
    Q_INVOKABLE void toEnd();
    /// The handles of the window, dragged: the moment, or the begin or end of a range, or all of
    /// it.
    Q_INVOKABLE void dragTo(double seconds);
    Q_INVOKABLE void dragBegin(double seconds);
    Q_INVOKABLE void dragEnd(double seconds);
    /// Goes to a date typed as EDTF ("2026-02-21", "2025-06", and as a range "2025-06/2025-09").
    /// False, with nothing changed but typedError, if it is none.
    Q_INVOKABLE bool goTo(const QString& edtf);
    Q_INVOKABLE void forgetTyped();

    /// The range of the data; nullopt stops the clock. Keeps the position where it lies inside.
    void setRange(std::optional<core::Window> range);
    /// Whether some date of the data is finer than a day. Then the window of a moment is the whole
    /// unit that the position lies in (an event at 14:30:05 shows all that hour, day or month);
    /// else it is the instant, so that things under way move smoothly through a day that looks the
    /// same from end to end.
    void setSubDay(bool subDay);
    void setReader(const Reader& reader);
    void setZone(const core::Zone& zone);
    void setDateFinder(DateFinder finder) { m_dates = std::move(finder); }

    /// How the clock puts dates, with its zone.
    [[nodiscard]] const TimeText& words() const { return m_words; }

    /// The window that the map shows. While playing it reaches back to what the frame before
    /// showed: however slow the frames are, time runs on and no date is passed over.
    [[nodiscard]] core::Window window() const;

    /// Moves on by real time, as playing does each frame.
    void advanceBy(double seconds);

signals:
    void rangeChanged();
    void positionChanged();
    void modeChanged();
    void textChanged();
    void typedErrorChanged();
    void playingChanged();
    void directionChanged();
    void unitChanged();
    void speedChanged();
    void speedTextsChanged();
    void snappingChanged();
    /// The window is another one.
    void windowChanged();

private:
    [[nodiscard]] core::Instant instant() const;
    [[nodiscard]] TimeUnit calendarUnit() const;
    [[nodiscard]] core::Window momentWindow(core::Instant at) const;
    [[nodiscard]] QString momentText(const core::Window& moment) const;
    [[nodiscard]] double snapped(double seconds) const;
    [[nodiscard]] double clamped(double seconds) const;
    void stepBy(int steps);
    void stepByDates(int steps);
    void move(double seconds);
    void turnAround(double reached);
    void announceWindow();

    std::optional<core::Window> m_range;
    core::Window m_announced;
    double m_position = 0;
    double m_length = 30 * 86'400.0;          ///< of a range, in seconds
    std::optional<core::Instant> m_sweptFrom; ///< where the frame before was, if that was far
    double m_pendingDates = 0; ///< steps from date to date that real time has not reached yet
    Mode m_mode = Mode::Moment;
    Unit m_unit = Unit::Day;
    double m_speed = 5;
    bool m_playing = false;
    bool m_backwards = false;
    AtEnd m_atEnd = AtEnd::Stop;
    bool m_subDay = false;
    bool m_snapping = false;
    QString m_lastText;
    QString m_typedError;
    TimeText m_words;
    DateFinder m_dates;
    FrameTicker m_ticker;
};

} // namespace masar::app
