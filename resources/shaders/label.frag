#version 440
// SPDX-License-Identifier: Apache-2.0
layout(location = 0) in vec3 at;
layout(location = 0) out vec4 fragColour;
layout(binding = 1) uniform sampler2D atlas;

void main()
{
    fragColour = texture(atlas, at.xy) * at.z;
}
