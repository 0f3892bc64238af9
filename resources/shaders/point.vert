#version 440
// SPDX-License-Identifier: Apache-2.0
// One instance a point, drawn as a square of four vertices.
#extension GL_GOOGLE_include_directive : enable
#include "view.glsl"

layout(location = 0) in uvec2 position;
layout(location = 1) in ivec4 time;
layout(location = 2) in uint flags; // 0-7 palette, 8-11 shape, 12-15 pictogram, 16 undated, 24-31 precision, or heading / 256 of a turn

layout(location = 0) out vec2 offset;       // device pixels from the centre of the symbol
layout(location = 1) flat out vec4 colour;
layout(location = 2) flat out ivec2 look;   // shape, presence
layout(location = 3) flat out vec3 metrics; // radius in device pixels, heading in radians, how vague the place is (0 to 1)
layout(location = 4) flat out int pictogram; // 0: none
layout(location = 5) flat out ivec4 states;  // of a site with several: what they look like

const float kRadius[10] = float[](3.5, 9.0, 9.0, 9.0, 10.2, 12.0, 7.6, 9.0, 14.0, 12.0);

// How far the place may be off, in device pixels.
float precisionPixels(uint flags)
{
    uint steps = flags >> 24u;
    float mercator = 3.14159265 * (1.0 - float(position.y) / 2147483648.0);
    float metresPerUnit = 0.00933069 / cosh(mercator);
    return steps == 0u ? 0.0 : exp2(float(steps) / 8.0) / metresPerUnit * centreLow.z;
}

void main()
{
    int seen = presenceOf(time, flags);
    if (seen == 0) {
        gl_Position = kNowhere;
        return;
    }
    int shape = int((flags >> 8u) & 0xfu);
    pictogram = int((flags >> 12u) & 0xfu);
    // Without a pictogram less room is enough.
    float bare = pictogram == 0 && shape > 0 && shape != 7 && shape != 8 ? 0.86 : 1.0;
    float scale = shape == 0 ? 1.0 : viewport.z; // single dots are small as they are
    float radius = kRadius[shape] * bare * centreLow.w * scale;
    // Upright squares are what software renderers fill fastest.
    vec2 corner = vec2(gl_VertexIndex & 1, gl_VertexIndex >> 1) * 2.0 - 1.0;
    offset = corner * (radius + 2.5 * centreLow.w);
    colour = palette[flags & 0xfu];
    states = time;
    look = ivec2(shape, seen);
    float body = shape == 9 ? 0.75 * radius : radius; // what is inside of it
    float vague = shape == 7 ? 0.0 : clamp((precisionPixels(flags) / body - 1.6) / 3.0, 0.0, 1.0);
    metrics = vec3(radius, float(flags >> 24u) * 6.2831853 / 256.0, vague);
    gl_Position = toClip(toPixels(position) + offset);
}
