#version 440
// SPDX-License-Identifier: Apache-2.0
// point.frag for dots alone: where there are many, the short way. (Software renderers run every branch.)
#extension GL_GOOGLE_include_directive : enable
#include "view.glsl"

layout(location = 0) in vec2 offset;
layout(location = 1) flat in vec4 colour;
layout(location = 2) flat in ivec2 look;
layout(location = 3) flat in vec3 metrics;
layout(location = 0) out vec4 fragColour;

void main()
{
    float s = centreLow.w;
    float d = length(offset) - metrics.x;
    float possible = float(look.y == 1);
    float body = clamp(0.5 - mix(d, abs(d + 0.7 * s) - 0.7 * s, possible), 0.0, 1.0);
    float edge = clamp(0.5 - (d - 0.8 * s), 0.0, 1.0) * 0.85 * (1.0 - possible);
    float solid = body * (1.0 - 0.1 * possible);
    fragColour = (vec4(colour.rgb, 1.0) * solid + vec4(ground.rgb, 1.0) * edge * (1.0 - solid)) * viewport.w;
}
