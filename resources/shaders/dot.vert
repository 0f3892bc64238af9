#version 440
// SPDX-License-Identifier: Apache-2.0
// point.vert for dots alone, where there are many: one vertex a dot, which the GPU makes a square of. What is the same
// for all pixels of a dot is worked out here.
#extension GL_GOOGLE_include_directive : enable
#include "view.glsl"

layout(location = 0) in uvec2 position;
layout(location = 1) in ivec4 time;
layout(location = 2) in uint flags; // 0-7 palette, 16 undated

layout(location = 0) flat out vec4 colour;
layout(location = 1) flat out vec4 rim;  // of the dot (x), of what is hollow (y, z), strength (w)
layout(location = 2) flat out vec3 halo; // the rim of the light around it (x, y); half the side (z), whose square falls
                                         // by 1 over the pixel of the rim

const float kDotMargin = 64.0; // device pixels; kDotMargin of pipelines.hpp

void main()
{
    int seen = presenceOf(time, flags);
    if (seen == 0) {
        gl_Position = kNowhere;
        gl_PointSize = 1.0;
        return;
    }
    // Near a circle of radius r, d - r is close to (d * d - r * r) / (2 * r): no root for each pixel.
    float s = centreLow.w;
    float radius = 3.5 * s * viewport.z;
    float outer = radius + 0.8 * s;
    float inner = max(radius - 1.4 * s, 0.5);
    bool certain = seen == 2;
    rim = vec4(0.5 + 0.5 * radius, certain ? -1.0 : 0.5 + 0.5 * inner, radius / inner, certain ? 1.0 : 0.9);
    float reach = radius + 1.4 * s;
    halo = vec3(certain ? 0.5 + 0.5 * outer : -1.0, radius / outer, reach * inversesqrt(2.0 * radius));
    colour = palette[flags & 0xfu];
    gl_PointSize = 2.0 * reach;
    // A dot is dropped once its centre is out of sight: the viewport of dots is larger than the picture (pipelines.hpp).
    gl_Position = clip * vec4(toPixels(position) * vec2(2.0, -2.0) / (viewport.xy + 2.0 * kDotMargin), 0.0, 1.0);
}
