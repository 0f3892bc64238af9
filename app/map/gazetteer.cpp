// SPDX-License-Identifier: Apache-2.0
#include "app/map/gazetteer.hpp"

#include <map>
#include <set>
#include <string_view>

namespace masar::app {

namespace {

class Places {
public:
    explicit Places(const core::VectorFile& basemap) : m_basemap(basemap) {}

    std::vector<GazetteerPlace> collect()
    {
        addPoints("label_country", [](std::string_view) { return PlaceKind::country; });
        addPoints("label_governorate", [](std::string_view) { return PlaceKind::governorate; });
        addPoints("label_water", [](std::string_view kind) {
            return kind == "lake" ? PlaceKind::lake : PlaceKind::sea;
        });
        addPoints("label_place", &Places::settlement);
        // The finest lines first: a river is taken from where it is drawn best.
        for (const char* layer : {"region_river", "globe_river", "world_river"}) {
            addRivers(layer);
        }
        return std::move(m_places);
    }

private:
    static PlaceKind settlement(std::string_view kind)
    {
        return kind == "capital"      ? PlaceKind::capital
               : kind == "seat"       ? PlaceKind::seat
               : kind == "small_town" ? PlaceKind::smallTown
               : kind == "village"    ? PlaceKind::village
                                      : PlaceKind::town;
    }

    const core::Layer* find(std::string_view name) const
    {
        for (const core::Layer& layer : m_basemap.layers) {
            if (layer.name == name) {
                return &layer;
            }
        }
        return nullptr;
    }

    /// What all kinds of places have.
    static GazetteerPlace named(const core::Layer& layer, std::uint32_t row)
    {
        const auto text = [&](std::string_view field) {
            return QString::fromStdString(
                layer.properties.text(field, row).value_or(std::string()));
        };
        GazetteerPlace place;
        place.name = text("name");
        place.arabic = text("name_ar");
        QStringList others{text("name_ku"), text("alternates")};
        others.removeAll(QString());
        place.others = others.join(QLatin1Char(';'));
        place.country = text("iso2");
        place.governorate = text("governorate");
        place.rank = text("rank").toInt();
        return place;
    }

    template <class KindOf> void addPoints(std::string_view name, KindOf kindOf)
    {
        const core::Layer* layer = find(name);
        for (std::uint32_t row = 0; layer != nullptr && row < layer->rowCount(); ++row) {
            const auto parts = layer->geometry.partsOf(row);
            if (parts.empty()) {
                continue;
            }
            GazetteerPlace place = named(*layer, row);
            place.kind = kindOf(layer->properties.text("kind", row).value_or(std::string()));
            place.at = layer->geometry.verticesOf(parts[0])[0];
            m_places.push_back(std::move(place));
        }
    }

    /// Named rivers lie in pieces: each becomes one place, at the middle of its longest piece.
    void addRivers(std::string_view name)
    {
        const core::Layer* layer = find(name);
        struct River {
            std::size_t place = 0;
            std::size_t longest = 0;
        };
        std::map<QString, River> rivers;
        for (std::uint32_t row = 0; layer != nullptr && row < layer->rowCount(); ++row) {
            const auto title = layer->properties.text("name", row);
            if (!title || title->empty() || m_rivers.contains(QString::fromStdString(*title))) {
                continue;
            }
            const auto [found, fresh] =
                rivers.try_emplace(QString::fromStdString(*title), River{m_places.size(), 0});
            if (fresh) {
                m_places.push_back(named(*layer, row));
                m_places.back().kind = PlaceKind::river;
            }
            GazetteerPlace& place = m_places[found->second.place];
            place.box.add(layer->geometry.boxOfFeature(row));
            for (const core::GeometryPart& part : layer->geometry.partsOf(row)) {
                const auto vertices = layer->geometry.verticesOf(part);
                if (vertices.size() > found->second.longest) {
                    found->second.longest = vertices.size();
                    place.at = vertices[vertices.size() / 2];
                }
            }
        }
        for (const auto& [title, river] : rivers) {
            m_rivers.insert(title);
        }
    }

    const core::VectorFile& m_basemap;
    std::vector<GazetteerPlace> m_places;
    std::set<QString> m_rivers; ///< those of finer layers
};

} // namespace

std::vector<GazetteerPlace> gazetteerOf(const core::VectorFile& basemap)
{
    return Places(basemap).collect();
}

double zoomFor(const GazetteerPlace& place)
{
    switch (place.kind) {
    case PlaceKind::country:
        return place.rank <= 1 ? 4.5 : 6;
    case PlaceKind::sea:
        return place.rank <= 1 ? 3.5 : 5.5;
    case PlaceKind::governorate:
        return 7.5;
    case PlaceKind::river:
    case PlaceKind::lake:
        return 9;
    case PlaceKind::capital:
    case PlaceKind::seat:
        return 10.5;
    case PlaceKind::town:
    case PlaceKind::smallTown:
        return 11.5;
    case PlaceKind::village:
        break;
    }
    return 12;
}

} // namespace masar::app
