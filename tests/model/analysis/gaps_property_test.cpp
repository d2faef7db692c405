// Gap analysis against a plain re-telling of its rules on random maps, and what
// must hold on every map.
#include <rapidcheck.h>
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <set>

#include "model/analysis/gaps.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

using Number = std::optional<double>;

/// Below `below`, as likely in small cases as in large ones.
int pick(int below) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, below)); }
bool chance(int percent) { return pick(100) < percent; }
Number maybe(int percent, double low, double high) {
  if (!chance(percent)) return std::nullopt;
  return std::clamp(low + (high - low) * pick(20) / 19, low,
                    high);  // numbers that binary cannot hold exactly
}
Date some_day() { return Date{std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(20000 + pick(5))))}; }

Outcome random_outcome(int number, const Ids& holders) {
  Outcome outcome = test::outcome("o" + std::to_string(number));
  if (chance(30)) outcome.scale = Scale{-5, 45};
  const Scale scale = outcome.scale.value_or(Scale{});
  outcome.direction = chance(40) ? Direction::less : Direction::more;
  outcome.importance = maybe(60, 0, 10);
  outcome.current = maybe(60, scale.min, scale.max);
  outcome.target = maybe(60, scale.min, scale.max);
  outcome.satisfaction = maybe(30, 0, 10);
  if (chance(15)) {
    outcome.holders.organisation = true;
    return outcome;
  }
  for (const Id& id : holders) {
    if (!chance(40)) continue;
    outcome.holders.list.push_back(
        {id, maybe(30, 0, 10), maybe(40, scale.min, scale.max), maybe(30, scale.min, scale.max), maybe(20, 0, 10)});
  }
  return outcome;
}

void add_people(MapContent& content) {
  const bool has_money = chance(60);
  for (int i = 0; i < pick(4); ++i) {
    content.customers.push_back(customer("c" + std::to_string(i), 0.7 * (1 + pick(50))));
    if (has_money) content.customers.back().firm_value = maybe(70, -20, 80);
  }
  for (int i = 0; i < pick(3); ++i) {
    Partner partner;
    partner.id = partner.name = "p" + std::to_string(i);
    content.partners.push_back(partner);
  }
  for (const Customer& customer : content.customers) {
    for (const Partner& partner : content.partners) {
      if (!chance(40)) continue;
      Relation tie;
      tie.type = "common-goal";
      tie.from = customer.id;
      tie.to = partner.id;
      if (chance(50)) std::swap(tie.from, tie.to);
      content.relations.push_back(tie);
    }
  }
}

void add_measures(MapContent& content) {
  if (content.outcomes.empty()) return;
  const auto some_outcome = [&]() -> const Outcome& {
    return content.outcomes[pick(static_cast<int>(content.outcomes.size()))];
  };
  for (int i = 0; i < pick(6); ++i) {
    Reading reading;
    const Outcome& outcome = some_outcome();
    reading.of = outcome.id;
    reading.date = some_day();
    reading.value = *maybe(100, outcome.scale.value_or(Scale{}).min, outcome.scale.value_or(Scale{}).max);
    content.readings.push_back(reading);
  }
  for (int i = 0; i < pick(12); ++i) {
    Rating rating;
    rating.respondent = chance(80) ? "r" + std::to_string(pick(3)) : "";
    rating.outcome = some_outcome().id;
    rating.importance = maybe(70, 1, 5);
    rating.satisfaction = maybe(70, 1, 5);
    if (!content.customers.empty() && chance(50)) {
      rating.customer = content.customers[pick(static_cast<int>(content.customers.size()))].id;
    }
    if (chance(50)) rating.date = some_day();
    content.ratings.push_back(rating);
  }
  for (int i = 0; i < pick(3); ++i) {
    Competitor competitor;
    competitor.id = competitor.name = "k" + std::to_string(i);
    for (const Outcome& outcome : content.outcomes) {
      if (chance(50)) competitor.levels.push_back({outcome.id, static_cast<double>(pick(10))});
    }
    content.competitors.push_back(competitor);
  }
}

MapContent random_content() {
  MapContent content;
  add_people(content);
  Ids holders;
  for (const Customer& customer : content.customers) holders.push_back(customer.id);
  for (const Partner& partner : content.partners) holders.push_back(partner.id);
  const int outcomes = pick(5);
  for (int i = 0; i < outcomes; ++i) content.outcomes.push_back(random_outcome(i, holders));
  add_measures(content);
  return content;
}

// --- the rules again, told one number at a time, as slowly as they read
// -------------------------------

