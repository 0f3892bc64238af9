#version 440
// SPDX-License-Identifier: Apache-2.0
// Strokes of movements: solid where plausible, dashed where interpolated, paler with age.
#extension GL_GOOGLE_include_directive : enable
#include "view.glsl"

layout(location = 0) in vec2 offset;
layout(location = 1) flat in vec4 colour;
layout(location = 2) flat in vec4 metrics;
layout(location = 3) flat in vec2 strength;
layout(location = 0) out vec4 fragColour;

float coverage(float distance_) { return clamp(0.5 - distance_, 0.0, 1.0); }

void main()
{
    float s = centreLow.w;
    float along = clamp(offset.x, 0.0, metrics.x);
    float stroke = coverage(length(vec2(offset.x - along, offset.y)) - metrics.z);
    if (metrics.w > 0.5) {
        float dash = 6.0 * s;
        float t = mod(metrics.y + offset.x, dash + 5.0 * s);
        stroke *= coverage(max(t - dash, -t));
    }
    float now = mix(strength.x, strength.y, along / max(metrics.x, 0.001));
    fragColour = vec4(colour.rgb, 1.0) * (stroke * now * colour.a * viewport.w);
}
