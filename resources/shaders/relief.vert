#version 440
// SPDX-License-Identifier: Apache-2.0
// The relief: one rectangle of the map with a grey picture on it.
#extension GL_GOOGLE_include_directive : enable
#include "view.glsl"

layout(location = 0) in uvec2 position;
layout(location = 1) in vec2 corner;
layout(location = 0) out vec2 at;

void main()
{
    at = corner;
    gl_Position = toClip(toPixels(position));
}
