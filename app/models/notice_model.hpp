// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <functional>
#include <vector>

namespace masar::app {

/// Messages to the user, newest last: what happened, where, and what to do. Errors and offers stay
/// until dismissed; the window lets the others go by themselves.
class NoticeModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Session")

public:
    enum class Kind { Information, Warning, Error };
    Q_ENUM(Kind)
    enum Role {
        KindRole = Qt::UserRole + 1,
        TitleRole,
        DetailRole,
        NoticeIdRole,
        ActionsRole ///< what is offered, in words
    };
    /// Something that a notice offers to do.
    struct Action {
        QString text;
        std::function<void()> run;
    };

    static constexpr int mostShown = 4; ///< the oldest goes when another comes

    explicit NoticeModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    /// The number of the new notice.
    int add(Kind kind, const QString& title, const QString& detail = {},
            std::vector<Action> actions = {});
    Q_INVOKABLE void dismiss(int noticeId);
    /// Does what a notice offers, and dismisses it.
    Q_INVOKABLE void act(int noticeId, int action);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    struct Notice {
        int id = 0;
        Kind kind = Kind::Information;
        QString title;
        QString detail;
        std::vector<Action> actions;
    };
    std::vector<Notice> m_notices;
    int m_lastId = 0;
};

} // namespace masar::app
