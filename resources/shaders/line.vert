#version 440
// SPDX-License-Identifier: Apache-2.0
// One instance a segment: a rectangle around it, wide enough for the stroke, its round ends and its arrows.
#extension GL_GOOGLE_include_directive : enable
#include "view.glsl"

layout(location = 0) in uvec4 ends;   // a.x, a.y, b.x, b.y
layout(location = 1) in ivec4 time;
layout(location = 2) in uint flags;   // 0-7 palette, 16 undated, 17 inferred (dashed), 18 arrows, 19 ring, 20 context (thin)
layout(location = 3) in float along;  // units from the line's start to a

layout(location = 0) out vec2 offset;      // along and across the segment, device pixels from a
layout(location = 1) flat out vec4 colour;
layout(location = 2) flat out vec4 metrics; // length, pixels from the line's start to a, half width, presence
layout(location = 3) flat out uint marks;

void main()
{
    int seen = presenceOf(time, flags);
    vec2 a = toPixels(ends.xy);
    vec2 b = toPixels(ends.zw);
    float len = length(b - a);
    bool ring = (flags & 0x80000u) != 0u;
    // A ring of uncertainty smaller than the symbol it surrounds says nothing: 72 segments, radius 11 px.
    if (seen == 0 || (ring && len < 0.96 * centreLow.w)) {
        gl_Position = kNowhere;
        return;
    }
    bool thin = ring || (flags & 0x100000u) != 0u;
    float halfWidth = (thin ? 1.1 * centreLow.w : style.x) * 0.5;
    float reach = max(halfWidth, (flags & 0x40000u) != 0u ? 6.0 * centreLow.w : 0.0) + 1.0;
    vec2 direction = len > 0.001 ? (b - a) / len : vec2(1.0, 0.0);
    vec2 normal = vec2(-direction.y, direction.x);
    if ((flags & 0x40000u) != 0u) {
        a += normal * 2.2 * centreLow.w; // each direction of travel on its own side
    }
    float u = (gl_VertexIndex & 1) == 0 ? -reach : len + reach;
    float v = (gl_VertexIndex >> 1) == 0 ? -reach : reach;
    offset = vec2(u, v);
    colour = palette[flags & 0xfu];
    metrics = vec4(len, along * centreLow.z, halfWidth, float(seen));
    marks = flags;
    gl_Position = toClip(a + direction * u + normal * v);
}
