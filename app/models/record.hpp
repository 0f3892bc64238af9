// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/layer_look.hpp"
#include "app/models/reader.hpp"
#include "app/models/source.hpp"
#include "core/model/layer.hpp"

#include <QString>

#include <vector>

namespace masar::app {

/// One line of a record.
struct RecordRow {
    enum class Kind {
        field, ///< a name and a value
        date,  ///< a date as written, `detail` says it in words
        text,  ///< running text
        source ///< a publisher, a title, a date, perhaps a link
    };
    Kind kind = Kind::field;
    QString section; ///< the heading it stands under
    QString name;
    QString value;
    QString detail;
    QString link; ///< http or https only

    bool operator==(const RecordRow&) const = default;
};

/// All that is known of one feature, in the language of the reader where the data has it.
struct Record {
    QString title;
    QString otherTitle; ///< the name in another script
    QString kind;
    QString status; ///< in words; empty if there is none
    Status statusCode = Status::none;
    std::vector<RecordRow> rows;
};

[[nodiscard]] Record recordOf(const core::Layer& layer, std::size_t row, const SourceTable& sources,
                              const Reader& reader);

/// A number with its qualifier in the reader's words: "about 2,000". Words that are not known stand
/// as they are.
[[nodiscard]] QString countText(const QString& qualifier, const QString& count);

/// What a feature is called: its name in the language, else another field that names it, else its
/// number.
[[nodiscard]] QString titleOf(const core::Layer& layer, std::size_t row, Language language);

} // namespace masar::app
