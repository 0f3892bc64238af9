// SPDX-License-Identifier: Apache-2.0
// Shared by the shaders of movements: what may be said of the leg between two fixes, as legsOf() in
// core/route/route.hpp says it, and where its ends are.

const int kPlausible = 0;
const int kInterpolated = 1;
const int kGap = 2;
const int kImpossible = 3;

int kindOf(ivec2 time, float metres, uint flags)
{
    float seconds = float(time.y - time.x) * float(centreHigh.w);
    if (metres / max(seconds, 1.0) > limits.z) {
        return kImpossible;
    }
    if (seconds >= limits.y || (flags & 0x40000u) != 0u) {
        return kGap;
    }
    return seconds > limits.x || (flags & 0x20000u) != 0u ? kInterpolated : kPlausible;
}

// The end of a leg that takes the short way over the antimeridian lies in the next copy of the world.
vec2 endPixels(uvec4 ends)
{
    bool east = int(ends.z - ends.x) >= 0;
    float copies = east == (ends.z >= ends.x) ? 0.0 : (east ? 65536.0 : -65536.0);
    return toPixels(ends.zw) + turned(vec2(copies * 65536.0, 0.0));
}

// How strong a trail is at a moment: paler with age.
float strengthAt(int moment)
{
    return mix(1.0, style.y, clamp(float(track.z - moment) / limits.w, 0.0, 1.0));
}

// The part of a leg that is done at a moment.
float partAt(ivec2 time, int moment)
{
    return clamp(float(moment - time.x) / float(max(time.y - time.x, 1)), 0.0, 1.0);
}
