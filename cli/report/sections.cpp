#include "cli/report/sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/cluster/parts.hpp"
#include "cli/cluster/report.hpp"
#include "cli/display_text.hpp"
#include "cli/gaps/findings.hpp"
#include "cli/gaps/kano.hpp"
#include "cli/gaps/report.hpp"
#include "cli/plan/report.hpp"
#include "cli/report/blocks.hpp"
#include "cli/report/pictures.hpp"
#include "cli/value/report.hpp"
#include "cli/whatif/listings.hpp"
#include "cli/whatif/report.hpp"
#include "cli/whatif/words.hpp"
#include "model/map/choices.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

using Blocks = std::vector<PageBlock>;

/// Whether there was one.
bool add_picture(Blocks& blocks, const ReportInputs& inputs, std::string_view name) {
  const PagePicture* picture = picture_named(inputs, name);
  if (picture != nullptr) blocks.push_back(*picture);
  return picture != nullptr;
}

PageSection relations_section(const ReportInputs& inputs) {
  PageSection section{"relations",
                      "cluster",
                      "Relations",
                      "Who belongs together, what holds them together, and which group needs attention first?",
                      {}};
  const ReportParts parts = cluster_parts(inputs.map, inputs.clusters);
  ReportPart first = parts.front();
  for (const std::string& words : first.words) section.blocks.push_back(plain_words(words));
  first.words.clear();
  add_picture(section.blocks, inputs, "relations");
  add_part(section.blocks, first);
  constexpr std::size_t clusters_told = 12;
  for (std::size_t i = 0; i < std::min(clusters_told, inputs.clusters.clusters.size()); ++i) {
    const Cluster& cluster = inputs.clusters.clusters[i];
    PageFacts facts;
    for (const auto& [label, words] : cluster_words(inputs.map, inputs.clusters, cluster)) {
      if (!words.empty()) facts.facts.emplace_back(label, words);
    }
    section.blocks.push_back(
        PageFold{cluster.id + "  " + printable(cluster.name), {std::move(facts)}, i == 0, "cluster-" + cluster.id});
  }
  for (std::size_t i = 1; i < parts.size(); ++i) add_part(section.blocks, parts[i]);
  return section;
}

PageSection journeys_section(const ReportInputs& inputs) {
  PageSection section{"journeys",
                      "journey",
                      "Journeys",
                      "How do customers live it, stage by stage, and where does value fall short of what they want?",
                      {}};
  for (const Journey& journey : inputs.map->journeys) {
    section.blocks.push_back(PageHeading{printable(journey.name), journey.id});
    add_picture(section.blocks, inputs, "journey-" + journey.id);
  }
  return section;
}

PageSection outcomes_section(const ReportInputs& inputs) {
  PageSection section{
      "outcomes", "outcome", "Outcomes", "What leads to the outcomes, and where does all depend on one link?", {}};
  if (!inputs.map->outcomes.empty()) add_picture(section.blocks, inputs, "outcomes");
  return section;
}

/// "Booked fast, Heard"
std::string names_of(const Map& map, const Ids& ids) {
  std::string text;
  for (const Id& id : ids) text += (text.empty() ? "" : ", ") + printable(map.name_of(id));
  return text;
}

/// Findings that say the same of one element each are one, which names the others, too; in the order of the first.
std::vector<Finding> by_what_they_say(const Map& map, const std::vector<Finding>& findings) {
  std::map<std::string, std::size_t> place_of;
  std::vector<Finding> told;
  std::vector<Ids> others;
  for (const Finding& finding : findings) {
    std::string same = std::string(finding.code) + " " + finding.message;
    if (finding.elements.size() == 1) {
      const std::string name = "'" + std::string(map.name_of(finding.elements.front())) + "'";
      if (const std::size_t at = same.find(name); at != std::string::npos) same.replace(at, name.size(), "''");
    }
    const auto [place, fresh] = place_of.emplace(std::move(same), told.size());
    if (fresh) {
      told.push_back(finding);
      others.emplace_back();
    } else if (finding.elements.size() == 1) {
      others[place->second].push_back(finding.elements.front());
    }
  }
  for (std::size_t i = 0; i < told.size(); ++i)
    if (!others[i].empty())
      told[i].message += fmt::format("; the same of {} {}: {}", others[i].size(),
                                     others[i].size() == 1 ? "other" : "others", names_of(map, others[i]));
  return told;
}

