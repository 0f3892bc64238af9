#version 440
// SPDX-License-Identifier: Apache-2.0
// point.frag for dots alone: where there are many, the short way. (Software renderers run every branch.)
#extension GL_GOOGLE_include_directive : enable
#include "view.glsl"

layout(location = 0) flat in vec4 colour;
layout(location = 1) flat in vec4 rim;
layout(location = 2) flat in vec3 halo;
layout(location = 0) out vec4 fragColour;

void main()
{
    vec2 offset = (gl_PointCoord * 2.0 - 1.0) * halo.z;
    float q = dot(offset, offset);
    float body = clamp(rim.x - q, 0.0, 1.0) - clamp(rim.y - q * rim.z, 0.0, 1.0);
    float solid = body * rim.w;
    float light = clamp(halo.x - q * halo.y, 0.0, 1.0) * 0.85 * (1.0 - solid);
    fragColour = vec4(colour.rgb * solid + ground.rgb * light, solid + light);
}
