// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/edtf.hpp"

namespace masar::core {

/// The four bounds of an Edtf by themselves.
struct EdtfBounds {
    EdtfBound beginMin, beginMax, endMin, endMax;
};

/// Whether the latest end lies before the earliest begin in whatever zone the layer has.
[[nodiscard]] bool endsBeforeBegin(const EdtfBounds& bounds);

/// What begins by its end at the latest, and ends from its begin on at the earliest: draws beginMax
/// and endMin in as far as that says more, also where they are unknown.
void tighten(EdtfBounds& bounds);

} // namespace masar::core
