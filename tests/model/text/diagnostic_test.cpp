#include "model/text/diagnostic.hpp"

#include <catch2/catch.hpp>

using namespace outmap;

namespace {

Diagnostic at(std::string file, std::uint32_t line, std::uint32_t column, std::string code,
              Severity severity = Severity::error) {
  Diagnostic diagnostic{std::move(code), severity, {}, {}, {}, {}};
  diagnostic.place.file = std::move(file);
  diagnostic.place.line = line;
  diagnostic.place.column = column;
  return diagnostic;
}

}  // namespace

TEST_CASE("severities have names", "[diagnostic]") {
  CHECK(to_text(Severity::error) == "error");
  CHECK(to_text(Severity::warning) == "warning");
  CHECK(to_text(Severity::note) == "note");
}

TEST_CASE("diagnostics are sorted by place and code, and equal ones are kept once", "[diagnostic]") {
  Diagnostics problems;
  problems.add(at("b", 1, 1, "x"));
  problems.add(at("a", 2, 1, "x"));
  problems.add(at("a", 1, 9, "y"));
  problems.add(at("a", 1, 9, "x"));
  problems.add(at("b", 1, 1, "x"));
  problems.add(at("a", 1, 10, "x"));
  problems.add(at("a", 0, 0, "z", Severity::warning));
  Diagnostic other = at("b", 1, 1, "x");
  other.message = "another message";
  problems.add(other);
  problems.sort();

  std::string order;
  for (const Diagnostic& d : problems.all())
    order += d.place.file + std::to_string(d.place.line) + "." + std::to_string(d.place.column) + d.code + " ";
  CHECK(order == "a0.0z a1.9x a1.9y a1.10x a2.1x b1.1x b1.1x ");
}

TEST_CASE("diagnostics are counted and joined", "[diagnostic]") {
  Diagnostics one;
  CHECK_FALSE(one.has_errors());
  one.add(at("a", 1, 1, "x", Severity::warning));
  CHECK_FALSE(one.has_errors());
  Diagnostics two;
  two.add(at("a", 2, 1, "x"));
  two.add(at("a", 3, 1, "x", Severity::note));
  one.append(std::move(two));
  CHECK(one.has_errors());
  CHECK(one.all().size() == 3);
  CHECK(one.count(Severity::error) == 1);
  CHECK(one.count(Severity::warning) == 1);
  CHECK(one.count(Severity::note) == 1);
}
