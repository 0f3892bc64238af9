// SPDX-License-Identifier: Apache-2.0
#include "app/models/notice_model.hpp"

#include <algorithm>

namespace masar::app {

int NoticeModel::add(Kind kind, const QString& title, const QString& detail,
                     std::vector<Action> actions)
{
    if (m_notices.size() == mostShown) {
        dismiss(m_notices.front().id);
    }
    const int row = static_cast<int>(m_notices.size());
    beginInsertRows({}, row, row);
    m_notices.push_back({++m_lastId, kind, title, detail, std::move(actions)});
    endInsertRows();
    return m_lastId;
}

void NoticeModel::act(int noticeId, int action)
{
    const auto found = std::ranges::find(m_notices, noticeId, &Notice::id);
    if (found == m_notices.end() || action < 0 || action >= std::ssize(found->actions)) {
        return;
    }
    const auto run = found->actions[static_cast<std::size_t>(action)].run;
    dismiss(noticeId);
    run();
}

void NoticeModel::dismiss(int noticeId)
{
    const auto found = std::ranges::find(m_notices, noticeId, &Notice::id);
    if (found == m_notices.end()) {
        return;
    }
    const int row = static_cast<int>(found - m_notices.begin());
    beginRemoveRows({}, row, row);
    m_notices.erase(found);
    endRemoveRows();
}

int NoticeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_notices.size());
}

QVariant NoticeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Notice& notice = m_notices[static_cast<std::size_t>(index.row())];
    switch (role) {
    case KindRole:
        return QVariant::fromValue(notice.kind);
    case Qt::DisplayRole:
    case TitleRole:
        return notice.title;
    case DetailRole:
        return notice.detail;
    case NoticeIdRole:
        return notice.id;
    case ActionsRole: {
        QStringList texts;
        for (const Action& action : notice.actions) {
            texts << action.text;
        }
        return texts;
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> NoticeModel::roleNames() const
{
    return {{KindRole, "kind"},
            {TitleRole, "title"},
            {DetailRole, "detail"},
            {NoticeIdRole, "noticeId"},
            {ActionsRole, "actions"}};
}

} // namespace masar::app