std::set<Id> customers_of(const MapContent& content, const Id& holder) {
  std::set<Id> found;
  for (const Customer& customer : content.customers) {
    if (customer.id == holder) found.insert(customer.id);
    for (const Relation& relation : content.relations) {
      const bool tied = (relation.from == customer.id && relation.to == holder) ||
                        (relation.to == customer.id && relation.from == holder);
      const bool is_partner = std::ranges::any_of(content.partners, [&](const Partner& p) { return p.id == holder; });
      if (tied && is_partner) found.insert(customer.id);
    }
  }
  return found;
}

std::pair<double, double> size_and_money(const MapContent& content, const std::set<Id>& ids) {
  double size = 0, money = 0;
  for (const Customer& customer : content.customers) {
    if (!ids.contains(customer.id)) continue;
    size += customer.size;
    money += std::max(0.0, customer.firm_value.value_or(0) * customer.size);
  }
  return {size, money};
}

Number naive_rating(const MapContent& content, const Id& outcome, const std::optional<Id>& customer, Date as_of_day,
                    Number Rating::*question) {
  std::map<std::pair<Id, std::string>, std::pair<std::optional<Date>, double>> newest;
  int nameless = 0;
  for (const Rating& rating : content.ratings) {
    if (rating.outcome != outcome || !(rating.*question) || (rating.date && *rating.date > as_of_day)) continue;
    if (customer && rating.customer != *customer) continue;
    const std::string who =
        rating.respondent.empty() ? "nameless " + std::to_string(++nameless) : rating.respondent.str();
    const auto [entry, is_new] = newest.try_emplace({rating.customer.str(), who}, rating.date, *(rating.*question));
    if (!is_new && !(rating.date < entry->second.first)) entry->second = {rating.date, *(rating.*question)};
  }
  if (newest.empty()) return std::nullopt;
  const auto top = std::ranges::count_if(newest, [](const auto& entry) { return entry.second.second >= 4; });
  return 10.0 * static_cast<double>(top) / static_cast<double>(newest.size());
}

struct Naive {
  Number importance, satisfaction, current, target, normalised_gap;
};

double from_level(const Outcome& outcome, double current) {
  const Scale scale = outcome.scale.value_or(Scale{});
  const double share = (current - scale.min) / (scale.max - scale.min);
  return 10 * std::clamp(outcome.direction == Direction::more ? share : 1 - share, 0.0, 1.0);
}

void finish(Naive& level, const Outcome& outcome) {
  if (!level.satisfaction && level.current) level.satisfaction = from_level(outcome, *level.current);
  if (!level.current || !level.target) return;
  const double missing = (*level.target - *level.current) * (outcome.direction == Direction::more ? 1 : -1);
  level.normalised_gap = std::max(0.0, missing) / outcome.scale.value_or(Scale{}).width();
}

Number first(std::initializer_list<Number> numbers) {
  for (const Number& number : numbers) {
    if (number) return number;
  }
  return std::nullopt;
}

Number naive_reading(const MapContent& content, const Id& outcome, Date as_of_day) {
  Number value;
  std::optional<Date> when;
  for (const Reading& reading : content.readings) {
    if (reading.of != outcome || reading.date > as_of_day || (when && reading.date < *when)) continue;
    when = reading.date;
    value = std::get<double>(reading.value);
  }
  return value;
}

Naive naive_holder(const MapContent& content, const Outcome& outcome, const Holder& holder, Date as_of_day) {
  const auto rated = [&](const std::optional<Id>& who, Number Rating::*question) {
    return naive_rating(content, outcome.id, who, as_of_day, question);
  };
  Naive level;
  level.importance = first({rated(holder.id, &Rating::importance), holder.importance,
                            rated(std::nullopt, &Rating::importance), outcome.importance});
  level.satisfaction = first({rated(holder.id, &Rating::satisfaction), holder.satisfaction,
                              rated(std::nullopt, &Rating::satisfaction), outcome.satisfaction});
  level.current = first({holder.current, naive_reading(content, outcome.id, as_of_day), outcome.current});
  level.target = first({holder.target, outcome.target});
  finish(level, outcome);
  return level;
}

Number naive_mean(const MapContent& content, const Outcome& outcome, Date as_of_day, Number Naive::*number) {
  double weighted = 0, weights = 0, plain = 0;
  int count = 0;
  for (const Holder& holder : outcome.holders.list) {
    const Number value = naive_holder(content, outcome, holder, as_of_day).*number;
    if (!value) continue;
    const double weight = size_and_money(content, customers_of(content, holder.id)).first;
    weighted += *value * weight;
    weights += weight;
    plain += *value;
    ++count;
  }
  if (count == 0) return std::nullopt;
  return weights > 0 ? weighted / weights : plain / count;
}

