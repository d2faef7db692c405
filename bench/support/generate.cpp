#include "bench/support/generate.hpp"

#include <fmt/format.h>

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
