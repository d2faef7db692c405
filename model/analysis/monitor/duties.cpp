#include "model/analysis/monitor/duties.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_set>

#include "model/text/numbers.hpp"

namespace outmap {
namespace {

constexpr int soon_days = 30;
constexpr std::size_t shortest_name = 4;  // of names looked for within words; shorter ones stand there by accident

struct Interval {
  std::string_view word;
  int days = 0;
  int months = 0;
};

constexpr std::array<Interval, 17> intervals{{{"day", 1, 0},
                                              {"daily", 1, 0},
                                              {"week", 7, 0},
                                              {"weekly", 7, 0},
                                              {"fortnight", 14, 0},
                                              {"fortnightly", 14, 0},
                                              {"month", 0, 1},
                                              {"monthly", 0, 1},
                                              {"quarter", 0, 3},
                                              {"quarterly", 0, 3},
                                              {"half-year", 0, 6},
                                              {"half-yearly", 0, 6},
                                              {"half year", 0, 6},
                                              {"year", 0, 12},
                                              {"yearly", 0, 12},
                                              {"annual", 0, 12},
                                              {"annually", 0, 12}}};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

std::string_view without_prefix(std::string_view text, std::string_view prefix) {
  return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
}

Date plus_months(Date date, int months) {
  const auto moved = date.day + std::chrono::months(months);
  if (moved.ok()) return {moved};
  return {std::chrono::year_month_day(moved.year() / moved.month() / std::chrono::last)};
}

using IdSet = std::unordered_set<std::string_view>;

bool any_in(const Ids& ids, const IdSet& set) {
  return std::ranges::any_of(ids, [&](const Id& id) { return set.contains(id); });
}

/// The elements, and of partners their markers.
IdSet with_markers(const Map& map, const Ids& ids) {
  IdSet set(ids.begin(), ids.end());
  for (const Id& id : ids) {
    const Partner* partner = map.get<Partner>(id);
    if (partner == nullptr) continue;
    const ProgressMarkers& markers = partner->progress_markers;
    for (const auto* rung : {&markers.expect, &markers.like, &markers.love}) {
      for (const ProgressMarker& marker : *rung) set.insert(marker.id);
    }
  }
  return set;
}

std::optional<Date> last_watched(const Map& map, const Ids& ids, std::optional<Date> day) {
  const IdSet about = with_markers(map, ids);
  std::optional<Date> last;
  const auto take = [&](bool is_about, std::optional<Date> date) {
    if (is_about && date && (!day || *date <= *day) && (!last || *last < *date)) last = date;
  };
  for (const Reading& row : map->readings) take(about.contains(row.of), row.date);
  for (const JournalEntry& row : map->journals) take(about.contains(row.of), row.date);
  for (const Harvest& row : map->harvest) take(about.contains(row.who) || about.contains(row.marker), row.date);
  for (const Rating& row : map->ratings) take(about.contains(row.outcome), row.date);
  for (const Feedback& row : map->feedback) take(about.contains(row.stage) || about.contains(row.customer), row.date);
  for (const Evidence& row : map->evidence)
    take(any_in(row.supports, about) || any_in(row.contradicts, about), row.date);
  return last;
}

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0; }

/// Whether `phrase` stands in `text` as words of its own.
bool stands_in(std::string_view text, std::string_view phrase) {
  for (std::size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) return true;
  }
  return false;
}

std::string with_spaces(std::string id) {
  std::ranges::replace(id, '-', ' ');
  return id;
}

/// The element whose id or name the words are; else the one with the longest name among them; else the only one whose
/// name they are a part of.
Ids meant_by(const Map& map, const std::string& what) {
  const std::string words = lower(what);
  Ids within, around;
  std::size_t longest = 0;
  for (const ElementRef ref : map.by_id()) {
    const Element& element = map.at(ref);
    const std::string name = lower(element.name);
    if (words == name || words == lower(element.id) || words == with_spaces(lower(element.id))) return {element.id};
    if (name.size() >= shortest_name && name.size() > longest && stands_in(words, name)) {
      within = {element.id};
      longest = name.size();
    }
    if (words.size() >= shortest_name && stands_in(name, words)) around.push_back(element.id);
  }
  if (!within.empty()) return within;
  return around.size() == 1 ? around : Ids{};
}

DueState state_of(std::optional<int> days_late) {
  if (!days_late) return DueState::unknown;
  if (*days_late > 0) return DueState::overdue;
  return *days_late >= -soon_days ? DueState::due : DueState::later;
}

std::optional<int> late(std::optional<Date> due, std::optional<Date> day) {
  return due && day ? std::optional(days_between(*due, *day)) : std::nullopt;
}

}  // namespace

std::optional<Date> after_interval(Date from, std::string_view every) {
  const std::string words = lower(every);
  std::string_view rest = without_prefix(words, "every ");
  double times = 1;
  if (const std::size_t space = rest.find(' '); space != std::string_view::npos) {
    const auto number = parse_number(rest.substr(0, space));
    if (number && *number >= 1 && *number <= 1000 && *number == static_cast<int>(*number)) {
      times = *number;
      rest.remove_prefix(space + 1);
    }
  }
  if (rest.ends_with('s')) rest.remove_suffix(1);
  const auto found = std::ranges::find(intervals, rest, &Interval::word);
  if (found == intervals.end()) return std::nullopt;
  const int count = static_cast<int>(times);
  if (found->months > 0) return plus_months(from, count * found->months);
  return Date{std::chrono::year_month_day(std::chrono::sys_days(from.day) + std::chrono::days(count * found->days))};
}

std::vector<WatchDuty> watch_duties(const Map& map, std::optional<Date> day) {
  std::vector<WatchDuty> all;
  for (const MonitoringPriority& priority : map->monitoring) {
    WatchDuty duty;
    duty.what = priority.what;
    duty.priority = priority.priority;
    duty.who = priority.who;
    duty.every = priority.every;
    duty.of = meant_by(map, priority.what);
    if (!duty.of.empty()) duty.last = last_watched(map, duty.of, day);
    if (duty.last) duty.due = after_interval(*duty.last, duty.every);
    duty.days_late = late(duty.due, day);
    duty.state = state_of(duty.days_late);
    if (!duty.of.empty() && !duty.last) duty.state = DueState::overdue;
    all.push_back(std::move(duty));
  }
  return all;
}

std::vector<EvaluationDuty> evaluation_duties(const Map& map, std::optional<Date> day) {
  std::vector<EvaluationDuty> all;
  for (const EvaluationQuestion& question : map->evaluation) {
    EvaluationDuty duty{question.question, question.use, question.sources, question.date, {}, {}};
    duty.days_late = late(duty.due, day);
    duty.state = state_of(duty.days_late);
    all.push_back(std::move(duty));
  }
  return all;
}

std::vector<PracticeState> practice_states(const Map& map, std::optional<Date> day) {
  std::vector<PracticeState> all;
  for (const Practice& practice : map->practices) {
    PracticeState state{practice.id, practice.name, practice.statement, std::nullopt, 0};
    for (const JournalEntry& entry : map->journals) {
      if (entry.of != practice.id || (day && *day < entry.date)) continue;
      ++state.entries;
      if (!state.newest || state.newest->date <= entry.date) state.newest = entry;
    }
    all.push_back(std::move(state));
  }
  return all;
}

}  // namespace outmap
