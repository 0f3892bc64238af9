#version 440
// SPDX-License-Identifier: Apache-2.0
// trail.frag for lines of one pixel: solid where plausible, dashed where interpolated, paler with age.
#extension GL_GOOGLE_include_directive : enable
#include "view.glsl"

layout(location = 0) flat in vec4 colour;
layout(location = 1) in vec2 along;
layout(location = 2) flat in float dashed;
layout(location = 0) out vec4 fragColour;

void main()
{
    float s = centreLow.w;
    float pale = dashed > 0.5 && mod(along.x, 11.0 * s) > 6.0 * s ? 0.0 : along.y;
    fragColour = vec4(colour.rgb, 1.0) * (colour.a * pale);
}
