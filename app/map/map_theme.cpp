// SPDX-License-Identifier: Apache-2.0
#include "app/map/map_theme.hpp"

namespace masar::app {

const MapTheme& mapTheme(bool dark)
{
    static const MapTheme light{
        .sea = "#c3dae6",
        .land = "#f5f2ea",
        .ground = "#fdfcf9",
        .coast = "#7fa6ba",
        .lake = "#c3dae6",
        .lakeShore = "#8fb4c6",
        .river = "#86b4cb",
        .border = "#9a7f98",
        .disputed = "#9a7f98",
        .admin = "#b9b0a4",
        .town = "#5c5a55",
        .townText = "#3b3935",
        .countryText = "#6f5f6f",
        .adminText = "#746b5e",
        .waterText = "#2a5f7c",
        .siteText = "#1b2430",
        .status = {"#2f6690", "#1d4e89", "#c8641b", "#6d7278", "#1f7a5c", "#7a4f9e", "#55606b",
                   "#b4412c"},
        .selection = "#e0a100",
        .graticule = "#66406080",
        .ruler = "#7b2d8b",
        .impossible = "#d40045",
        .changes = {"#1f7a5c", "#b4412c", "#1d5c86", "#96650f"},
        .reliefOpacity = 0.55,
    };
    static const MapTheme dim{
        .sea = "#16222c",
        .land = "#23282c",
        .ground = "#181c20",
        .coast = "#3f5a69",
        .lake = "#16222c",
        .lakeShore = "#365060",
        .river = "#35566a",
        .border = "#84708a",
        .disputed = "#84708a",
        .admin = "#454b50",
        .town = "#a9adaf",
        .townText = "#c3c7c9",
        .countryText = "#a596ab",
        .adminText = "#8d949a",
        .waterText = "#679cb6",
        .siteText = "#f2f4f5",
        .status = {"#6fb1e0", "#6ea8ee", "#f0924a", "#a3a9af", "#4fc39a", "#b793d8", "#9aa5af",
                   "#f0775c"},
        .selection = "#ffc933",
        .graticule = "#558fb0c4",
        .ruler = "#d99be6",
        .impossible = "#ff5c86",
        .changes = {"#4fc39a", "#f0876f", "#6fb1e0", "#e6b25a"},
        .reliefOpacity = 0.35,
    };
    return dark ? dim : light;
}

QColor layerColour(int index, bool dark)
{
    static const std::array<QColor, 6> light{QColor("#2f6690"), QColor("#9a4f7e"),
                                             QColor("#8a6d1d"), QColor("#3d7a4c"),
                                             QColor("#a5462f"), QColor("#5b5ea6")};
    static const std::array<QColor, 6> dim{QColor("#6fb1e0"), QColor("#dc8fbd"), QColor("#d6b64c"),
                                           QColor("#7cc98d"), QColor("#ee8a70"), QColor("#a2a5ec")};
    const auto& colours = dark ? dim : light;
    return colours[static_cast<std::size_t>(index) % colours.size()];
}

} // namespace masar::app
