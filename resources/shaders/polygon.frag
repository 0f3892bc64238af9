#version 440
// SPDX-License-Identifier: Apache-2.0
// Areas: an even tint where certain, hatched where only possible.
#extension GL_GOOGLE_include_directive : enable
#include "view.glsl"

layout(location = 0) flat in vec4 colour;
layout(location = 1) flat in int seen;
layout(location = 0) out vec4 fragColour;

void main()
{
    float alpha = colour.a;
    if (seen == 1) {
        // Around the middle of the picture, so that it turns with the map.
        vec2 middle = viewport.xy * 0.5;
        float t = mod(dot(gl_FragCoord.xy - middle, turn.zw) + middle.x + middle.y, 9.0 * centreLow.w);
        alpha *= 0.35 + 1.4 * clamp(1.6 * centreLow.w - t, 0.0, 1.0);
    }
    fragColour = vec4(colour.rgb, 1.0) * min(alpha, 1.0) * viewport.w;
}
