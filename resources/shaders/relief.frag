#version 440
// SPDX-License-Identifier: Apache-2.0
// Multiplied with what is below: white changes nothing.
#extension GL_GOOGLE_include_directive : enable
#include "view.glsl"

layout(location = 0) in vec2 at;
layout(location = 0) out vec4 fragColour;
layout(binding = 1) uniform sampler2D relief;

void main()
{
    float grey = texture(relief, at).r;
    fragColour = vec4(vec3(mix(1.0, grey, viewport.w)), 1.0);
}
