// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace masar::app {

/// Asks for the graphics and the style that window and canvas need; before the application object
/// is made.
void prepareGraphics();

/// The application's name, version, settings format and font; after the application object is made.
void prepareApplication();

} // namespace masar::app
