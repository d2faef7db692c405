#include "cli/gaps/kano.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/display_text.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array categories = {KanoCategory::must_be,    KanoCategory::one_dimensional,
                                   KanoCategory::attractive, KanoCategory::indifferent,
                                   KanoCategory::reverse,    KanoCategory::questionable};

Cell answers_cell(std::size_t count) { return number_cell(static_cast<double>(count), 0); }

std::string two_decimals(double share, double sign) {
  return fmt::format("{}{:.2f}", sign < 0 && share > 0 ? "−" : "", share);
}

/// "0.62 (0.46–0.76)", or for what hurts, with `sign` -1, "−0.62 (−0.76 to −0.46)".
Cell coefficient_cell(const std::optional<ShareEstimate>& share, double sign) {
  if (!share) return missing_cell();
  const auto [low, high] = share->interval;
  const std::string between = sign < 0 ? two_decimals(high, sign) + " to " + two_decimals(low, sign)
                                       : two_decimals(low, sign) + "–" + two_decimals(high, sign);
  return {two_decimals(share->share, sign) + " (" + between + ")",
          number_text(share->share > 0 ? sign * share->share : 0), Ink::plain};
}

/// "must-be", "must-be?" where it is not clear, "~must-be" where few answered.
Cell category_cell(const KanoRow& row) {
  const std::string name(to_text(row.category));
  return {(row.is_soft() ? "~" : "") + name + (row.is_clear ? "" : "?"), name, Ink::plain};
}

Json ends(const std::optional<ShareEstimate>& share, double sign) {
  if (!share) return nullptr;
  if (sign < 0) return Json::array({-share->interval.high, -share->interval.low});
  return Json::array({share->interval.low, share->interval.high});
}

Json coefficient(const std::optional<ShareEstimate>& share, double sign) {
  return share ? Json(share->share > 0 ? sign * share->share : 0.0) : Json(nullptr);
}

constexpr std::string_view question = "what having it, and lacking it, does to satisfaction";

std::string how_to_read(const std::vector<KanoRow>& kano) {
  std::string words =
      "M must-be, O one-dimensional, A attractive, I indifferent, R reverse, Q questionable. Better: how far having it "
      "can raise satisfaction, 0 to 1; worse: how far lacking it can lower it.";
  if (std::ranges::any_of(kano, [](const KanoRow& row) { return !row.is_clear; })) {
    words += " A question mark: the two most frequent answers lie so close that others might have told it otherwise.";
  }
  if (std::ranges::any_of(kano, [](const KanoRow& row) { return row.is_soft(); })) {
    words += fmt::format(" ~ marks fewer than {} answers.", small_sample);
  }
  return words;
}

}  // namespace

Listing kano_listing(const Map& map, const std::vector<KanoRow>& kano) {
  Listing listing{{{.key = "name", .heading = "outcome", .flexible = true},
                   {.key = "category", .heading = "category"},
                   {.key = "n", .heading = "answers", .align = Align::right},
                   {.key = "m", .heading = "M", .align = Align::right, .spare = 3},
                   {.key = "o", .heading = "O", .align = Align::right, .spare = 3},
                   {.key = "a", .heading = "A", .align = Align::right, .spare = 3},
                   {.key = "i", .heading = "I", .align = Align::right, .spare = 3},
                   {.key = "r", .heading = "R", .align = Align::right, .spare = 3},
                   {.key = "q", .heading = "Q", .align = Align::right, .spare = 3},
                   {.key = "better", .heading = "better (95 %)", .align = Align::right},
                   {.key = "worse", .heading = "worse (95 %)", .align = Align::right},
                   {.key = "id", .heading = "id", .spare = 4}},
                  {}};
  for (const KanoRow& row : kano) {
    std::vector<Cell> cells{element_cell(map.name_of(row.outcome), row.outcome), category_cell(row),
                            answers_cell(row.n)};
    for (const KanoCategory category : categories) cells.push_back(answers_cell(row.count(category)));
    cells.push_back(coefficient_cell(row.better, 1));
    cells.push_back(coefficient_cell(row.worse, -1));
    cells.push_back(text_cell(row.outcome));
    listing.rows.push_back(std::move(cells));
  }
  return listing;
}

std::string kano_text(const Map& map, const std::vector<KanoRow>& kano, const Screen& screen) {
  if (kano.empty()) return "";
  return screen.paint(Ink::strong, "Kano") + ": " + std::string(question) + "\n\n" +
         listing_text(kano_listing(map, kano), screen) + "\n" + paragraph(how_to_read(kano), screen, Ink::faint);
}

ReportParts kano_parts(const Map& map, const std::vector<KanoRow>& kano) {
  if (kano.empty()) return {};
  return {{"Kano: " + std::string(question), {}, kano_listing(map, kano), {}, how_to_read(kano)}};
}

Json kano_json(const std::vector<KanoRow>& kano) {
  Json rows = Json::array();
  for (const KanoRow& row : kano) {
    Json counts = Json::object();
    for (const KanoCategory category : categories) counts[std::string(to_text(category))] = row.count(category);
    rows.push_back({{"outcome", row.outcome},
                    {"category", to_text(row.category)},
                    {"clear", row.is_clear},
                    {"n", row.n},
                    {"few", row.is_soft()},
                    {"counts", std::move(counts)},
                    {"better", coefficient(row.better, 1)},
                    {"better_interval", ends(row.better, 1)},
                    {"worse", coefficient(row.worse, -1)},
                    {"worse_interval", ends(row.worse, -1)}});
  }
  return rows;
}

}  // namespace outmap
