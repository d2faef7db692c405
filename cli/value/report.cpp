#include "cli/value/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/display_text.hpp"
#include "cli/value/cells.hpp"
#include "cli/value/listings.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

constexpr std::size_t most_stages = 6;
constexpr std::size_t most_customers = 10;

struct Section {
  std::string_view name;
  std::string_view heading;
  Listing (*listing)(const Map& map, const ValueReport& report);
};

Listing stages_shown(const Map& map, const ValueReport& report) {
  return widest_stages_listing(map, report, most_stages);
}

/// In the order in which they are read; as a whole where --only asks for one.
constexpr std::array<Section, 8> shown_sections{{
    {"customers", "What customers get, as they see it", perceived_listing},
    {"stages", "The stages where most is missing", stages_shown},
    {"ladder", "Does every dearer offering give clearly more?", ladder_listing},
    {"map", "How offerings compare, quality for price", value_map_listing},
    {"alternatives", "What they are worth beside the next best alternative", alternatives_listing},
    {"prices", "What people say they would pay", prices_listing},
    {"propositions", "What the propositions of each cost and could earn", models_listing},
    {"firm", "What customers are worth to the firm: another question, kept apart", worth_listing},
}};

constexpr std::array<Section, 4> whole_sections{{
    {"offerings", "Offerings", offerings_listing},
    {"stages", "Value at each stage", stages_listing},
    {"prices", "Demand", demand_listing},
    {"propositions", "Propositions", propositions_listing},
}};

const Section& section_named(std::string_view name) {
  const auto whole = std::ranges::find(whole_sections, name, &Section::name);
  if (whole != whole_sections.end()) return *whole;
  return *std::ranges::find(shown_sections, name, &Section::name);
}

/// Leaves no more rows than one reads, and says how to see the others.
std::string cut(Listing& listing, const Section& section) {
  if (listing.rows.size() <= most_customers + 2) return "";
  const std::size_t rest = listing.rows.size() - most_customers;
  listing.rows.resize(most_customers);
  return fmt::format("and {} more: --only {}", rest, section.name);
}

std::string name_of(const Map& map, const Id& id) { return "'" + printable(map.name_of(id)) + "'"; }

/// "The least value is that of 'A' and 2 more: +1 on a scale from −20 to 20. For 5 of 8 kinds of customers drawbacks
/// have the most room."
std::string about_customers(const Map& map, const ValueReport& report) {
  if (report.customers.empty() || !report.customers.front().perceived.net) return "";
  const CustomerValue& least = report.customers.front();
  std::array<std::size_t, 4> counts{};
  for (const CustomerValue& customer : report.customers) {
    if (customer.perceived.most_room) ++counts[static_cast<std::size_t>(*customer.perceived.most_room)];
  }
  const auto most = std::ranges::max_element(counts);
  const auto as_little = std::ranges::count_if(report.customers, [&](const CustomerValue& customer) {
    return customer.perceived.net && *customer.perceived.net <= *least.perceived.net + 1e-9;
  });
  const std::string more = as_little > 1 ? fmt::format(" and {} more", as_little - 1) : "";
  std::string text = fmt::format("The least value is that of {}{}: {} on a scale from −{} to {}.",
                                 name_of(map, least.id), more, signed_number(*least.perceived.net, 1),
                                 few_decimals(2 * map->scale.width()), few_decimals(2 * map->scale.width()));
  if (*most == 0 || report.customers.size() < 2) return text;
  return text + fmt::format(" For {} of {} kinds of customers {} have the most room.", *most, report.customers.size(),
                            to_text(value_parts[static_cast<std::size_t>(most - counts.begin())]));
}

std::string about_ladder(const Map& map, const ValueReport& report) {
  std::string text;
  for (const LadderFinding& finding : report.ladder.findings) {
    if (!text.empty()) text += " ";
    if (finding.fault == LadderFault::too_many) {
      text += fmt::format("The ladder has {} rungs; few customers compare more than {}.", report.ladder.rungs.size(),
                          report.ladder.most_rungs);
      continue;
    }
    const double dearer = *map.get<Offering>(finding.rung)->price - *map.get<Offering>(finding.below)->price;
    const std::string gives = finding.fault == LadderFault::too_close ? "hardly more than"
                              : finding.step < -0.005                 ? "less than"
                                                                      : "no more than";
    text += fmt::format("{} costs {} more and gives customers {} {}.", name_of(map, finding.rung),
                        money_text(dearer, map->currency), gives, name_of(map, finding.below));
  }
  return text;
}

std::string about_value_map(const Map& map, const ValueReport& report) {
  const auto& points = report.value_map.points;
  if (points.empty()) return "";
  const ValuePoint& best = points.front();
  const auto ours = std::ranges::find(points, true, &ValuePoint::ours);
  std::string text = fmt::format("Best value for its price is {}", name_of(map, best.id));
  if (best.ours) return text + ", ours.";
  if (ours == points.end()) return text + ".";
  return text + fmt::format("; of ours it is {}, number {} of {}.", name_of(map, ours->id), ours - points.begin() + 1,
                            points.size());
}

