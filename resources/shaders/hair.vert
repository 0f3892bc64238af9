#version 440
// SPDX-License-Identifier: Apache-2.0
// trail.vert for very many legs: two vertices a leg, a line of one pixel from one end of its part to the other. (Software
// renderers take long over each instance.)
#extension GL_GOOGLE_include_directive : enable
#include "view.glsl"
#include "track.glsl"

layout(location = 0) in uvec4 ends;   // as in trail.vert
layout(location = 1) in ivec2 time;
layout(location = 2) in float metres;
layout(location = 3) in uint flags;   // and 31: the later end

layout(location = 0) flat out vec4 colour; // with the opacity, as if the leg were solid
layout(location = 1) out vec2 along;       // device pixels of the leg before this (x), strength (y)
layout(location = 2) flat out float dashed;

void main()
{
    int kind = kindOf(time, metres, flags);
    int begin = max(time.x, track.x);
    int end = min(time.y, track.y);
    if (kind == kGap || begin > end || (time.y > time.x && begin >= end) || (kind == kImpossible && time.y > track.y)) {
        gl_Position = kNowhere;
        return;
    }
    vec2 first = toPixels(ends.xy);
    vec2 last = endPixels(ends);
    bool later = (flags & 0x80000000u) != 0u;
    int moment = later ? end : begin;
    float part = time.y > time.x ? partAt(time, moment) : float(later);
    colour = palette[kind == kImpossible ? 15u : flags & 0xfu];
    colour.a *= viewport.w;
    along = vec2(length(last - first) * part, strengthAt(moment));
    dashed = float(kind == kInterpolated);
    gl_Position = toClip(mix(first, last, part));
}
