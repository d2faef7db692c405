#include "model/analysis/findings/findings.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "model/check/codes.hpp"
#include "model/io/load.hpp"
#include "tests/support/findings_of.hpp"
#include "tests/support/places.hpp"
#include "tests/support/sound_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

/// A bare element of nearly every kind, so that nearly every rule has something to tell.
MapContent bare_content() {
  MapContent content = sound_content();
  content.relations.clear();
  content.journeys.front().customers.clear();
  content.journeys.front().stages.front().outcomes.clear();
  content.journeys.front().stages.front().touchpoints.clear();
  content.customers.front().needs.clear();
  content.partners.front() = Partner{};
  content.partners.front().id = content.partners.front().name = "midwives";
  content.processes.front().serves.clear();
  content.initiatives.front().closes.clear();
  content.influences.clear();
  content.evidence.clear();
  content.readings.clear();
  content.outcomes.front().needs.clear();
  content.outcomes.front().name = "Train families";
  content.outcomes.front().target = 3;
  return content;
}

std::set<std::string_view> codes_of(const std::vector<Finding>& findings) {
  std::set<std::string_view> codes;
  for (const Finding& finding : findings) codes.insert(finding.code);
  return codes;
}

}  // namespace

TEST_CASE("a map in which nothing is missing has no structural finding", "[findings]") {
  CHECK(find_structural_gaps(make_map(sound_content())).empty());
  CHECK(find_structural_gaps(make_map({})).empty());
}

TEST_CASE("a bare map is told everything that it lacks", "[findings]") {
  CHECK(codes_of(find_structural_gaps(make_map(bare_content()))) ==
        std::set<std::string_view>{"gap.customer-without-journey", "gap.customer-without-need",
                                   "gap.customer-without-partner", "gap.initiative-reaches-nothing",
                                   "gap.markers-incomplete", "gap.need-without-outcome", "gap.outcome-unmeasured",
                                   "gap.outcome-unserved", "gap.outcome-without-evidence", "gap.partner-unrelated",
                                   "gap.partner-without-challenge", "gap.process-serves-nothing",
                                   "gap.stage-without-outcome", "gap.stage-without-touchpoint",
                                   "gap.strategy-map-empty", "gap.target-below-level", "gap.worded-as-activity"});
}

TEST_CASE("every rule has a code that is explained, and every code of a gap has a rule", "[findings]") {
  std::vector<std::string_view> ruled = finding_codes();
  std::ranges::sort(ruled);
  std::vector<std::string_view> explained;
  for (const Code& code : all_codes()) {
    if (!code.code.starts_with("gap.")) continue;
    explained.push_back(code.code);
    CHECK(code.severity != Severity::error);
  }
  CHECK(ruled == explained);
  CHECK(ruled.size() == 27);
}

TEST_CASE("the documentation has a row for every finding, with its severity", "[findings]") {
  std::stringstream text;
  text << std::ifstream(source_folder() / "docs/analyses/findings.md").rdbuf();
  for (const std::string_view code : finding_codes()) {
    CAPTURE(code);
    const std::string row = "| `" + std::string(code) + "` | " + std::string(to_text(find_code(code)->severity)) + " |";
    CHECK(text.str().find(row) != std::string::npos);
  }
}

TEST_CASE("the example of each code brings about its finding", "[findings]") {
  for (const Code& code : all_codes()) {
    if (!code.code.starts_with("gap.")) continue;
    CAPTURE(code.code);
    const std::string text = "outmap: 1\ntitle: Example\n" + std::string(code.example) + "\n";
    const LoadedMap loaded = load_map_text("example.yaml", text);
    for (const Diagnostic& problem : loaded.problems.all()) FAIL_CHECK(problem.message);
    REQUIRE(loaded.map);
    CHECK(codes_of(find_structural_gaps(*loaded.map)).contains(code.code));
  }
}

TEST_CASE("warnings come first, then the order of the rules, then that of the file", "[findings]") {
  MapContent content = bare_content();
  for (const char* id : {"zoo", "ape"}) {
    Customer customer;
    customer.id = customer.name = id;
    content.customers.push_back(customer);
  }
  const std::vector<Finding> findings = find_structural_gaps(make_map(content));
  CHECK(std::ranges::is_sorted(findings, {}, &Finding::severity));
  CHECK(findings.front().severity == Severity::warning);
  CHECK(elements_of(content, "gap.customer-without-need") == std::vector<Ids>{{"families"}, {"zoo"}, {"ape"}});
}

TEST_CASE("a finding carries its place, what was found and what to do", "[findings]") {
  const std::vector<Finding> found = findings_of(bare_content(), "gap.stage-without-touchpoint");
  REQUIRE(found.size() == 1);
  CHECK(found.front().elements == Ids{"home"});
  CHECK(found.front().subject == "At home");
  CHECK(found.front().message == "the stage 'At home' has no touchpoint");
  CHECK(found.front().path == "/journeys/0/stages/0");
  CHECK(found.front().hint == find_code("gap.stage-without-touchpoint")->mend);
  CHECK(as_notes(found).all().front().severity == Severity::note);
}

TEST_CASE("findings do not depend on where an unrelated element stands", "[findings]") {
  MapContent content = bare_content();
  const auto before = find_structural_gaps(make_map(content));
  Factor factor;
  factor.id = factor.name = "a-first-id";
  content.factors.push_back(factor);
  CHECK(find_structural_gaps(make_map(content)) == before);
}
