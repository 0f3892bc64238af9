#version 440
// SPDX-License-Identifier: Apache-2.0
// One instance a leg of a movement: a rectangle around that part of it that lies between the trail's
// begin and the moment.
#extension GL_GOOGLE_include_directive : enable
#include "view.glsl"
#include "track.glsl"

layout(location = 0) in uvec4 ends;   // of the fixes: a.x, a.y, b.x, b.y
layout(location = 1) in ivec2 time;   // of both, in ticks
layout(location = 2) in float metres; // between them
layout(location = 3) in uint flags;   // 0-7 palette, 16 the last of its track, 17 approximate, 18 after a break

layout(location = 0) out vec2 offset;       // along and across, device pixels from the begin of the part
layout(location = 1) flat out vec4 colour;
layout(location = 2) flat out vec4 metrics; // length, pixels of the leg before the part, half width, dashed
layout(location = 3) flat out vec2 strength; // at both ends

void main()
{
    int kind = kindOf(time, metres, flags);
    int begin = max(time.x, track.x);
    int end = min(time.y, track.y);
    bool unmoved = time.y > time.x && begin >= end;
    if (kind == kGap || begin > end || unmoved || (kind == kImpossible && time.y > track.y)) {
        gl_Position = kNowhere;
        return;
    }
    vec2 first = toPixels(ends.xy);
    vec2 last = endPixels(ends);
    float t = partAt(time, begin);
    vec2 a = mix(first, last, t);
    vec2 b = time.y > time.x ? mix(first, last, partAt(time, end)) : last;
    float len = length(b - a);
    float halfWidth = style.x * 0.5;
    float reach = halfWidth + 1.0;
    vec2 direction = len > 0.001 ? (b - a) / len : vec2(1.0, 0.0);
    vec2 normal = vec2(-direction.y, direction.x);
    float u = (gl_VertexIndex & 1) == 0 ? -reach : len + reach;
    float v = (gl_VertexIndex >> 1) == 0 ? -reach : reach;
    offset = vec2(u, v);
    colour = palette[kind == kImpossible ? 15u : flags & 0xfu];
    metrics = vec4(len, length(last - first) * t, halfWidth, float(kind == kInterpolated));
    strength = vec2(strengthAt(begin), strengthAt(end));
    gl_Position = toClip(a + direction * u + normal * v);
}
