#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/text/numbers.hpp"
#include "render/diagrams/chart_words.hpp"
#include "render/diagrams/value_map_diagram.hpp"

namespace outmap {
namespace {

/// Prices that are computed, in whole money: cents say nothing where the difference is ten and more.
struct ComputedMoney {
  bool whole;
  const std::string& currency;
  std::string operator()(double amount) const { return money_text(whole ? std::round(amount) : amount, currency); }
};

/// Whether every price that differs from the fair one does so by ten and more.
bool in_whole_money(const ValueMap& values) {
  return std::ranges::all_of(values.points, [](const ValuePoint& point) {
    const double under = std::abs(point.fair_price - point.price);
    return under < 0.005 || under >= 10;
  });
}

ValueMark mark_of(const Map& map, const ValuePoint& point, bool whole) {
  ValueMark mark;
  mark.id = point.id;
  mark.name = map.name_of(point.id);
  mark.ours = point.ours;
  mark.quality = point.relative_quality;
  mark.price = point.relative_price;
  mark.advantage = point.advantage;
  mark.price_words = money_text(point.price, map->currency);
  const double under = point.fair_price - point.price;
  const ComputedMoney money{whole, map->currency};
  const std::string amount = money(std::abs(under));
  mark.fair_words = point.fair_price < 0 ? "worth no price" : "fair " + money(point.fair_price);
  mark.advantage_words = std::abs(point.advantage) < 0.005 ? "fair" : amount + (under > 0 ? " under" : " over");
  mark.title = fmt::format("{} ({}): quality {:.2f} and price {:.2f} of the mean; {}, {}, {}", mark.name,
                           point.ours ? "ours" : "an alternative", point.relative_quality, point.relative_price,
                           mark.price_words, mark.fair_words, mark.advantage_words);
  return mark;
}

/// "None of our offerings gives", "1 of our 4 offerings gives", "3 of our 4 offerings give".
std::string how_many_give(std::ptrdiff_t good, std::ptrdiff_t ours) {
  if (good == 0) return "None of our offerings gives";
  if (ours == 1) return "Our offering gives";
  return fmt::format("{} of our {} offerings {}", good, ours, good == 1 ? "gives" : "give");
}

void find(ValueMapDiagram& diagram) {
  auto& finding = diagram.words.finding;
  const auto ours = std::ranges::count_if(diagram.marks, [](const ValueMark& mark) { return mark.ours; });
  const auto good =
      std::ranges::count_if(diagram.marks, [](const ValueMark& mark) { return mark.ours && mark.advantage >= 0.005; });
  const ValueMark& best = diagram.marks.front();
  diagram.words.bar = ours == 0 ? Tone::accent : 2 * good >= ours ? Tone::gain : Tone::gap;
  if (ours == 0)
    finding.push_back({"None of our own offerings can be compared", Tone::accent});
  else
    finding.push_back({how_many_give(good, ours) + " more than the price asks", diagram.words.bar});
  const std::string where = best.advantage < 0.005 ? "at" : best.advantage_words;
  finding.push_back({fmt::format("; best value: {}, {} its fair price", best.name, where), Tone::plain});
  const auto first_ours = std::ranges::find_if(diagram.marks, [](const ValueMark& mark) { return mark.ours; });
  const auto before = first_ours - diagram.marks.begin();
  if (ours > 0 && before > 1)
    finding.push_back({fmt::format("; {} alternatives beat all of ours", before), Tone::plain});
}

std::string aspects_of(const Map& map, const ValueMap& values) {
  Ids outcomes;
  for (const QualityAspect& aspect : values.aspects) outcomes.push_back(aspect.outcome);
  return first_names(map, outcomes);
}

std::string note_of(const Map& map, const ValueMap& values) {
  std::string note = "Quality is made of " + aspects_of(map, values);
  if (!values.off.empty())
    note += fmt::format(" · not comparable: {}{}", map.name_of(values.off.front().id),
                        values.off.size() > 1 ? fmt::format(" and {} more", values.off.size() - 1) : "");
  return note;
}

}  // namespace

ValueMapDiagram build_value_map(const Map& map, const DiagramOptions& options) {
  ValueMapOptions value_options;
  value_options.as_of = options.as_of;
  const ValueMap values = find_value_map(map, value_options);
  ValueMapDiagram diagram;
  diagram.slope = values.slope;
  const bool whole = in_whole_money(values);
  for (const ValuePoint& point : values.points) diagram.marks.push_back(mark_of(map, point, whole));
  ChartWords& words = diagram.words;
  words.title = map->title + ": who gives more for the price";
  words.question = "How do our offerings and the alternatives compare in quality and price, as customers weigh them?";
  words.source = map->title + " · value map";
  if (const auto day = as_of(map, options.as_of)) words.source += " · " + to_words(*day);
  diagram.nothing = {
      "Nothing to compare yet",
      "Give our offerings and the alternatives a price, and the level that each reaches on the same outcomes; and "
      "say how much each of these outcomes matters to customers."};
  if (diagram.marks.empty()) return diagram;
  words.source += " · 1 = mean of all";
  words.note = note_of(map, values);
  find(diagram);
  return diagram;
}

}  // namespace outmap
