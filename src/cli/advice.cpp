#include "cli/advice.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace blogbind::cli {
namespace {

struct Advice {
    std::string_view failure;  ///< how its sentence ends
    std::string_view advice;
};

constexpr std::string_view saved_page = "a page that you save in your browser can be read";

constexpr std::array advices{
    Advice{": host not found", "check its spelling, and whether this computer is online"},
    Advice{": proxy not found", "check --proxy, or http_proxy and https_proxy in the environment"},
    Advice{": connection refused", "its server may be down, so try again later"},
    Advice{": connection broken", "try again later"},
    Advice{": empty reply", "try again later"},
    Advice{": the answer ended too early", "try again later"},
    Advice{": no answer in time", "try again later, or with a longer --timeout"},
    Advice{": leads to a private network address", "if that is meant, use --allow-private-network"},
    Advice{": redirects in a circle", saved_page},
    Advice{" answered 401", "--user, --header and --cookies can bring a login"},
    Advice{" answered 403", saved_page},
    Advice{" answered 404", "check its spelling"},
    Advice{" answered 410", "its blog has taken it away"},
    Advice{" answered 429", "try again later, and with a longer --delay"},
    Advice{" answered 500", "try again later"},
    Advice{" answered 502", "try again later"},
    Advice{" answered 503", "try again later"},
    Advice{" answered 504", "try again later"},
};

}  // namespace

std::string with_advice(std::string_view sentence) {
    const auto* known =
        std::ranges::find_if(advices, [&](const Advice& advice) { return sentence.ends_with(advice.failure); });
    return known == advices.end() ? std::string(sentence) : fmt::format("{}; {}", sentence, known->advice);
}

}  // namespace blogbind::cli
