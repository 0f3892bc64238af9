#version 440
// SPDX-License-Identifier: Apache-2.0
#extension GL_GOOGLE_include_directive : enable
#include "view.glsl"

layout(location = 0) in uvec2 position;
layout(location = 1) in ivec4 time;
layout(location = 2) in uint flags; // 0-7 palette, 16 undated

layout(location = 0) flat out vec4 colour;
layout(location = 1) flat out int seen;

void main()
{
    seen = presenceOf(time, flags);
    colour = palette[flags & 0xfu];
    gl_Position = seen == 0 ? kNowhere : toClip(toPixels(position));
}
