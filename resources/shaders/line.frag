#version 440
// SPDX-License-Identifier: Apache-2.0
// Strokes: solid where stated, dashed where inferred or only possible; arrows along the direction of travel.
#extension GL_GOOGLE_include_directive : enable
#include "view.glsl"

layout(location = 0) in vec2 offset;
layout(location = 1) flat in vec4 colour;
layout(location = 2) flat in vec4 metrics;
layout(location = 3) flat in uint marks;
layout(location = 0) out vec4 fragColour;

float coverage(float distance_) { return clamp(0.5 - distance_, 0.0, 1.0); }

void main()
{
    float s = centreLow.w;
    float halfWidth = metrics.z;
    float beyond = offset.x - clamp(offset.x, 0.0, metrics.x);
    float d = length(vec2(beyond, offset.y)) - halfWidth;
    float position = metrics.y + offset.x;

    float dash = style.y;
    float gap = style.z;
    bool ring = (marks & 0x80000u) != 0u;
    if (ring) {
        dash = 3.0 * s;
        gap = 3.0 * s;
    } else if ((marks & 0x20000u) != 0u && gap == 0.0) {
        dash = 9.0 * s;
        gap = 6.0 * s;
    }
    float strength = 1.0;
    if (metrics.w < 1.5) { // possible
        strength = 0.6;
        if (gap == 0.0) {
            dash = 4.0 * s;
            gap = 5.0 * s;
        }
    }
    float stroke = coverage(d);
    bool thin = ring || (marks & 0x100000u) != 0u;
    if (gap > 0.0) {
        float t = mod(position, dash + gap);
        float inDash = max(t - dash, -t); // negative inside a dash
        stroke *= coverage(inDash);
    }
    vec4 result = vec4(colour.rgb, 1.0) * stroke * colour.a;
    if ((marks & 0x40000u) != 0u) {
        float t = mod(position, 84.0 * s) - 40.0 * s;
        // the whole arrow must lie on this segment
        float start = offset.x - t;
        if (start >= 0.0 && start + 11.0 * s <= metrics.x) {
            float head = max(abs(offset.y) * 0.88 + t * 0.47 - 4.6 * s, -t);
            vec4 edge = vec4(ground.rgb, 1.0) * coverage(head - 1.2 * s) * 0.9;
            result = edge + result * (1.0 - edge.a);
            vec4 body = vec4(colour.rgb, 1.0) * coverage(head);
            result = body + result * (1.0 - body.a);
        }
    }
    if (thin) {
        strength *= 0.7;
    }
    fragColour = result * strength * viewport.w;
    if (fragColour.a < 0.004) {
        discard;
    }
}
