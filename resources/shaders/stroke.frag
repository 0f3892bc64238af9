#version 440
// SPDX-License-Identifier: Apache-2.0
// line.frag for plain strokes: the basemap's, and outlines of areas too many and too small for dots along them,
// which are pale where only possible. (Software renderers run every branch.)
#extension GL_GOOGLE_include_directive : enable
#include "view.glsl"

layout(location = 0) in vec2 offset;
layout(location = 1) flat in vec4 colour;
layout(location = 2) flat in vec4 metrics;
layout(location = 0) out vec4 fragColour;

void main()
{
    float beyond = offset.x - clamp(offset.x, 0.0, metrics.x);
    float d = length(vec2(beyond, offset.y)) - metrics.z;
    float strength = metrics.w < 1.5 ? 0.6 : 1.0;
    fragColour = vec4(colour.rgb, 1.0) * (clamp(0.5 - d, 0.0, 1.0) * colour.a * viewport.w * strength);
}
