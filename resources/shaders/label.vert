#version 440
// SPDX-License-Identifier: Apache-2.0
// Labels and pictures: textured rectangles, placed in device pixels.
layout(std140, binding = 0) uniform Frame {
    mat4 clip;
    vec4 viewport; // device pixels
};

layout(location = 0) in vec2 position; // device pixels from the top left
layout(location = 1) in vec3 texture_; // u, v, opacity
layout(location = 0) out vec3 at;

void main()
{
    at = texture_;
    gl_Position = clip * vec4(position.x * 2.0 / viewport.x - 1.0, 1.0 - position.y * 2.0 / viewport.y, 0.0, 1.0);
}
