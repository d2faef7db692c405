#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/display_text.hpp"
#include "cli/gaps/fail_on.hpp"
#include "cli/gaps/findings.hpp"
#include "cli/gaps/kano.hpp"
#include "cli/gaps/report.hpp"
#include "cli/invocation.hpp"
#include "cli/open_map.hpp"
#include "cli/scenarios/maps.hpp"
#include "cli/whatif/again_json.hpp"
#include "cli/whatif/again_text.hpp"
#include "model/analysis/clusters/clusters.hpp"
#include "model/analysis/detailed_gaps.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

constexpr std::array rating_scores = {RatingScore::top_two, RatingScore::top_box, RatingScore::top_three,
                                      RatingScore::mean};

DetailedGapOptions gap_options_from(const Invocation& given) {
  DetailedGapOptions options;
  options.as_of = given.date("--as-of");
  for (const Crosshair crosshair : {Crosshair::mean, Crosshair::median, Crosshair::middle}) {
    if (given.text("--crosshair") == to_text(crosshair)) options.crosshair = crosshair;
  }
  for (const GapPart by : {GapPart::holder, GapPart::cluster, GapPart::stage, GapPart::journey}) {
    if (given.text("--by") == to_text(by)) options.by = by;
  }
  for (const RatingScore score : rating_scores) {
    if (given.text("--scores") == to_text(score)) options.ratings.score = score;
  }
  if (given.text("--respondents") == to_text(Respondents::paired)) options.ratings.respondents = Respondents::paired;
  options.resamples = static_cast<unsigned>(*given.integer("--resamples"));
  options.seed = given.seed();
  options.threads = given.threads();
  return options;
}

/// Whom the rows of --by are for.
std::vector<GapGroup> groups_of(const Map& map, const DetailedGapOptions& options) {
  if (options.by == GapPart::stage) return groups_of_stages(map);
  if (options.by == GapPart::journey) return groups_of_journeys(map);
  if (options.by != GapPart::cluster) return {};
  ClusterOptions clusters;
  clusters.judged = false;
  clusters.advised = false;
  clusters.as_of = options.as_of;
  clusters.seed = options.seed;
  clusters.threads = options.threads;
  return groups_of_clusters(find_clusters(map, clusters));
}

DetailedGaps gaps_of(const Map& map, const LevelTable& levels, DetailedGapOptions options) {
  options.groups = groups_of(map, options);
  return find_detailed_gaps(map, levels, options);
}

FindingOptions finding_options_from(const Invocation& given) {
  FindingOptions options;
  options.as_of = given.date("--as-of");
  options.stale_after_days = given.integer("--stale-after").value_or(options.stale_after_days);
  options.important_from = given.number("--important-from").value_or(options.important_from);
  return options;
}

/// By which limits outcomes were asked for proof.
std::string limits(const FindingOptions& options, const Screen& screen) {
  return paragraph(fmt::format("Outcomes of importance {} or more want proof; evidence is stale after {} days. 'outmap "
                               "explain CODE' tells more about a finding.",
                               few_decimals(options.important_from), options.stale_after_days),
                   screen, Ink::faint);
}

struct Answer {
  DetailedGaps report;
  std::vector<Finding> findings;
  std::vector<KanoRow> kano;
};

/// Which parts of the result are shown.
class Shown {
 public:
  explicit Shown(const Invocation& given) : only_(given.text("--only")) {}

  bool outcomes() const { return only_.empty() || only_ == "outcomes"; }
  bool kano() const { return only_.empty() || only_ == "kano"; }
  bool findings() const { return only_.empty() || only_ == "findings"; }

 private:
  std::string only_;
};

/// Parts that are not empty, with an empty line between them.
std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) {
    if (!part.empty()) text += (text.empty() ? "" : "\n") + part;
  }
  return text;
}

std::string as_text(const Map& map, const Answer& answer, const Invocation& given, const Screen& screen) {
  const Shown shown(given);
  std::vector<std::string> parts;
  if (shown.outcomes()) parts.push_back(gaps_text(map, answer.report, screen));
  if (shown.kano()) parts.push_back(kano_text(map, answer.kano, screen));
  if (shown.findings() && !map.by_id().empty()) {
    parts.push_back(findings_text(answer.findings, screen));
    if (!answer.findings.empty()) parts.push_back(limits(finding_options_from(given), screen));
  }
  const std::string text = joined(parts);
  return text.empty() ? "The map has no answers to Kano's questions (kano.csv).\n" : text;
}

/// A table of CSV is one table: the outcomes, unless something else is asked for.
Listing listing_for(const Map& map, const Answer& answer, const Invocation& given) {
  if (given.text("--only") == "findings") return findings_listing(answer.findings);
  if (given.text("--only") == "kano") return kano_listing(map, answer.kano);
  return gaps_listing(map, answer.report);
}

std::string as_markdown(const Map& map, const Answer& answer, const Invocation& given) {
  const Shown shown(given);
  const bool asked = !given.text("--only").empty();
  std::vector<std::string> parts;
  if (shown.outcomes()) parts.push_back(gaps_markdown(map, answer.report));
  if (shown.kano() && (asked || !answer.kano.empty())) {
    parts.push_back(listing_markdown(kano_listing(map, answer.kano)));
  }
  if (shown.findings() && (asked || !answer.findings.empty())) {
    parts.push_back(listing_markdown(findings_listing(answer.findings)));
  }
  return joined(parts);
}

