#include "tests/support/chart_maps.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "render/layout/check.hpp"
#include "render/layout/shapes.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

namespace outmap::test {
namespace {

/// Draws numbers and days.
class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t most) { return random_() % most; }
  double upto(int most) { return static_cast<double>(below(static_cast<std::size_t>(most) + 1)); }
  std::optional<double> maybe(int most) {
    if (below(10) == 0) return std::nullopt;
    return upto(most);
  }
  Date some_day() {
    using namespace std::chrono;
    return {year{2024 + static_cast<int>(below(3))} / month{static_cast<unsigned>(1 + below(12))} /
            std::chrono::day{static_cast<unsigned>(1 + below(28))}};
  }

 private:
  std::mt19937 random_;
};

std::string numbered(const char* kind, std::size_t at) { return kind + std::to_string(at); }

void add_outcome(MapContent& content, std::size_t at, const std::string& name, Dice& dice) {
  Outcome outcome = test::outcome(numbered("o", at), {"c"});
  outcome.name = name + std::to_string(at);
  outcome.importance = dice.maybe(10);
  outcome.current = dice.maybe(6);
  outcome.target = dice.maybe(10);
  if (dice.below(4) == 0) outcome.direction = Direction::less;
  content.outcomes.push_back(outcome);
  for (std::size_t count = dice.below(7); count > 0; --count) {
    Reading reading;
    reading.of = outcome.id;
    reading.date = dice.some_day();
    reading.value = dice.upto(100) / 10;
    content.readings.push_back(reading);
  }
}

void add_initiative(MapContent& content, std::size_t at, const std::string& name, Dice& dice) {
  Initiative initiative;
  initiative.id = numbered("i", at);
  initiative.name = name + std::to_string(at);
  if (dice.below(8) != 0) initiative.cost = 1000 * (1 + dice.upto(90));
  initiative.status = dice.below(3) == 0 ? InitiativeStatus::running : InitiativeStatus::idea;
  initiative.closes.push_back({numbered("o", dice.below(content.outcomes.size())), 0.1 + dice.upto(8) / 10});
  if (at > 0 && dice.below(5) == 0) initiative.prerequisites.push_back(numbered("i", at - 1));
  content.initiatives.push_back(initiative);
  JournalEntry entry;
  entry.kind = JournalKind::strategy;
  entry.of = initiative.id;
  entry.date = dice.some_day();
  entry.text = "Something happened with " + initiative.name + " that took longer than anybody had thought";
  content.journals.push_back(entry);
}

void add_partner(MapContent& content, std::size_t at, const std::string& name, Dice& dice) {
  Partner partner;
  partner.id = numbered("p", at);
  partner.name = name + std::to_string(at);
  partner.outcome_challenge = "They do " + name + " without being asked, and tell us what they learned on the way";
  std::size_t count = 0;
  for (auto* rung : {&partner.progress_markers.expect, &partner.progress_markers.like, &partner.progress_markers.love})
    for (std::size_t markers = dice.below(at % 7 == 3 ? 9 : 3); markers > 0; --markers) {
      ProgressMarker marker;
      marker.id = partner.id + "-m" + std::to_string(count++);
      marker.name = name + std::to_string(count);
      marker.statement = "Do " + marker.name;
      rung->push_back(marker);
      for (std::size_t readings = dice.below(4); readings > 0; --readings) {
        Reading reading;
        reading.of = marker.id;
        reading.date = dice.some_day();
        reading.value = static_cast<MarkerLevel>(dice.below(3));
        content.readings.push_back(reading);
      }
    }
  content.partners.push_back(partner);
}

template <class Made>
Made priced(const char* kind, std::size_t at, const std::string& name, const MapContent& content, Dice& dice) {
  Made made;
  made.id = numbered(kind, at);
  made.name = name + std::to_string(at);
  made.price = dice.maybe(40);
  for (const Outcome& outcome : content.outcomes)
    if (made.levels.size() < 6 && dice.below(3) != 0) made.levels.push_back({outcome.id, dice.upto(10)});
  return made;
}

void collect(const std::vector<Shape>& shapes, std::vector<const Group*>& groups) {
  for (const Shape& shape : shapes)
    if (const auto* group = std::get_if<Group>(&shape)) {
      groups.push_back(group);
      collect(group->shapes, groups);
    }
}

void check_scene(const Scene& scene) {
  CHECK(find_layout_faults(scene) == std::vector<std::string>{});
  std::vector<const Group*> groups;
  collect(scene.shapes, groups);
  for (const Group* group : groups) {
    if (group->data_id.empty()) continue;
    CHECK_FALSE(group->kind.empty());
    CHECK_FALSE(group->title.empty());
  }
  const Box page{0, 0, scene.width_px, scene.height_px};
  CHECK(contains(page, bounds(scene.shapes), 0.5));
}

}  // namespace

MapContent chart_content(std::size_t size, const std::string& name, unsigned seed) {
  Dice dice(seed);
  MapContent content;
  content.title = "Random";
  content.currency = "EUR";
  content.customers = {test::customer("c", 100)};
  for (std::size_t at = 0; at < size; ++at) add_outcome(content, at, name, dice);
  for (std::size_t at = 0; at < std::min<std::size_t>(size, 24); ++at) add_initiative(content, at, name, dice);
  for (std::size_t at = 0; at < size; ++at) add_partner(content, at, name, dice);
  for (std::size_t at = 0; at < size; ++at) {
    content.offerings.push_back(priced<Offering>("f", at, name, content, dice));
    if (dice.below(8) != 0)
      content.offerings.back().perceived_value =
          PerceivedValue{dice.upto(10), dice.upto(10), dice.upto(10), dice.maybe(10)};
    if (at % 2 == 0) content.competitors.push_back(priced<Competitor>("r", at, name, content, dice));
  }
  return content;
}

void check_chart(const char* diagram, const MapContent& content, bool everything) {
  check_chart(diagram, make_map(content), {}, everything);
}

void check_chart(const char* diagram, const Map& map, DiagramOptions options, bool everything) {
  static const Fonts fonts;
  const DiagramKind& kind = *find_diagram(diagram);
  for (const Theme* theme : all_themes())
    for (const Page page : {Page::slide, Page::a4_landscape, Page::a4_portrait}) {
      CAPTURE(diagram, theme->name, static_cast<int>(page));
      options.page = page;
      options.everything = false;
      check_scene(kind.draw(map, options, {*theme, fonts}));
      if (!everything || theme != all_themes().front()) continue;
      options.everything = true;
      check_scene(kind.draw(map, options, {*theme, fonts}));
    }
}

}  // namespace outmap::test
