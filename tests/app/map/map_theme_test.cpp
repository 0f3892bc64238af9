// SPDX-License-Identifier: Apache-2.0
// Statuses are told apart by shape; where two share one, by colours that stay apart for people with
// red-green blindness and in grey.
#include "app/map/map_theme.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <cmath>

using namespace masar;
using app::Status;

namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

Vector operator*(const Matrix& m, const Vector& v)
{
    Vector result{};
    for (std::size_t i = 0; i < 3; ++i) {
        result[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    }
    return result;
}

Vector linear(const QColor& colour)
{
    const auto channel = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return {channel(colour.redF()), channel(colour.greenF()), channel(colour.blueF())};
}

// Complete protanopia and deuteranopia after Machado, Oliveira and Fernandes (2009), on linear RGB.
constexpr Matrix kNormal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix kProtanopia{{{0.152286, 1.052583, -0.204868},
                              {0.114503, 0.786281, 0.099216},
                              {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeuteranopia{{{0.367322, 0.860646, -0.227968},
                                {0.280085, 0.672501, 0.047413},
                                {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kGrey{
    {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}};

/// CIE L*a*b* under D65.
Vector lab(const Vector& rgb)
{
    constexpr Matrix toXyz{{{0.4124564, 0.3575761, 0.1804375},
                            {0.2126729, 0.7151522, 0.0721750},
                            {0.0193339, 0.1191920, 0.9503041}}};
    const Vector xyz = toXyz * rgb;
    const auto f = [](double t) {
        return t > 0.008856 ? std::cbrt(t) : 7.787 * std::max(t, 0.0) + 16.0 / 116;
    };
    const double x = f(xyz[0] / 0.95047);
    const double y = f(xyz[1]);
    const double z = f(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const QColor& a, const QColor& b, const Matrix& sight)
{
    const Vector p = lab(sight * linear(a));
    const Vector q = lab(sight * linear(b));
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

double contrast(const QColor& a, const QColor& b)
{
    const double light = (kGrey * linear(a))[0] + 0.05;
    const double other = (kGrey * linear(b))[0] + 0.05;
    return std::max(light, other) / std::min(light, other);
}

} // namespace

TEST_CASE("Places of two statuses differ in shape, or in colour for every eye and in grey")
{
    for (const bool dark : {false, true}) {
        const app::MapTheme& theme = app::mapTheme(dark);
        for (const Status a : app::kStatuses) {
            for (const Status b : app::kStatuses) {
                if (a >= b || a == Status::none || b == Status::convoy) {
                    continue; // the layer's own colour; drawn as lines
                }
                const bool shapes =
                    app::shapeOf(a, app::Pictogram::base) != app::shapeOf(b, app::Pictogram::base);
                double least = 1e9;
                for (const Matrix& sight : {kNormal, kProtanopia, kDeuteranopia, kGrey}) {
                    least = std::min(least, distance(theme.status[app::paletteIndex(a)],
                                                     theme.status[app::paletteIndex(b)], sight));
                }
                INFO(static_cast<int>(a) << " and " << static_cast<int>(b) << ": " << least);
                CHECK((shapes || least >= 10));
            }
        }
    }
}

TEST_CASE("What is going on and what is over differ in colour for every eye, whatever their shape")
{
    for (const bool dark : {false, true}) {
        const app::MapTheme& theme = app::mapTheme(dark);
        const auto colour = [&](Status status) { return theme.status[app::paletteIndex(status)]; };
        for (const auto& [a, b] : {std::pair(Status::active, Status::withdrawing),
                                   std::pair(Status::active, Status::handedOver),
                                   std::pair(Status::active, Status::convoy),
                                   std::pair(Status::withdrawing, Status::handedOver)}) {
            for (const Matrix& sight : {kNormal, kProtanopia, kDeuteranopia}) {
                INFO(dark << " " << static_cast<int>(a) << " and " << static_cast<int>(b));
                CHECK(distance(colour(a), colour(b), sight) >= 20);
            }
        }
    }
}

TEST_CASE("Symbols stand out from the ground they lie on")
{
    for (const bool dark : {false, true}) {
        const app::MapTheme& theme = app::mapTheme(dark);
        for (std::size_t i = 1; i < theme.status.size(); ++i) {
            INFO(dark << " " << i);
            CHECK(contrast(theme.status[i], theme.land) >= 3);
            CHECK(contrast(theme.status[i], theme.ground) >= 3); // the pictogram on it
        }
    }
}

TEST_CASE("Names can be read on what they lie on and on their halo")
{
    constexpr double least = 4.5; // WCAG AA: no name on the map is large enough for less
    for (const bool dark : {false, true}) {
        const app::MapTheme& theme = app::mapTheme(dark);
        for (const QColor& text : {theme.townText, theme.siteText, theme.countryText,
                                   theme.adminText, theme.waterText}) {
            INFO(dark << " " << text.name().toStdString());
            CHECK(contrast(text, theme.land) >= least);
            CHECK(contrast(text, theme.ground) >= least);
        }
        CHECK(contrast(theme.waterText, theme.sea) >= least);
        CHECK(contrast(theme.waterText, theme.lake) >= least);
    }
}