Naive naive_whole(const MapContent& content, const Outcome& outcome, Date as_of_day) {
  const auto mean = [&](Number Naive::*number) { return naive_mean(content, outcome, as_of_day, number); };
  Naive level;
  level.importance = first({naive_rating(content, outcome.id, {}, as_of_day, &Rating::importance), outcome.importance,
                            mean(&Naive::importance)});
  level.satisfaction =
      first({naive_rating(content, outcome.id, {}, as_of_day, &Rating::satisfaction), outcome.satisfaction});
  const bool states =
      std::ranges::any_of(outcome.holders.list, [](const Holder& h) { return h.satisfaction.has_value(); });
  if (!level.satisfaction && states) level.satisfaction = mean(&Naive::satisfaction);
  level.current = first({naive_reading(content, outcome.id, as_of_day), outcome.current, mean(&Naive::current)});
  level.target = first({outcome.target, mean(&Naive::target)});
  finish(level, outcome);
  return level;
}

Number naive_priority(const MapContent& content, const Outcome& outcome, Date as_of_day) {
  const Naive level = naive_whole(content, outcome, as_of_day);
  Number gap = level.normalised_gap;
  const bool own = std::ranges::any_of(outcome.holders.list, [](const Holder& h) { return h.current || h.target; });
  if (const Number holders = naive_mean(content, outcome, as_of_day, &Naive::normalised_gap); own && holders)
    gap = holders;
  std::set<Id> all, reached;
  for (const Customer& customer : content.customers) all.insert(customer.id);
  for (const Holder& holder : outcome.holders.list) reached.merge(customers_of(content, holder.id));
  const auto [size, money] = size_and_money(content, reached);
  const auto [all_size, all_money] = size_and_money(content, all);
  Number reach, share;
  if (!outcome.holders.list.empty() && all_size > 0) reach = size / all_size;
  if (!outcome.holders.list.empty() && all_money > 0) share = money / all_money;
  if (outcome.holders.organisation) reach = share = 1;
  if (!level.importance || !gap || !reach) return std::nullopt;
  const double impact = all_money > 0 ? (*reach + *share) / 2 : *reach;
  return 100 * *level.importance / 10 * *gap * impact;
}

bool near(const Number& a, const Number& b) { return a ? b && std::abs(*a - *b) < 1e-9 : !b; }

const Outcome& outcome_of(const Map& map, const Id& id) {
  return *std::ranges::find(map->outcomes, id, [](const Outcome& outcome) -> const Id& { return outcome.id; });
}

bool same(const GapRow& a, const GapRow& b) {
  return a.id == b.id && a.holder == b.holder && near(a.level.importance, b.level.importance) &&
         near(a.level.satisfaction, b.level.satisfaction) && near(a.level.current, b.level.current) &&
         near(a.opportunity, b.opportunity) && near(a.priority, b.priority) && a.band == b.band &&
         a.quadrant == b.quadrant && near(a.versus_best, b.versus_best);
}

bool same(const GapReport& a, const GapReport& b) {
  return std::ranges::equal(a.rows, b.rows, [](const GapRow& x, const GapRow& y) { return same(x, y); });
}

}  // namespace

TEST_CASE("gaps agree with the rules told slowly", "[gaps][property]") {
  const bool holds = rc::check([] {
    const MapContent content = random_content();
    const Date as_of_day = some_day();
    const Map map = make_map(content);
    const GapReport report = find_gaps(map, {.as_of = as_of_day, .by = GapBy::holder});
    std::size_t wanted = 0;
    for (const Outcome& outcome : content.outcomes) wanted += 1 + outcome.holders.list.size();
    RC_ASSERT(report.rows.size() == wanted);
    for (const GapRow& row : report.rows) {
      const Outcome& outcome = outcome_of(map, row.id);
      const auto holder =
          std::ranges::find_if(outcome.holders.list, [&](const Holder& h) { return h.id == row.holder; });
      const Naive naive =
          row.holder ? naive_holder(content, outcome, *holder, as_of_day) : naive_whole(content, outcome, as_of_day);
      RC_ASSERT(near(row.level.importance, naive.importance));
      RC_ASSERT(near(row.level.satisfaction, naive.satisfaction));
      RC_ASSERT(near(row.level.current, naive.current));
      RC_ASSERT(near(row.level.target, naive.target));
      RC_ASSERT(near(row.level.normalised_gap, naive.normalised_gap));
      if (!row.holder) RC_ASSERT(near(row.priority, naive_priority(content, outcome, as_of_day)));
      const OutcomeLevel alone = level_of(map, outcome, row.holder ? &*holder : nullptr, as_of_day);
      RC_ASSERT(alone == row.level);
    }
  });
  CHECK(holds);
}