PageTable findings_table(const ReportInputs& inputs) {
  const std::vector<Finding> findings = by_what_they_say(inputs.map, inputs.findings);
  PageTable table = page_table(findings_listing(findings), "Structural findings");
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const Ids& elements = findings[i].elements;
    if (!elements.empty()) table.rows[i].element = elements.front();
  }
  // Codes and ids are for programs; the words name what is meant.
  for (const std::string_view heading : {"code", "elements"}) {
    const auto column = std::ranges::find(table.columns, heading, &PageColumn::heading) - table.columns.begin();
    table.columns.erase(table.columns.begin() + column);
    for (PageRow& row : table.rows) row.cells.erase(row.cells.begin() + column);
  }
  return table;
}

PageSection gaps_section(const ReportInputs& inputs) {
  PageSection section{"gaps", "gap", "Gaps", "Where do we fall short, and in which order do we act?", {}};
  if (inputs.map->outcomes.empty()) return section;
  ReportPart part = gaps_part(inputs.map, inputs.gaps);
  for (const std::string& words : part.words) section.blocks.push_back(plain_words(words));
  part.words.clear();
  add_picture(section.blocks, inputs, "gaps");
  add_part(section.blocks, part);
  add_parts(section.blocks, kano_parts(inputs.map, inputs.kano));
  return section;
}

PageSection value_section(const ReportInputs& inputs) {
  PageSection section{"value",
                      "offering",
                      "Value",
                      "What do customers get, how do our offerings compare, and what would people pay?",
                      {}};
  ReportParts parts = value_report_parts(inputs.map, inputs.value);
  if (parts.empty()) return section;
  for (const std::string& words : parts.front().words) section.blocks.push_back(plain_words(words));
  parts.front().words.clear();
  add_picture(section.blocks, inputs, "ladder");
  add_picture(section.blocks, inputs, "value-map");
  add_parts(section.blocks, parts);
  return section;
}

PageSection plan_section(const ReportInputs& inputs) {
  PageSection section{"plan", "plan", "Plan", "What do we pay for first, and what would other budgets buy?", {}};
  if (!inputs.plan) return section;
  ReportParts parts = plan_parts(inputs.map, *inputs.plan);
  for (const std::string& words : parts.front().words) section.blocks.push_back(plain_words(words));
  if (!inputs.options.budget) {
    section.blocks.push_back(
        plain_words("No budget was given: half of what everything would cost is assumed.", PageTone::faint));
  }
  parts.front().words.clear();
  add_picture(section.blocks, inputs, "portfolio");
  add_parts(section.blocks, parts);
  return section;
}

PageSection whatif_section(const ReportInputs& inputs) {
  PageSection section{"what-if", "what-if", "What if", "What changes, who loses, and how sure is that?", {}};
  if (inputs.whatifs.empty()) return section;
  add_picture(section.blocks, inputs, "whatif");
  if (inputs.whatifs.size() > 1) {
    section.blocks.push_back(
        page_table(whatif_comparison(inputs.map, inputs.whatifs, Audience::client), "Scenarios side by side"));
  }
  if (std::string words = likelihood_words(inputs.whatifs); !words.empty())
    section.blocks.push_back(plain_words(std::move(words), PageTone::faint));
  for (std::size_t i = 0; i < inputs.whatifs.size(); ++i) {
    ReportParts parts = whatif_parts(inputs.map, inputs.whatifs[i]);
    PageFold fold{parts.front().heading, {}, i == 0 || inputs.whatifs.size() <= 3, "scenario-" + std::to_string(i + 1)};
    add_picture(fold.blocks, inputs, picture_of_scenario(i));
    add_part(fold.blocks, parts.front(), {.titled = false, .words = PageTone::strong});
    add_parts(fold.blocks, {parts.begin() + 1, parts.end()});
    section.blocks.push_back(std::move(fold));
  }
  return section;
}

