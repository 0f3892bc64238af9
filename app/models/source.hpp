// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/reader.hpp"

#include <QHash>
#include <QString>

namespace masar::app {

/// A source that features name in their field `sources`.
struct Source {
    QString publisher;
    QString publisherArabic; ///< empty if it has no name of its own in Arabic
    QString title;
    QString date; ///< as stated, EDTF where known
    QString url;  ///< empty if it has none
    QString note;

    [[nodiscard]] const QString& publisherIn(Language language) const
    {
        return language == Language::arabic && !publisherArabic.isEmpty() ? publisherArabic
                                                                          : publisher;
    }
};

/// By the key that features use.
using SourceTable = QHash<QString, Source>;

} // namespace masar::app
