#version 440
// SPDX-License-Identifier: Apache-2.0
// The symbols, drawn from distance functions so that they are sharp at any size. Status shows in shape and in
// colour, what it is in a pictogram. A feature that is only possibly there has a broken outline and a pale inside.
#extension GL_GOOGLE_include_directive : enable
#include "view.glsl"

layout(location = 0) in vec2 offset;
layout(location = 1) flat in vec4 colour;
layout(location = 2) flat in ivec2 look;
layout(location = 3) flat in vec3 metrics;
layout(location = 4) flat in int pictogram;
layout(location = 5) flat in ivec4 states;
layout(location = 0) out vec4 fragColour;
layout(binding = 1) uniform sampler2D pictograms; // side by side, as opacity

const float kPictograms = 6.0;

float box(vec2 p, float half_)
{
    vec2 d = abs(p) - half_;
    return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}

// Signed distance to the outline of a shape, negative inside.
float shapeDistance(int shape, vec2 p, float r)
{
    if (shape == 4) {
        return (abs(p.x) + abs(p.y)) * 0.7071 - r * 0.80;
    }
    if (shape == 6) {
        return box(p, r * 0.86);
    }
    return length(p) - r;
}

float coverage(float distance_) { return clamp(0.5 - distance_, 0.0, 1.0); }

vec4 over(vec4 top, vec4 below) { return top + below * (1.0 - top.a); }

vec4 dot_()
{
    float r = metrics.x;
    float d = length(offset) - r;
    if (look.y == 1) { // possible: hollow
        float ring = abs(d + 0.7 * centreLow.w) - 0.7 * centreLow.w;
        return vec4(colour.rgb, 1.0) * coverage(ring) * 0.9;
    }
    vec4 edge = vec4(ground.rgb, 1.0) * coverage(d - 0.8 * centreLow.w) * 0.85;
    return over(vec4(colour.rgb, 1.0) * coverage(d), edge);
}

// How much of the pictogram is at a place of the symbol; smaller in a diamond.
float pictogramAt(vec2 p, float r, int shape)
{
    vec2 q = p / (r * (shape == 4 ? 0.55 : shape == 6 ? 0.74 : 0.66));
    if (pictogram == 0 || max(abs(q.x), abs(q.y)) >= 1.0) {
        return 0.0;
    }
    return texture(pictograms, vec2((float(pictogram) - 0.5 + 0.5 * q.x) / kPictograms, 0.5 + 0.5 * q.y)).r * style.x;
}

// Eight dashes round the outline.
float broken() { return step(0.42, fract(atan(offset.y, offset.x) * 1.2732395)); }

// The symbol of a place. `left` is how much of it withdrawing leaves at a place of the symbol.
vec4 symbol(int shape, vec3 ink, bool certain, vec2 p, float r, float left, bool marked)
{
    float s = centreLow.w;
    float d = shapeDistance(shape, p, r);
    // A halo of the ground's colour keeps symbols apart.
    vec4 result = vec4(ground.rgb, 1.0) * coverage(d - 1.6 * s) * 0.9;
    float inside = coverage(d);
    float outline = coverage(abs(d + 1.0 * s) - 1.0 * s);
    float fill = shape == 2 ? left : shape == 3 ? 0.0 : 1.0; // withdrawing: half has gone; vacated: empty
    if (!certain) {
        outline *= broken();
        fill *= 0.28;
    }
    vec4 paper = vec4(ground.rgb, 1.0) * inside * 0.92;
    result = over(paper, result);
    result = over(vec4(ink, 1.0) * inside * fill, result);
    result = over(vec4(ink, 1.0) * outline, result);
    float glyph = pictogramAt(offset, r, shape);
    result = over(vec4(mix(ink, ground.rgb, step(0.5, fill)), 1.0) * glyph, result);
    if (!marked || !certain || (pictogram != 0 && style.x >= 0.5)) {
        return result;
    }
    if (shape == 1) { // active: a light core
        result = over(vec4(ground.rgb, 1.0) * coverage(length(offset) - r * 0.30), result);
    }
    if (shape == 4) { // handed over: a tick
        vec2 q = offset / r;
        float a = max(abs(dot(q - vec2(-0.2, 0.12), vec2(0.7071, -0.7071))) - 0.09,
                      abs(dot(q - vec2(-0.2, 0.12), vec2(0.7071, 0.7071))) - 0.22);
        float b = max(abs(dot(q - vec2(0.12, 0.0), vec2(0.7071, 0.7071))) - 0.09,
                      abs(dot(q - vec2(0.12, 0.0), vec2(0.7071, -0.7071))) - 0.42);
        result = over(vec4(ground.rgb, 1.0) * coverage(min(a, b) * r), result);
    }
    return result;
}