TEST_CASE("scores stay in their ranges", "[gaps][property]") {
  const bool holds = rc::check([] {
    const GapReport report = find_gaps(make_map(random_content()), {.by = GapBy::holder});
    for (const GapRow& row : report.rows) {
      RC_ASSERT(!row.priority || (*row.priority >= 0 && *row.priority <= 100));
      RC_ASSERT(!row.opportunity || (*row.opportunity >= 0 && *row.opportunity <= 20));
      RC_ASSERT(!row.factors.impact || (*row.factors.impact >= 0 && *row.factors.impact <= 1 + 1e-12));
      RC_ASSERT(!row.level.gap || *row.level.gap == 0 || *row.level.surplus == 0);
      RC_ASSERT(row.opportunity.has_value() == row.band.has_value());
      RC_ASSERT(row.level.gap.has_value() == (row.level.current && row.level.target));
    }
  });
  CHECK(holds);
}

TEST_CASE("the order of the file changes nothing", "[gaps][property]") {
  const bool holds = rc::check([] {
    const MapContent content = random_content();
    MapContent turned = content;
    std::ranges::reverse(turned.outcomes);
    std::ranges::reverse(turned.customers);
    std::ranges::reverse(turned.partners);
    std::ranges::reverse(turned.relations);
    std::ranges::reverse(turned.competitors);
    for (Outcome& outcome : turned.outcomes) std::ranges::reverse(outcome.holders.list);
    const GapReport a = find_gaps(make_map(content), {.by = GapBy::holder});
    const GapReport b = find_gaps(make_map(turned), {.by = GapBy::holder});
    RC_ASSERT(a.rows == b.rows);  // to the last digit
  });
  CHECK(holds);
}

TEST_CASE("the unit in which heads are counted changes nothing", "[gaps][property]") {
  const bool holds = rc::check([] {
    const MapContent content = random_content();
    MapContent larger = content;
    for (Customer& customer : larger.customers) customer.size *= 7;
    RC_ASSERT(
        same(find_gaps(make_map(content), {.by = GapBy::holder}), find_gaps(make_map(larger), {.by = GapBy::holder})));
  });
  CHECK(holds);
}

TEST_CASE("mirroring every scale changes nothing but the numbers on it", "[gaps][property]") {
  const bool holds = rc::check([] {
    const MapContent content = random_content();
    MapContent mirrored = content;
    std::map<Id, Scale> scales;
    const auto turn = [](Number& value, const Scale& scale) {
      if (value) value = scale.min + scale.max - *value;
    };
    for (Outcome& outcome : mirrored.outcomes) {
      const Scale scale = scales[outcome.id] = outcome.scale.value_or(Scale{});
      outcome.direction = outcome.direction == Direction::more ? Direction::less : Direction::more;
      turn(outcome.current, scale);
      turn(outcome.target, scale);
      for (Holder& holder : outcome.holders.list) {
        turn(holder.current, scale);
        turn(holder.target, scale);
      }
    }
    for (Reading& reading : mirrored.readings) {
      const Scale scale = scales[reading.of];
      reading.value = scale.min + scale.max - std::get<double>(reading.value);
    }
    const GapReport a = find_gaps(make_map(content));
    const GapReport b = find_gaps(make_map(mirrored));
    for (const GapRow& row : a.rows) {
      const auto other = std::ranges::find(b.rows, row.id, [](const GapRow& r) -> const Id& { return r.id; });
      RC_ASSERT(near(row.level.satisfaction, other->level.satisfaction));
      RC_ASSERT(near(row.level.gap, other->level.gap));
      RC_ASSERT(near(row.level.surplus, other->level.surplus));
      RC_ASSERT(near(row.opportunity, other->opportunity));
      RC_ASSERT(near(row.priority, other->priority));
    }
  });
  CHECK(holds);
}

TEST_CASE("a higher target never lowers a priority", "[gaps][property]") {
  const bool holds = rc::check([] {
    MapContent content = random_content();
    for (Outcome& outcome : content.outcomes) {
      outcome.direction = Direction::more;
      for (Holder& holder : outcome.holders.list) holder.target.reset();
    }
    MapContent bolder = content;
    for (Outcome& outcome : bolder.outcomes) {
      if (outcome.target) outcome.target = outcome.scale.value_or(Scale{}).max;
    }
    const GapReport before = find_gaps(make_map(content));
    const GapReport after = find_gaps(make_map(bolder));
    for (const GapRow& row : before.rows) {
      const auto other = std::ranges::find(after.rows, row.id, [](const GapRow& r) -> const Id& { return r.id; });
      RC_ASSERT(row.priority.has_value() == other->priority.has_value());
      RC_ASSERT(!row.priority || *other->priority >= *row.priority - 1e-9);
    }
  });
  CHECK(holds);
}
