#version 440
// SPDX-License-Identifier: Apache-2.0
// One instance a leg of a movement: the thing that moves, if the moment lies on this leg.
#extension GL_GOOGLE_include_directive : enable
#include "view.glsl"
#include "track.glsl"

layout(location = 0) in uvec4 ends;
layout(location = 1) in ivec2 time;
layout(location = 2) in float metres;
layout(location = 3) in uint flags;

layout(location = 0) out vec2 offset;       // device pixels from the centre, turned so that x is ahead
layout(location = 1) flat out vec4 colour;
layout(location = 2) flat out vec3 look;    // radius in device pixels, is moving, is known (0: last seen there, 0.5: interpolated)

void main()
{
    bool arrived = (flags & 0x10000u) != 0u && track.y >= time.y && time.y >= track.z;
    bool under_way = time.x <= track.y && track.y < time.y;
    if (!arrived && !under_way) {
        gl_Position = kNowhere;
        return;
    }
    int kind = kindOf(time, metres, flags);
    vec2 first = toPixels(ends.xy);
    vec2 last = endPixels(ends);
    bool moves = under_way && kind != kGap && kind != kImpossible;
    vec2 centre = arrived ? last : moves ? mix(first, last, partAt(time, track.y)) : first;
    bool atFix = track.y == (arrived ? time.y : time.x);
    float known = atFix || (moves && kind == kPlausible) ? 1.0 : moves ? 0.5 : 0.0;
    vec2 direction = moves && first != last ? normalize(last - first) : vec2(1.0, 0.0);
    float radius = 7.5 * centreLow.w * viewport.z;
    vec2 corner = vec2(gl_VertexIndex & 1, gl_VertexIndex >> 1) * 2.0 - 1.0;
    vec2 pixels = corner * (radius + 2.5 * centreLow.w);
    offset = vec2(dot(direction, pixels), dot(vec2(-direction.y, direction.x), pixels));
    colour = palette[flags & 0xfu];
    look = vec3(radius, float(moves && first != last), known);
    gl_Position = toClip(centre + pixels);
}
