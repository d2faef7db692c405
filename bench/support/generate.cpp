#include "bench/support/generate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <random>
#include <vector>

namespace outmap::bench {

namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 12> names = {"region",  "plan",    "age",       "tenure", "charges", "total",
                                               "payment", "support", "paperless", "lines",  "stream",  "contract"};

class Random {
 public:
  const char* one_of(std::initializer_list<const char*> words) { return words.begin()[engine_() % words.size()]; }
  unsigned below(unsigned limit) { return static_cast<unsigned>(engine_() % limit); }

 private:
  std::mt19937 engine_{1};
};

struct Cell {
  std::string text;
  bool quoted;  // in JSON
};

std::array<Cell, 12> attributes(Random& random) {
  return {{{random.one_of({"north", "south", "east", "west"}), true},
           {random.one_of({"basic", "plus", "pro"}), true},
           {fmt::format("{}", 18 + random.below(72)), false},
           {fmt::format("{}", random.below(73)), false},
           {fmt::format("{:.2f}", 10 + random.below(11000) / 100.0), false},
           {fmt::format("{:.2f}", 10 + random.below(900000) / 100.0), false},
           {random.one_of({"card", "bank", "check", "mail"}), true},
           {random.one_of({"often", "never"}), true},
           {random.one_of({"paper", "mail"}), true},
           {fmt::format("{}", 1 + random.below(4)), false},
           {random.one_of({"film", "music", "none"}), true},
           {random.one_of({"monthly", "one year", "two years"}), true}}};
}

std::string header() {
  std::string line = "id,name,size";
  for (const char* name : names) line += std::string(",") + name;
  return line + "\n";
}

void append_row(std::string& table, std::size_t i, unsigned size, const std::array<Cell, 12>& cells) {
  table += fmt::format("c{:07},Customer {},{}", i, i, size);
  for (const Cell& cell : cells) table += "," + cell.text;
  table += '\n';
}

void append_object(std::string& json, std::size_t i, unsigned size, const std::array<Cell, 12>& cells) {
  json += fmt::format("{}{{\"id\": \"c{:07}\", \"name\": \"Customer {}\", \"size\": {}, \"attributes\": {{",
                      i == 0 ? "" : ",\n", i, i, size);
  for (std::size_t a = 0; a < cells.size(); ++a) {
    const char* quote = cells[a].quoted ? "\"" : "";
    json += fmt::format("{}\"{}\": {}{}{}", a == 0 ? "" : ", ", names[a], quote, cells[a].text, quote);
  }
  json += "}}";
}

}  // namespace

GeneratedCustomers generate_customers(std::size_t count, bool with_json) {
  const fs::path base = fs::temp_directory_path() / fmt::format("outmap-bench-{}", count);
  fs::create_directories(base);
  const GeneratedCustomers files{base.string() + ".json", base.string()};
  if (fs::exists(base / "customers.csv") && (!with_json || fs::exists(files.json))) return files;
  Random random;
  std::string table = header();
  std::string json = "{\"outmap\": 1, \"title\": \"Many\", \"customers\": [\n";
  for (std::size_t i = 0; i < count; ++i) {
    const unsigned size = 1 + random.below(50);
    const auto cells = attributes(random);
    append_row(table, i, size, cells);
    if (with_json) append_object(json, i, size, cells);
  }
  std::ofstream(base / "customers.csv") << table;
  if (with_json) std::ofstream(files.json) << json << "]}\n";
  return files;
}

namespace {

std::string plain_customers(std::size_t count, Random& random) {
  std::string table = "id,name,size\n";
  for (std::size_t i = 0; i < count; ++i) table += fmt::format("c{0:06},Customer {0},{1}\n", i, 1 + random.below(50));
  return table;
}

std::string plain_outcomes(std::size_t count, Random& random) {
  std::string table = "id,name,holders,importance,current,target\n";
  for (std::size_t i = 0; i < count; ++i) {
    table += fmt::format("o{0:04},Outcome number {0},c{0:06},{1},{2},{3}\n", i, 1 + random.below(10), random.below(7),
                         6 + random.below(5));
  }
  return table;
}

std::string plain_ratings(std::size_t count, std::size_t outcomes, std::size_t customers, Random& random) {
  constexpr std::size_t each = 10;
  std::string table = "respondent,outcome,importance,satisfaction,customer,date\n";
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t outcome = (random.below(static_cast<unsigned>(outcomes / each)) * each + i % each) % outcomes;
    table += fmt::format("r{:06},o{:04},{},{},c{:06},2026-0{}-1{}\n", i / each, outcome, 1 + random.below(5),
                         1 + random.below(5), random.below(static_cast<unsigned>(customers)), 1 + random.below(6),
                         random.below(10));
  }
  return table;
}

}  // namespace

GeneratedRatings generate_ratings(std::size_t count) {
  const fs::path folder = fs::temp_directory_path() / fmt::format("outmap-bench-ratings-{}", count);
  const fs::path ratings = folder / "ratings.csv";
  if (!fs::exists(ratings)) {
    fs::create_directories(folder);
    const std::size_t outcomes = std::max<std::size_t>(10, count / 1000);
    const std::size_t customers = std::max<std::size_t>(outcomes, count / 10);
    Random random;
    std::ofstream(folder / "customers.csv") << plain_customers(customers, random);
    std::ofstream(folder / "outcomes.csv") << plain_outcomes(outcomes, random);
    std::ofstream(ratings) << plain_ratings(count, outcomes, customers, random);
  }
  return {folder.string(), static_cast<double>(fs::file_size(ratings))};
}

std::string generate_dot(std::size_t nodes) {
  const fs::path path = fs::temp_directory_path() / fmt::format("outmap-bench-{}.dot", nodes);
  std::ofstream file(path);
  file << "digraph { rankdir=LR; node [shape=box];\n";
  Random random;
  for (std::size_t i = 1; i < nodes; ++i) {
    file << fmt::format("n{} [label=\"Element number {}\"]; n{} -> n{};\n", i, i,
                        random.below(static_cast<unsigned>(i)), i);
  }
  file << "}\n";
  return path.string();
}

}  // namespace outmap::bench