std::string about_alternatives(const Map& map, const ValueReport& report) {
  const auto& points = report.value_map.points;
  const auto ours = std::ranges::find(points, true, &ValuePoint::ours);
  std::string text, praised;
  for (const EconomicValue& value : report.beside) {
    if (value.left_to_customer.value_or(0) >= -0.005) continue;
    text += fmt::format("{}{} (beside {})", text.empty() ? "" : ", ", name_of(map, value.offering),
                        name_of(map, value.alternative));
    if (ours != points.end() && ours->id == value.offering)
      praised = fmt::format(
          " Of {} the two say different things: the one weighs how customers rate it against all prices, the "
          "other what its differences from {} are worth in money.",
          name_of(map, value.offering), name_of(map, value.alternative));
  }
  return text.empty() ? "" : "Worth less than their price: " + text + "." + praised;
}

std::vector<std::string> answers(const Map& map, const ValueReport& report) {
  std::vector<std::string> sentences{about_customers(map, report), about_ladder(map, report),
                                     about_value_map(map, report), about_alternatives(map, report)};
  std::erase(sentences, "");
  return sentences;
}

/// How many offerings people were asked about in small numbers.
std::string small_samples(const ValueReport& report) {
  const auto small =
      std::ranges::count_if(report.demand, [](const DemandCurve& curve) { return is_small_sample(curve.answers); });
  if (small == 0) return "";
  return fmt::format(" {} of {} were asked of fewer than {} people: their prices are a hint.", small,
                     report.demand.size(), small_sample);
}

std::string off_map(const Map& map, const ValueReport& report) {
  if (report.value_map.off.empty()) return "";
  if (report.value_map.points.empty()) return " A value map needs two with a price and a level on the same outcome.";
  std::string names;
  for (const NotComparable& each : report.value_map.off) {
    names += (names.empty() ? "" : ", ") + name_of(map, each.id) +
             (each.reason == OffValueMap::no_price ? " (no price)" : " (no level to compare)");
  }
  return " Not on the value map: " + names + ".";
}

std::string reckoning(const Map& map, const ValueReport& report) {
  std::string text = "Net = (worth + benefits) − (costs + drawbacks).";
  if (!report.ladder.rungs.empty()) {
    text += fmt::format(" A rung must be better than the one below by {}.", few_decimals(report.ladder.margin, 2));
  }
  if (!report.value_map.points.empty()) {
    text +=
        fmt::format(" Fair price: on the line through the mean quality and the mean price of {}, slope {}.",
                    money_text(report.value_map.mean_price, map->currency), few_decimals(report.value_map.slope, 2));
  }
  text += off_map(map, report);
  if (!report.beside.empty()) {
    text +=
        " Worth beside an alternative = its price + what we do better − what we do worse, where outcomes carry "
        "money.";
  }
  if (!report.demand.empty()) {
    text += " People say they would pay more than they do; in brackets the 95 % interval.";
    text += small_samples(report);
  }
  if (report.as_of) text += " As of " + to_words(*report.as_of) + ".";
  return text;
}

constexpr std::string_view nothing =
    "The map says nothing of value yet. Give customers and offerings a perceived_value, offerings and competitors a "
    "price and levels, and ask people what they would pay (prices.csv).";

}  // namespace

std::vector<std::string_view> value_sections() {
  std::vector<std::string_view> names = {"offerings"};
  for (const Section& section : shown_sections) names.push_back(section.name);
  return names;
}

std::string value_text(const Map& map, const ValueReport& report, std::string_view only, const Screen& screen) {
  if (!only.empty()) return listing_text(section_named(only).listing(map, report), screen);
  std::string sections;
  for (const Section& section : shown_sections) {
    Listing listing = section.listing(map, report);
    if (listing.rows.empty()) continue;
    const std::string rest = cut(listing, section);
    sections += "\n" + screen.paint(Ink::strong, section.heading) + "\n" + listing_text(listing, screen) +
                (rest.empty() ? "" : screen.paint(Ink::faint, rest) + "\n");
  }
  if (sections.empty()) return paragraph(nothing, screen);
  std::string first;
  for (const std::string& sentence : answers(map, report)) first += paragraph(sentence, screen, Ink::strong);
  return (first.empty() ? sections.substr(1) : first + sections) + "\n" +
         paragraph(reckoning(map, report), screen, Ink::faint);
}

ReportParts value_report_parts(const Map& map, const ValueReport& report) {
  ReportParts parts;
  for (const Section& section : shown_sections) {
    Listing listing = section.listing(map, report);
    if (!listing.rows.empty()) parts.push_back({std::string(section.heading), {}, std::move(listing), {}, {}});
  }
  if (parts.empty()) return parts;
  parts.front().words = answers(map, report);
  parts.back().note = reckoning(map, report);
  return parts;
}

std::string value_listing(const Map& map, const ValueReport& report, std::string_view only, const std::string& format,
                          const Screen& screen) {
  return listing_as(format, section_named(only.empty() ? "offerings" : only).listing(map, report), screen);
}

}  // namespace outmap