PageSection monitoring_section(const ReportInputs& inputs) {
  PageSection section{"monitoring", "level", "Monitoring", "Did it work, for whom, and what does nobody watch?", {}};
  const Monitored& found = inputs.monitored;
  if (found.report.counts.of == 0 && found.report.partners.empty()) return section;
  for (const std::string& words : monitor_headline(inputs.map, found)) section.blocks.push_back(plain_words(words));
  add_picture(section.blocks, inputs, "trend");
  for (const std::string_view name : {"levels", "feedback", "initiatives"})
    add_parts(section.blocks, monitor_parts(inputs.map, found, name));
  add_picture(section.blocks, inputs, "progress");
  for (const std::string_view name : {"partners", "harvest", "journals", "plan"})
    add_parts(section.blocks, monitor_parts(inputs.map, found, name));
  if (!found.report.outcomes.empty())
    section.blocks.push_back(plain_words(monitor_reckoning(found.report), PageTone::faint));
  return section;
}

Listing evidence_listing(const Map& map) {
  Listing listing{{{.key = "quote", .heading = "what was said or seen"},
                   {.key = "source", .heading = "source"},
                   {.key = "method", .heading = "method"},
                   {.key = "date", .heading = "date", .align = Align::right},
                   {.key = "supports", .heading = "speaks for"},
                   {.key = "contradicts", .heading = "speaks against"}},
                  {}};
  for (const Evidence& piece : map->evidence) {
    const std::string words = !piece.quote.empty()         ? "“" + piece.quote + "”"
                              : !piece.description.empty() ? piece.description
                              : piece.name != piece.id     ? piece.name
                                                           : "no words kept";
    listing.rows.push_back({element_cell(printable(words), piece.id), text_cell(piece.source),
                            piece.method ? text_cell(word_of(*piece.method)) : missing_cell(),
                            piece.date ? text_cell(to_text(*piece.date)) : missing_cell(),
                            text_cell(names_of(map, piece.supports)), text_cell(names_of(map, piece.contradicts))});
  }
  return listing;
}

/// What of the ten steps from customers' words to results is still open.
PageList open_steps(const ReportInputs& inputs) {
  PageList list;
  for (const Step& step : inputs.steps) {
    std::string open;
    for (const StepOpen& one : step.open) open += (open.empty() ? "" : "; ") + one.what;
    std::string name(step.name);
    std::ranges::replace(name, '-', ' ');
    list.items.push_back({{(step.done ? "✓ " : "○ ") + name, "", !step.done}, {step.done ? "" : ": " + open}});
  }
  return list;
}

PageSection evidence_section(const ReportInputs& inputs) {
  PageSection section{"evidence", "evidence", "Evidence", "How do we know, and what is missing?", {}};
  add_parts(section.blocks, monitor_parts(inputs.map, inputs.monitored, "evidence"));
  if (!inputs.map->evidence.empty()) {
    add_part(section.blocks, {"What people said and did", {}, evidence_listing(inputs.map), {}, {}});
  }
  section.blocks.push_back(PageHeading{"What is missing or contradicts itself", "findings"});
  if (inputs.findings.empty()) {
    section.blocks.push_back(plain_words("Nothing is missing between the elements of the map."));
  } else {
    section.blocks.push_back(findings_table(inputs));
  }
  section.blocks.push_back(PageHeading{"The ten steps from customers' words to results", "steps"});
  section.blocks.push_back(open_steps(inputs));
  return section;
}

std::string subtitle(const ReportInputs& inputs) {
  const MapSummary& summary = inputs.summary;
  std::string text;
  if (!summary.author.empty()) text = printable(summary.author) + " · ";
  if (summary.as_of) text += "as of " + to_words(*summary.as_of) + " · ";
  text += fmt::format("levels from {} to {} unless another unit is given", few_decimals(summary.scale.min),
                      few_decimals(summary.scale.max));
  if (!summary.currency.empty()) text += " · money in " + printable(summary.currency);
  return text;
}

}  // namespace

ReportPage report_page(const ReportInputs& inputs) {
  ReportPage page;
  page.title = printable(inputs.map->title);
  page.subtitle = subtitle(inputs);
  if (!inputs.map->vision.empty()) page.lead.push_back(printable(inputs.map->vision));
  if (!inputs.map->mission.empty()) page.lead.push_back(printable(inputs.map->mission));
  page.sections.push_back(summary_section(inputs));
  for (const auto make : {relations_section, journeys_section, outcomes_section, gaps_section, value_section,
                          plan_section, whatif_section, monitoring_section, evidence_section}) {
    PageSection section = make(inputs);
    if (!section.blocks.empty()) page.sections.push_back(std::move(section));
  }
  add_elements(page, inputs);
  page.footer = "Everything on this page was computed from one map; the same map gives the same page.";
  return page;
}

}  // namespace outmap
