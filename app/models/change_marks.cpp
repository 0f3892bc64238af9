// SPDX-License-Identifier: Apache-2.0
#include "app/models/change_marks.hpp"

namespace masar::app {

ChangeMarks::ChangeMarks(QQuickItem* parent) : QQuickPaintedItem(parent) {}

void ChangeMarks::setCamera(MapCamera* camera)
{
    if (camera == m_camera) {
        return;
    }
    if (m_camera != nullptr) {
        m_camera->disconnect(this);
    }
    m_camera = camera;
    if (m_camera != nullptr) {
        const auto follow = [this] {
            if (isVisible()) {
                update();
            }
        };
        connect(m_camera, &MapCamera::changed, this, follow);
        connect(m_camera, &MapCamera::sizeChanged, this, follow);
    }
    emit cameraChanged();
    update();
}

void ChangeMarks::setChanges(ChangesModel* changes)
{
    if (changes == m_changes) {
        return;
    }
    if (m_changes != nullptr) {
        m_changes->disconnect(this);
    }
    m_changes = changes;
    if (m_changes != nullptr) {
        connect(m_changes, &ChangesModel::differenceChanged, this, [this] { update(); });
        connect(m_changes, &ChangesModel::currentChanged, this, [this] { update(); });
    }
    emit changesChanged();
    update();
}

void ChangeMarks::setDark(bool dark)
{
    if (dark != m_dark) {
        m_dark = dark;
        emit darkChanged();
        update();
    }
}

void ChangeMarks::paint(QPainter* painter)
{
    if (m_camera != nullptr && m_changes != nullptr) {
        m_painter.paint(*painter, m_camera->camera(), m_changes->marked(), m_dark);
    }
}

} // namespace masar::app
