#include <fmt/format.h>

#include <algorithm>

#include "cli/display_text.hpp"
#include "cli/monitor/parts.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

constexpr std::size_t tags_told = 6;

std::string score_words(const NpsScore& nps) {
  return fmt::format("{} ({} to {}, n {})", with_sign(nps.score, 0), with_sign(nps.interval.low, 0),
                     with_sign(nps.interval.high, 0), nps.n);
}

std::string share_words(const CsatScore& csat) {
  return fmt::format("{} ({} to {}, n {})", percent_text(csat.share), percent_text(csat.interval.low),
                     percent_text(csat.interval.high), csat.n);
}

/// "; too few to rank by"
std::string soft(bool is_soft) { return is_soft ? "; fewer than 30 answers, so speak softly" : ""; }

std::vector<std::string> overall(const FeedbackReport& feedback) {
  std::vector<std::string> words;
  const FeedbackRow& all = feedback.all;
  words.push_back(fmt::format("{}, {} dissatisfied, {} in their own words.",
                              counted_of(all.records, "piece of feedback", "pieces of feedback"), all.dissatisfied,
                              all.comments));
  if (all.nps) words.push_back("Would recommend us (NPS): " + score_words(*all.nps) + soft(all.nps->is_soft()) + ".");
  if (all.csat) words.push_back("Satisfied (4 or 5 of 5): " + share_words(*all.csat) + soft(all.csat->is_soft()) + ".");
  return words;
}

/// "rose by 12 (−5 to 29): may be chance"
std::string change_words(double change, const Interval& interval, bool is_soft, const auto& number,
                         std::string_view unit = "") {
  const std::string way = change > 0 ? "rose" : change < 0 ? "fell" : "stayed";
  const std::string sure = interval.contains(0) ? "which may be chance"
                           : is_soft            ? "from fewer than 30 answers: ask more before you tell it"
                                                : "beyond chance";
  return fmt::format("{} by {}{} ({} to {}), {}", way, number(std::abs(change)), unit, number(interval.low),
                     number(interval.high), sure);
}

std::string changes(const FeedbackReport& feedback) {
  if (feedback.changes.empty() || !feedback.since) return "";
  const FeedbackChange& all = feedback.changes.front();
  std::string text;
  if (all.nps_change) {
    const double change = all.nps_after->score - all.nps_before->score;
    text += " NPS " +
            change_words(change, *all.nps_change, all.nps_before->is_soft() || all.nps_after->is_soft(),
                         [](double points) { return few_decimals(points, 0); }) +
            ".";
  }
  if (all.csat_change) {
    const double change = all.csat_after->share - all.csat_before->share;
    text += " Satisfaction " +
            change_words(
                change, *all.csat_change, all.csat_before->is_soft() || all.csat_after->is_soft(),
                [](double share) { return few_decimals(100 * share, 0); }, " points") +
            ".";
  }
  return text.empty() ? ""
                      : "Since " + to_words(*feedback.since) +
                            (feedback.since_half_way ? ", half-way through what was said:" : ":") + text;
}

Listing stage_listing(const FeedbackReport& feedback) {
  Listing listing{{{.key = "stage", .heading = "stage", .flexible = true},
                   {.key = "records", .heading = "said", .align = Align::right},
                   {.key = "dissatisfied", .heading = "dissatisfied", .align = Align::right, .spare = 1},
                   {.key = "nps", .heading = "NPS", .align = Align::right, .spare = 2},
                   {.key = "csat", .heading = "satisfied", .align = Align::right}},
                  {}};
  for (const FeedbackRow& row : feedback.stages) {
    listing.rows.push_back({text_cell(row.name), number_cell(static_cast<double>(row.records), 0),
                            number_cell(static_cast<double>(row.dissatisfied), 0),
                            row.nps ? text_cell(score_words(*row.nps)) : missing_cell(),
                            row.csat ? text_cell(share_words(*row.csat)) : missing_cell()});
  }
  return listing;
}

std::string tags(const FeedbackReport& feedback) {
  std::string text;
  std::size_t told = 0;
  for (const FeedbackRow& row : feedback.tags) {
    if (row.dissatisfied == 0 || told++ == tags_told) break;
    text +=
        fmt::format("{}{} ({} of {})", text.empty() ? "" : ", ", printable(row.name), row.dissatisfied, row.records);
  }
  return text.empty() ? "" : "What the dissatisfied speak of, and of how many who speak of it: " + text + ".";
}

