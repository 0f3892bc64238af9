// SPDX-License-Identifier: Apache-2.0
// Shared by every vertex shader of the canvas: the camera, the clock and the layer's style.

layout(std140, binding = 0) uniform Frame {
    mat4 clip;          // from normalised device coordinates, y up, to the backend's clip space
    ivec4 centreHigh;   // camera centre >> 16 (x, y), world copy * 65536 (z), seconds a tick (w)
    vec4 centreLow;     // camera centre & 0xffff with its fraction (x, y), device pixels per unit (z), scale (w)
    vec4 viewport;      // device pixels (x, y), radius scale of symbols (z), opacity (w)
    ivec4 window;       // clock: begin and end in the layer's ticks (x, y), show undated (z), always certain (w)
    vec4 style;         // line width (x), dash (y), gap (z) in device pixels; trails: least strength (y)
    vec4 ground;        // colour of the ground behind symbols
    vec4 palette[16];   // 15: what moves faster than it can
    ivec4 track;        // movements, in ticks: begin of the trails, the moment, begin of the window (x, y, z)
    vec4 limits;        // movements: seconds solid, seconds of a gap, metres a second (x, y, z), ticks a trail pales in (w)
    vec4 turn;          // device pixels per unit along and across, where the map is turned (x, y); the way across hatching (z, w)
};

// From units east and south to device pixels right and down.
vec2 turned(vec2 units)
{
    return vec2(units.x * turn.x + units.y * turn.y, units.y * turn.x - units.x * turn.y);
}

// Device pixels from the centre of the picture, y down. The difference is taken in integers, 16 bits at a time,
// so that it is exact near the camera at any zoom; only then is it turned.
vec2 toPixels(uvec2 p)
{
    ivec2 high = ivec2(p >> 16u) - centreHigh.xy;
    high.x += centreHigh.z;
    vec2 low = vec2(p & uvec2(0xffffu)) - centreLow.xy;
    return turned(vec2(high) * 65536.0 + low);
}

vec4 toClip(vec2 pixels)
{
    return clip * vec4(pixels.x * 2.0 / viewport.x, -pixels.y * 2.0 / viewport.y, 0.0, 1.0);
}

// 0 absent, 1 possible, 2 certain: the same rule as presence() in core/time/span.hpp.
int presenceOf(ivec4 time, uint flags)
{
    if (window.w != 0) {
        return 2;
    }
    if ((flags & 0x10000u) != 0u) {
        return window.z != 0 ? 2 : 0;
    }
    if (time.x >= window.y || time.w <= window.x) {
        return 0;
    }
    return time.y < window.y && time.z > window.x ? 2 : 1;
}

const vec4 kNowhere = vec4(2.0, 2.0, 2.0, 1.0); // outside the clip volume: the primitive is dropped
