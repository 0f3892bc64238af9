#version 440
// SPDX-License-Identifier: Apache-2.0
// One instance a point, drawn as a square of four vertices.
#extension GL_GOOGLE_include_directive : enable
#include "view.glsl"

layout(location = 0) in uvec2 position;
layout(location = 1) in ivec4 time;
layout(location = 2) in uint flags; // 0-7 palette, 8-15 shape, 16 undated, 24-31 heading / 256 of a turn

layout(location = 0) out vec2 offset;       // device pixels from the centre of the symbol
layout(location = 1) flat out vec4 colour;
layout(location = 2) flat out ivec2 look;   // shape, presence
layout(location = 3) flat out vec2 metrics; // radius in device pixels, heading in radians

const float kRadius[10] = float[](3.5, 8.0, 8.0, 8.0, 8.5, 8.0, 5.0, 5.5, 9.0, 13.0);

void main()
{
    int seen = presenceOf(time, flags);
    if (seen == 0) {
        gl_Position = kNowhere;
        return;
    }
    int shape = style.w > 0.0 ? 0 : int((flags >> 8u) & 0xffu);
    float radius = kRadius[shape] * centreLow.w * viewport.z;
    // Upright squares are what software renderers fill fastest. A dot needs less room around it.
    vec2 corner = vec2(gl_VertexIndex & 1, gl_VertexIndex >> 1) * 2.0 - 1.0;
    offset = corner * (radius + (style.w > 0.0 ? 1.4 : 2.5) * centreLow.w);
    colour = palette[flags & 0xfu];
    look = ivec2(shape, seen);
    metrics = vec2(radius, float(flags >> 24u) * 6.2831853 / 256.0);
    gl_Position = toClip(toPixels(position) + offset);
}
