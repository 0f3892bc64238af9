// SPDX-License-Identifier: Apache-2.0
#include "core/io/kml_census.hpp"

#include <format>
#include <limits>

namespace masar::core {

namespace {

/// What follows the mark, or nothing if it does not come.
std::string_view after(std::string_view text, std::string_view mark)
{
    const auto at = text.find(mark);
    return at == std::string_view::npos ? std::string_view{} : text.substr(at + mark.size());
}

} // namespace

std::map<std::string, std::uint64_t, std::less<>> countElements(std::string_view xml)
{
    std::map<std::string, std::uint64_t, std::less<>> counts;
    for (auto rest = after(xml, "<"); !rest.empty(); rest = after(rest, "<")) {
        if (rest.starts_with("!--")) {
            rest = after(rest, "-->");
        } else if (rest.starts_with("![CDATA[")) {
            rest = after(rest, "]]>");
        } else if (rest.front() != '/' && rest.front() != '?' && rest.front() != '!') {
            auto name = rest.substr(0, rest.find_first_of(" \t\r\n/>"));
            name = name.substr(name.find(':') + 1);
            if (const auto found = counts.find(name); found != counts.end()) {
                ++found->second;
            } else {
                counts.emplace(name, 1);
            }
        }
    }
    return counts;
}

Result<void> settleKml(const LocalFile& file, std::vector<Layer>& layers)
{
    const auto text = FileText::read(file, std::numeric_limits<std::uint64_t>::max(), 0);
    if (!text) {
        return std::unexpected(text.error());
    }
    const auto counts = countElements(text->view());
    const auto count = [&](std::string_view name) {
        const auto found = counts.find(name);
        return found == counts.end() ? 0 : found->second;
    };
    if (layers.empty()) {
        Layer& layer = layers.emplace_back();
        layer.name = file.stem;
        layer.path = file.path;
        layer.driver = "KML";
    }
    std::uint64_t read = 0;
    for (const auto& layer : layers) {
        read += layer.counts.features;
    }
    auto& first = layers.front();
    if (const auto placemarks = count("Placemark"); placemarks > read) {
        first.counts.features += placemarks - read;
        first.counts.rejected += placemarks - read;
        first.diagnostics.add(
            {Severity::warning,
             "kml-not-read",
             std::nullopt,
             {},
             std::format("{} of {} placemarks in the file have no geometry that is read (none, a "
                         "model, a gx:Track)",
                         placemarks - read, placemarks)});
    }
    if (const auto dates = count("TimeSpan") + count("TimeStamp") + count("when"); dates > 0) {
        first.diagnostics.add(
            {Severity::note,
             "kml-time-not-read",
             std::nullopt,
             {},
             "the file has dates (TimeSpan, TimeStamp, when), which are not read"});
    }
    for (const char* name :
         {"NetworkLink", "GroundOverlay", "PhotoOverlay", "ScreenOverlay", "Model", "Tour"}) {
        if (count(name) > 0) {
            first.diagnostics.add({Severity::note, "kml-not-supported", std::nullopt, name,
                                   std::format("{} times", count(name))});
        }
    }
    return {};
}

} // namespace masar::core
