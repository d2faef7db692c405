#include "model/graph/partition.hpp"

#include <catch2/catch.hpp>

using namespace outmap;

using Labels = std::vector<std::uint32_t>;

TEST_CASE("Clusters are numbered by size, then by their smallest node") {
  CHECK(number_by_size(Labels{9, 4, 4, 7, 7, 4, 2}).cluster_of == Labels{2, 0, 0, 1, 1, 0, 3});
  CHECK(number_by_size(Labels{5, 0, 5, 0}).cluster_of == Labels{0, 1, 0, 1});
  CHECK(number_by_size(Labels{9, 4, 4, 7, 7, 4, 2}).cluster_count == 4);
  CHECK(number_by_size({}) == Partition{});
}

TEST_CASE("Members of clusters ascend") {
  const auto members = members_of({{1, 0, 1, 0, 0}, 2});
  CHECK(members == std::vector<Labels>{{1, 3, 4}, {0, 2}});
}
