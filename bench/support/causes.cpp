#include "bench/support/causes.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <random>

namespace outmap::bench {
namespace {

namespace fs = std::filesystem;

bool is_outcome(std::size_t i) { return i % 10 == 5; }

std::string factors_of(std::size_t concepts) {
  std::string json;
  for (std::size_t i = 1; i < concepts; ++i) {
    if (!is_outcome(i))
      json += fmt::format("{}{{\"id\": \"c{}\", \"name\": \"Factor {}\"}}", json.empty() ? "" : ",\n", i, i);
  }
  return json;
}

std::string outcomes_of(std::size_t concepts, std::mt19937& random) {
  std::string json;
  for (std::size_t i = 1; i < concepts; ++i) {
    if (!is_outcome(i)) continue;
    json += fmt::format(
        "{}{{\"id\": \"c{}\", \"name\": \"Outcome {}\", \"holders\": [\"people\"], \"importance\": {}, \"current\": "
        "{}, "
        "\"target\": {}}}",
        json.empty() ? "" : ",\n", i, i, 1 + random() % 10, 2 + random() % 4, 6 + random() % 4);
  }
  return json;
}

std::string influences_of(std::size_t concepts, std::size_t influences, std::mt19937& random) {
  const double mean_causes = static_cast<double>(influences) / static_cast<double>(concepts);
  std::string json;
  for (std::size_t i = 0; i < influences; ++i) {
    const std::size_t from = i < concepts / 10 ? 0 : random() % concepts;
    const std::size_t to = 1 + random() % (concepts - 1);
    const double weight = (0.4 + static_cast<double>(random() % 1000) / 1000) / mean_causes;
    json += fmt::format("{}{{\"from\": \"c{}\", \"to\": \"c{}\", \"weight\": {}{:.3f}, \"confidence\": 0.{}}}",
                        json.empty() ? "" : ",\n", from, to, random() % 3 == 0 ? "-" : "", weight, 3 + random() % 7);
  }
  return json;
}

}  // namespace

std::string generate_causes(std::size_t concepts, std::size_t influences) {
  const fs::path path = fs::temp_directory_path() / fmt::format("outmap-bench-causes-{}-{}.json", concepts, influences);
  if (fs::exists(path)) return path.string();
  std::mt19937 random(1);
  std::ofstream(path) << "{\"outmap\": 1, \"title\": \"Causes\",\n\"customers\": [{\"id\": \"people\", \"name\": "
                         "\"People\", \"size\": 100}],\n\"initiatives\": [{\"id\": \"c0\", \"name\": \"Initiative\", "
                         "\"cost\": 1000}],\n\"factors\": ["
                      << factors_of(concepts) << "],\n\"outcomes\": [" << outcomes_of(concepts, random)
                      << "],\n\"influences\": [" << influences_of(concepts, influences, random) << "]}\n";
  return path.string();
}

}  // namespace outmap::bench
