// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/reader.hpp"

#include <QString>

namespace masar::app {

/// The language that a setting names: "en" or "ar"; anything else is the system's, and English
/// where the system's is neither.
[[nodiscard]] Language languageOf(const QString& code);

/// Makes the whole program speak so: its texts, the default locale of numbers, the direction of
/// native dialogs. What was put into words before has to be asked again. Needs an application.
void speak(const Reader& reader);

} // namespace masar::app
