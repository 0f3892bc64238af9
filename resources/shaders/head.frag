#version 440
// SPDX-License-Identifier: Apache-2.0
// Things that move: an arrow head along the way, a disc where they rest, hollow where they were last
// seen; pale inside where the place is interpolated.
#extension GL_GOOGLE_include_directive : enable
#include "view.glsl"

layout(location = 0) in vec2 offset;
layout(location = 1) flat in vec4 colour;
layout(location = 2) flat in vec3 look;
layout(location = 0) out vec4 fragColour;

float coverage(float distance_) { return clamp(0.5 - distance_, 0.0, 1.0); }

vec4 over(vec4 top, vec4 below) { return top + below * (1.0 - top.a); }

void main()
{
    float s = centreLow.w;
    float r = look.x;
    float arrow = max((abs(offset.y) + 0.5 * offset.x - 0.5 * r) * 0.894, -offset.x - 0.8 * r);
    arrow = max(arrow, 0.42 * r - length(offset + vec2(1.05 * r, 0.0)));
    float disc = length(offset) - 0.62 * r;
    float d = mix(disc, arrow, look.y);
    float edge = min(1.1 * s, 0.3 * r);
    vec4 halo = vec4(ground.rgb, 1.0) * coverage(d - 1.3 * s) * 0.9;
    vec4 paper = vec4(ground.rgb, 1.0) * coverage(d);
    vec4 body = vec4(colour.rgb, 1.0) * coverage(d) * (look.z > 0.75 ? 1.0 : 0.7 * look.z);
    vec4 outline = vec4(colour.rgb, 1.0) * coverage(abs(d + edge) - edge);
    fragColour = over(outline, over(body, over(paper, halo))) * viewport.w;
}
