#include "tests/support/profiles.hpp"

#include <fmt/format.h>

#include "model/analysis/random.hpp"
#include "tests/support/make_map.hpp"

namespace outmap::test {

Map random_profiles(const RandomProfilesOptions& options) {
  Random random(options.seed);
  MapContent content;
  for (std::uint32_t i = 0; i < options.count; ++i) {
    const std::uint32_t group = i % options.groups;
    Customer customer;
    customer.id = fmt::format("c{:04}", i + 1);
    for (std::uint32_t k = 0; k < 3; ++k) {
      const double centre = (group >> k) % 2;
      customer.attributes.push_back({Symbol(fmt::format("n{}", k)), centre + options.spread * random.unit()});
    }
    const bool own = random.unit() >= options.spread / 2;
    customer.attributes.push_back({Symbol("kind"), Symbol(fmt::format("k{}", own ? group : random.below(4)))});
    content.customers.push_back(std::move(customer));
  }
  return make_map(std::move(content));
}

}  // namespace outmap::test