// A broken ring around what is there.
vec4 ringAround(vec3 ink, float r)
{
    float s = centreLow.w;
    float ring = abs(length(offset) - r + 1.0 * s) - 1.0 * s;
    return over(vec4(ink, 1.0) * coverage(ring) * broken(),
                vec4(ground.rgb, 1.0) * coverage(ring - 1.0 * s) * 0.7);
}

// The sector of a place among `count`, clockwise from below (x), and how far its edges are (y).
vec2 sectorOf(int count)
{
    float turn = fract(atan(offset.y, offset.x) / 6.2831853 - 0.25) * float(count);
    float within = fract(turn);
    float angle = min(within, 1.0 - within) * 6.2831853 / float(count);
    float away = count < 2 ? 100.0 : angle < 1.5707963 ? length(offset) * sin(angle) : length(offset);
    return vec2(min(floor(turn), float(count - 1)), away);
}

int lookAt(int slot) { return (states[slot / 4] >> (8 * (slot % 4))) & 0xff; }

// Several states of one site: sectors of what is inside, arcs of what may be instead around it (site_symbol.hpp).
vec4 siteSymbol(float r)
{
    float s = centreLow.w;
    int inside = states.w & 0xf;
    int around = (states.w >> 4) & 0xf;
    bool certain = (states.w & 0x100) != 0;
    vec4 result = vec4(0.0);
    if (around > 0) {
        vec2 sector = sectorOf(around);
        int look = lookAt(inside + int(sector.x));
        if (look != 0xff) {
            result = ringAround(palette[look & 0xf].rgb, r) * coverage(1.2 * s - sector.y);
        }
    }
    if (inside > 0) {
        vec2 sector = sectorOf(inside);
        int look = lookAt(int(sector.x));
        int shape = look >> 4;
        // Of a sector the lower half stays, as of a symbol the left one.
        float left = inside > 1 ? coverage(-offset.y) : coverage(offset.x);
        float size = r * (shape == 4 ? 0.85 : shape == 6 ? 0.633 : 0.75);
        vec4 part = symbol(shape, palette[look & 0xf].rgb, certain, offset, size, left, inside == 1);
        float gap = coverage(sector.y - 0.8 * s) * (1.0 - pictogramAt(offset, size, shape)) * part.a;
        part = over(vec4(ground.rgb, 1.0) * gap, part);
        result = over(result, part);
    }
    return result;
}

void main()
{
    float s = centreLow.w;
    float r = metrics.x;
    int shape = look.x;
    if (shape == 0) {
        fragColour = dot_() * viewport.w;
        return;
    }
    if (shape == 8) { // a ring around what is selected
        float ring = abs(length(offset) - r) - 1.5 * s;
        float halo = abs(length(offset) - r) - 2.6 * s;
        fragColour = over(vec4(colour.rgb, 1.0) * coverage(ring),
                          vec4(ground.rgb, 1.0) * coverage(halo) * 0.8);
        return;
    }
    if (shape == 5) { // expected
        fragColour = ringAround(colour.rgb, r) * viewport.w;
        return;
    }
    // Nearer than its place is known, a symbol is no sharp pin: the ring around it says where it may be.
    float strength = viewport.w * (1.0 - 0.5 * metrics.z);
    if (shape == 9) {
        fragColour = siteSymbol(r) * strength;
        return;
    }
    vec2 p = offset;
    if (shape == 7) { // something under way: an arrow head that points along the route
        float c = cos(metrics.y), n = sin(metrics.y);
        p = vec2(c * offset.x + n * offset.y, -n * offset.x + c * offset.y);
    }
    vec4 result = symbol(shape, colour.rgb, look.y != 1, p, r, coverage(offset.x), true);
    if (shape == 7) {
        float head = max((abs(p.y) + 0.42 * p.x - 0.30 * r) / 1.085, -p.x - r * 0.5);
        float notch = length(p + vec2(r * 0.66, 0.0)) - r * 0.34;
        result = over(vec4(ground.rgb, 1.0) * coverage(max(head, -notch)), result);
    }
    fragColour = result * strength;
}
