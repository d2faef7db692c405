// Input of any size for benchmarks, the same at every run.
#pragma once

#include <cstddef>
#include <string>

namespace outmap::bench {

struct GeneratedCustomers {
  std::string json;   // a map in one file
  std::string table;  // a folder with customers.csv: the same customers
};

/// Writes `count` customers with 12 attributes each below the folder for temporary files; the JSON only when asked for.
GeneratedCustomers generate_customers(std::size_t count, bool with_json = true);

struct GeneratedRatings {
  std::string folder;    // of tables: customers, outcomes and ratings
  double ratings_bytes;  // of ratings.csv alone
};

/// Writes `count` ratings, ten a respondent, of a thousandth as many outcomes (at least ten), and a tenth as many
/// customers, below the folder for temporary files.
GeneratedRatings generate_ratings(std::size_t count);

/// A DOT graph with this many nodes and as many edges as a journey has links, in the folder for temporary files.
std::string generate_dot(std::size_t nodes);

}  // namespace outmap::bench
