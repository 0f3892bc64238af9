// SPDX-License-Identifier: Apache-2.0
#include "core/crs/transformer.hpp"

#include <proj.h>

#include <array>
#include <cmath>
#include <limits>

namespace masar::core {

namespace {

struct DestroyContext {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};

struct DestroyOperation {
    void operator()(PJ* operation) const { proj_destroy(operation); }
};

using Context = std::unique_ptr<PJ_CONTEXT, DestroyContext>;
using Operation = std::unique_ptr<PJ, DestroyOperation>;

/// Longitude and latitude in degrees, in this order.
constexpr const char* kTarget = "OGC:CRS84";

/// Whether two systems are the same but for the order of their axes.
bool sameSystem(PJ_CONTEXT* context, const PJ* a, const PJ* b)
{
    return proj_is_equivalent_to_with_ctx(context, a, b,
                                          PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0;
}

/// Whether two coordinates of the system are a place on the earth: not for geocentric, vertical and
/// local ones.
bool isOnTheSurface(const PJ* system)
{
    switch (proj_get_type(system)) {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS:
    case PJ_TYPE_PROJECTED_CRS:
    case PJ_TYPE_DERIVED_PROJECTED_CRS:
    case PJ_TYPE_BOUND_CRS:
        return true;
    default:
        return false;
    }
}

std::string reason(PJ_CONTEXT* context)
{
    const int code = proj_context_errno(context);
    return code == 0 ? "not a reference system that PROJ knows"
                     : proj_context_errno_string(context, code);
}

} // namespace

struct Transformer::Private {
    Context context;
    Operation operation; ///< null: identity
};

Transformer::Transformer(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
Transformer::Transformer(Transformer&&) noexcept = default;
Transformer& Transformer::operator=(Transformer&&) noexcept = default;
Transformer::~Transformer() = default;

Result<Transformer> Transformer::toWgs84(const std::string& crs)
{
    auto d = std::make_unique<Private>();
    d->context.reset(proj_context_create());
    PJ_CONTEXT* context = d->context.get();
    proj_context_set_enable_network(context, 0);
    proj_log_level(context, PJ_LOG_NONE);
    const Operation read(proj_create(context, crs.c_str()));
    const Operation target(proj_create(context, kTarget));
    if (!read || proj_is_crs(read.get()) == 0) {
        return fail(ErrorCode::unsupported, reason(context), crs.substr(0, 200));
    }
    // Heights are not kept: without them more systems are WGS 84 already, and no geoid is needed.
    const Operation source(proj_crs_demote_to_2D(context, nullptr, read.get()));
    if (!source || !isOnTheSurface(source.get())) {
        return fail(ErrorCode::unsupported,
                    "the reference system is geocentric, vertical or local: its coordinates are no "
                    "places on the map",
                    crs.substr(0, 200));
    }
    if (sameSystem(context, source.get(), target.get())) {
        return Transformer(std::move(d));
    }
    const std::array<const char*, 3> options{"ALLOW_BALLPARK=YES", "ONLY_BEST=NO", nullptr};
    const Operation plain(proj_create_crs_to_crs_from_pj(context, source.get(), target.get(),
                                                         nullptr, options.data()));
    if (!plain) {
        return fail(ErrorCode::unsupported, reason(context), crs.substr(0, 200));
    }
    d->operation.reset(proj_normalize_for_visualization(context, plain.get()));
    if (!d->operation) {
        return fail(ErrorCode::unsupported, reason(context), crs.substr(0, 200));
    }
    return Transformer(std::move(d));
}

bool Transformer::identity() const
{
    return m_d->operation == nullptr;
}

std::size_t Transformer::apply(std::span<double> xs, std::span<double> ys) const
{
    if (identity() || xs.empty()) {
        return 0;
    }
    proj_trans_generic(m_d->operation.get(), PJ_FWD, xs.data(), sizeof(double), xs.size(),
                       ys.data(), sizeof(double), ys.size(), nullptr, 0, 0, nullptr, 0, 0);
    std::size_t failed = 0;
    for (std::size_t i = 0; i < xs.size(); ++i) {
        if (!std::isfinite(xs[i]) || !std::isfinite(ys[i])) {
            xs[i] = ys[i] = std::numeric_limits<double>::quiet_NaN();
            ++failed;
        }
    }
    return failed;
}

} // namespace masar::core
