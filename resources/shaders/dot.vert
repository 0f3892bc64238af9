#version 440
// SPDX-License-Identifier: Apache-2.0
// point.vert for dots alone, where there are many: one instance a dot, drawn as a square of four vertices. What is
// the same for all pixels of a dot is worked out here.
#extension GL_GOOGLE_include_directive : enable
#include "view.glsl"

layout(location = 0) in uvec2 position;
layout(location = 1) in ivec4 time;
layout(location = 2) in uint flags; // 0-7 palette, 16 undated

layout(location = 0) out vec2 offset;      // from the centre; its square falls by 1 over the pixel of the rim
layout(location = 1) flat out vec4 colour;
layout(location = 2) flat out vec4 rim;    // of the dot (x), of what is hollow (y, z), strength (w)
layout(location = 3) flat out vec2 halo;   // the rim of the light around it

void main()
{
    int seen = presenceOf(time, flags);
    if (seen == 0) {
        gl_Position = kNowhere;
        return;
    }
    // Near a circle of radius r, d - r is close to (d * d - r * r) / (2 * r): no root for each pixel.
    float s = centreLow.w;
    float radius = 3.5 * s * viewport.z;
    float outer = radius + 0.8 * s;
    float inner = max(radius - 1.4 * s, 0.5);
    bool certain = seen == 2;
    rim = vec4(0.5 + 0.5 * radius, certain ? -1.0 : 0.5 + 0.5 * inner, radius / inner, certain ? 1.0 : 0.9);
    halo = vec2(certain ? 0.5 + 0.5 * outer : -1.0, radius / outer);
    colour = palette[flags & 0xfu];
    vec2 corner = vec2(gl_VertexIndex & 1, gl_VertexIndex >> 1) * 2.0 - 1.0;
    vec2 pixels = corner * (radius + 1.4 * s);
    offset = pixels * inversesqrt(2.0 * radius);
    gl_Position = toClip(toPixels(position) + pixels);
}