std::string result(const Map& map, const Answer& answer, const Invocation& given, const Screen& screen) {
  const std::string format = given.format();
  if (format == "json") return gaps_json(answer.report, answer.findings, answer.kano);
  if (format == "csv") return listing_csv(listing_for(map, answer, given));
  return format == "markdown" ? as_markdown(map, answer, given) : as_text(map, answer, given, screen);
}

/// 1, with the reasons on stderr, where a rule of --fail-on applies.
int status(const std::vector<FailRule>& rules, const Answer& answer, const Diagnostics& problems,
           const Console& console) {
  constexpr std::size_t most_shown = 5;
  int status = 0;
  for (const FailRule& rule : rules) {
    const std::vector<std::string> reasons = rule.reasons(answer.report.report, answer.findings, problems);
    for (std::size_t i = 0; i < std::min(reasons.size(), most_shown); ++i) {
      console.write_hint("--fail-on: " + printable(reasons[i]) + "\n");
    }
    if (reasons.size() > most_shown)
      console.write_hint("--fail-on: and " + std::to_string(reasons.size() - most_shown) + " more\n");
    if (!reasons.empty()) status = 1;
  }
  return status;
}

Answer answer_for(const Map& map, const Invocation& given) {
  const LevelTable levels(map, as_of(map, given.date("--as-of")));
  return {gaps_of(map, levels, gap_options_from(given)), find_structural_gaps(map, levels, finding_options_from(given)),
          find_kano(map)};
}

/// A map, and what was found in it.
struct Found {
  const Map& map;
  const Answer& answer;
};

/// What a scenario does to gaps and findings.
struct Changes {
  std::vector<GapChange> gaps;
  FindingChanges findings;
};

Changes changes_between(const Found& today, const Found& then) {
  return {gap_changes(today.map, today.answer.report.report, then.map, then.answer.report.report),
          finding_changes(today.answer.findings, then.map, then.answer.findings)};
}

std::string changes_text(const Changes& changes, const Names& names, const Invocation& given, const Screen& screen) {
  const Shown shown(given);
  std::string text;
  if (shown.outcomes()) {
    if (const std::string gone = gone_gaps_words(changes.gaps, names); !gone.empty())
      text += paragraph(gone, screen, Ink::warning);
    text += any_priority_moves(changes.gaps)
                ? listing_text(gap_changes_listing(changes.gaps, names, changes.gaps.size()), screen)
                : paragraph("No priority changes.", screen);
  }
  if (shown.findings()) text += finding_change_lines(changes.findings, screen);
  return text;
}

std::string scenario_text(const Found& today, const Found& then, const ScenarioMap& one, const Invocation& given,
                          const Screen& screen) {
  const Names names(today.map, then.map);
  const std::string title = scenario_heading(one, given, screen);
  const Changes changes = changes_between(today, then);
  if (given.format() != "markdown") {
    return title + changes_text(changes, names, given, screen) + "\n" + as_text(then.map, then.answer, given, screen);
  }
  std::string gone = gone_gaps_words(changes.gaps, names);
  if (!gone.empty()) gone.back() = '\n';  // a space
  const Listing moved = gap_changes_listing(changes.gaps, names, changes.gaps.size());
  return joined({title, gone, listing_markdown(moved), as_markdown(then.map, then.answer, given)});
}

std::string scenarios_json(const Found& today, const std::vector<Answer>& answers,
                           const std::vector<ScenarioMap>& scenarios) {
  const auto document = [](const Answer& answer) { return gaps_document(answer.report, answer.findings, answer.kano); };
  std::vector<ScenarioDocument> documents;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const Changes changes = changes_between(today, {scenarios[i].map(), answers[i]});
    documents.push_back(
        {&scenarios[i],
         document(answers[i]),
         {{"gaps", gap_changes_json(changes.gaps)}, {"findings", finding_changes_json(changes.findings)}}});
  }
  return scenario_documents(document(today.answer), std::move(documents));
}

std::string scenarios_result(const Found& today, const std::vector<Answer>& answers,
                             const std::vector<ScenarioMap>& scenarios, const Invocation& given, const Screen& screen) {
  if (given.format() == "json") return scenarios_json(today, answers, scenarios);
  if (given.format() == "csv") {
    std::vector<Listing> tables = {listing_for(today.map, today.answer, given)};
    for (std::size_t i = 0; i < answers.size(); ++i)
      tables.push_back(listing_for(scenarios[i].map(), answers[i], given));
    return listing_csv(side_by_side(std::move(tables), scenarios));
  }
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < answers.size(); ++i)
    parts.push_back(scenario_text(today, {scenarios[i].map(), answers[i]}, scenarios[i], given, screen));
  return joined(parts);
}