std::string contradiction_words(const Map& map, const SaysAgainstDoes& one) {
  return fmt::format("{}: said, {} for and {} against; done, {} for and {} against",
                     printable(map.name_of(one.element)), one.says_for.size(), one.says_against.size(),
                     one.does_for.size(), one.does_against.size());
}

MonitorPart contradictions_part(const Map& map, const FeedbackReport& feedback) {
  MonitorPart part{"What people say against what they do", {}, {}, {}, {}};
  for (const SaysAgainstDoes& one : feedback.contradictions) part.bullets.push_back(contradiction_words(map, one));
  part.note = "Counted in pieces of evidence. Stated is not used: look at what people do before you build.";
  return part;
}

std::string offer_words(const OfferSignal& offer) {
  std::string text = fmt::format("{}, shown to {}", printable(offer.name), few_decimals(offer.shown, 0));
  const auto add = [&](const std::optional<ShareEstimate>& share, std::string_view words) {
    if (!share) return;
    text +=
        fmt::format("{}{} {} ({} to {})", text.find(':') == std::string::npos ? ": " : ", ", percent_text(share->share),
                    words, percent_text(share->interval.low), percent_text(share->interval.high));
  };
  add(offer.paid, "put money down");
  add(offer.liked, "like it");
  add(offer.loved, "love it");
  add(offer.outside_core,
      offer.paid ? "of those who paid come from outside the core segment" : "came from outside the core segment");
  return text + ".";
}

}  // namespace

MonitorParts feedback_parts(const Map& map, const FeedbackReport& feedback) {
  MonitorParts parts;
  if (feedback.all.records > 0) {
    MonitorPart part{"What customers said", overall(feedback), {}, {}, {}};
    if (const std::string change = changes(feedback); !change.empty()) part.words.push_back(change);
    if (const std::string about = tags(feedback); !about.empty()) part.words.push_back(about);
    if (!feedback.stages.empty()) part.listing = stage_listing(feedback);
    if (feedback.uncategorised > 0)
      part.note = fmt::format("{} without a stage or a tag: nobody has sorted them yet.",
                              counted_of(feedback.uncategorised, "piece is", "pieces are"));
    parts.push_back(std::move(part));
  }
  if (!feedback.contradictions.empty()) parts.push_back(contradictions_part(map, feedback));
  if (!feedback.offers.empty()) {
    MonitorPart part{"How people took what is new", {}, {}, {}, {}};
    for (const OfferSignal& offer : feedback.offers) part.bullets.push_back(offer_words(offer));
    parts.push_back(std::move(part));
  }
  return parts;
}

Listing feedback_rows(const FeedbackReport& feedback) {
  Listing listing;
  for (const std::string_view key : {"by", "key", "name", "records", "comments", "dissatisfied", "nps", "nps_low",
                                     "nps_high", "nps_n", "csat", "csat_low", "csat_high", "csat_n"}) {
    listing.columns.push_back({.key = key, .heading = key});
  }
  const auto count = [](std::size_t number) { return number_cell(static_cast<double>(number), 0); };
  const auto add = [&](std::string_view by, const FeedbackRow& row) {
    std::vector<Cell> cells{text_cell(by),      text_cell(row.key),  text_cell(row.name),
                            count(row.records), count(row.comments), count(row.dissatisfied)};
    const auto score = [&](const auto& kind, auto value) {
      if (!kind) {
        cells.insert(cells.end(), 4, missing_cell());
        return;
      }
      for (const double number : {value(*kind), kind->interval.low, kind->interval.high})
        cells.push_back(number_cell(number, 2));
      cells.push_back(count(kind->n));
    };
    score(row.nps, [](const NpsScore& nps) { return nps.score; });
    score(row.csat, [](const CsatScore& csat) { return csat.share; });
    listing.rows.push_back(std::move(cells));
  };
  if (feedback.all.records > 0) add("all", feedback.all);
  for (const FeedbackRow& row : feedback.stages) add("stage", row);
  for (const FeedbackRow& row : feedback.customers) add("customer", row);
  for (const FeedbackRow& row : feedback.tags) add("tag", row);
  for (const FeedbackRow& row : feedback.needs) add("need", row);
  for (const FeedbackRow& row : feedback.themes) add("theme", row);
  return listing;
}

}  // namespace outmap