int run_gaps(const Invocation& given, Console& console) {
  std::vector<FailRule> rules;
  for (const std::string& rule : given.texts("--fail-on")) rules.emplace_back(rule);
  const std::string& path = given.arguments().front();
  const LoadedMap loaded = open_map(path, console);
  const Map& map = *loaded.map;
  const std::vector<ScenarioMap> scenarios = scenario_maps(given, map, console);
  const Answer today = answer_for(map, given);
  if (scenarios.empty()) {
    console.write_result(result(map, today, given, console.out()));
    if (given.format() == "table" && !today.report.rows.empty())
      console.suggest("outmap render " + shell_word(path) + " --diagram outcomes -o outcomes.svg");
    return status(rules, today, loaded.problems, console);
  }
  std::vector<Answer> answers;
  for (const ScenarioMap& one : scenarios) answers.push_back(answer_for(one.map(), given));
  console.write_result(scenarios_result({map, today}, answers, scenarios, given, console.out()));
  int worst = 0;
  for (const Answer& answer : answers) worst = std::max(worst, status(rules, answer, loaded.problems, console));
  return worst;
}

/// How scores are reckoned.
std::vector<Option> score_options() {
  return {{.name = "--by",
           .value = "WHAT",
           .help = "add a row for each holder, cluster (as 'outmap cluster' finds them), stage or journey",
           .type = ValueType::choice,
           .choices = {"holder", "cluster", "stage", "journey"}},
          {.name = "--scores",
           .value = "HOW",
           .help = "how answers become importance and satisfaction: by the share in the top boxes of their "
                   "scale, or by their mean",
           .type = ValueType::choice,
           .choices = {"top-two", "top-box", "top-three", "mean"},
           .default_text = "top-two"},
          {.name = "--respondents",
           .value = "WHO",
           .help = "count each question's own respondents, or only those who answered both",
           .type = ValueType::choice,
           .choices = {"each", "paired"},
           .default_text = "each"},
          {.name = "--resamples",
           .value = "N",
           .help = "resamplings behind the intervals of scores from answers; 0 leaves intervals out",
           .type = ValueType::integer,
           .default_text = "1000",
           .min = 0,
           .max = 100000},
          {.name = "--crosshair",
           .value = "WHERE",
           .help = "where the quadrants meet",
           .type = ValueType::choice,
           .choices = {"mean", "median", "middle"},
           .default_text = "mean"}};
}

/// What is told, and what is a reason to fail.
std::vector<Option> finding_options() {
  return {{.name = "--only",
           .value = "WHAT",
           .help = "leave the rest out; csv holds the outcomes unless it says otherwise",
           .type = ValueType::choice,
           .choices = {"outcomes", "kano", "findings"}},
          {.name = "--stale-after",
           .value = "DAYS",
           .help = "evidence older than this on the as-of day is a finding",
           .type = ValueType::integer,
           .default_text = "365",
           .min = 0,
           .max = 36500},
          {.name = "--important-from",
           .value = "N",
           .help = "outcomes of this importance or more want readings and evidence",
           .type = ValueType::number,
           .default_text = "7",
           .min = 0,
           .max = 10},
          {.name = "--fail-on",
           .value = "RULE",
           .help = "exit status 1 where it applies: opportunity:N (that much or more), a severity or a code of a "
                   "finding or of check; may be repeated",
           .type = ValueType::text,
           .repeats = true}};
}

std::vector<Option> gaps_options() {
  std::vector<Option> options = score_options();
  for (Option& option : finding_options()) options.push_back(std::move(option));
  for (Option& option : scenario_options()) options.push_back(std::move(option));
  return options;
}

}  // namespace

Command gaps_command() {
  return {
      .name = "gaps",
      .summary = "rank the outcomes by how far they fall short and how much it matters",
      .question = "Which outcomes fall short, for whom, and in which order do we act?",
      .about =
          "Level gap, opportunity (Ulwick 2005), importance-performance quadrant (Martilla and James 1977) and a "
          "priority from 0 to 100 with what it is made of, with 95 % intervals where people were asked; Kano's "
          "categories "
          "where they answered such questions; then structural findings: what is missing or contradicts "
          "itself, most severe first, each with a code for 'outmap explain'. With scenarios the same of the map that "
          "each leaves, and what differs from today.",
      .arguments = {map_argument(), scenario_argument()},
      .options = gaps_options(),
      .formats = table_formats(),
      .examples = {{"outmap gaps map.yaml", "the outcomes, the most pressing first"},
                   {"outmap gaps map.yaml --by holder --format csv -o gaps.csv",
                    "for a spreadsheet, with a row for everyone who wants an outcome"},
                   {"outmap gaps map.yaml --by stage --scores mean",
                    "for every stage of the journeys, from mean answers"},
                   {"outmap gaps map.yaml --only findings --format csv -o findings.csv",
                    "what is missing in the map, as a list to work through"},
                   {"outmap gaps map.yaml exam-season.yaml", "the gaps that a scenario leaves, against today's"},
                   {"outmap gaps map.yaml --fail-on opportunity:15", "in a pipeline: fail at an extreme opportunity"}},
      .exits = {{1, "a rule of --fail-on applies"}},
      .reads_map = true,
      .run = run_gaps};
}

}  // namespace outmap
