#include "cli/show/text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/display_text.hpp"
#include "cli/json_text.hpp"
#include "cli/listing.hpp"
#include "cli/messages.hpp"
#include "cli/show/partner.hpp"
#include "model/format/write.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;

/// A name in a column of `column` columns, and its text wrapped beside it.
std::string beside(std::string_view name, std::string_view text, std::size_t column, const Screen& screen) {
  std::string block;
  bool first = true;
  const std::string label = cut_to_width(printable(name), column - 2);
  for (const std::string& line : wrap_words(printable(text), text_width(screen) - column)) {
    block += first ? screen.paint(Ink::faint, padded_right(label, column)) : std::string(column, ' ');
    block += line + "\n";
    first = false;
  }
  return block;
}

/// "customers", or "customer" where there is one.
std::string noun(const Count& count) {
  if (count.count != 1) return std::string(count.what);
  for (const ElementKindName& kind : element_kinds) {
    if (kind.plural == count.what) return std::string(kind.singular);
  }
  return std::string(count.what.substr(0, count.what.size() - (count.what.ends_with('s') ? 1 : 0)));
}

std::string counts_in_words(const std::vector<Count>& counts) {
  std::string text;
  for (const Count& count : counts) {
    if (count.count == 0) continue;
    text += (text.empty() ? "" : ", ") + grouped(static_cast<double>(count.count)) + " " + noun(count);
  }
  return text;
}

std::string money_in_words(const MoneySum& sum, const std::string& currency, std::string_view of) {
  if (sum.given == 0) return {};
  std::string text = money_text(sum.total, currency);
  if (sum.given < sum.of)
    text += ", known for " + std::to_string(sum.given) + " of " + std::to_string(sum.of) + " " + std::string(of);
  return text;
}

std::string journey_lines(const Map& map, const JourneySummary& journey, const Screen& screen) {
  std::string customers;
  for (const Id& id : journey.customers) customers += (customers.empty() ? "" : ", ") + std::string(map.name_of(id));
  std::string text =
      "  " + screen.paint(Ink::strong, printable(journey.name)) + screen.paint(Ink::faint, " (" + journey.id + ")");
  if (journey.when == JourneyState::future) text += ", future";
  if (!customers.empty()) text += ": " + printable(customers);
  text += "\n";
  std::string walk;
  for (const StageSummary& stage : journey.stages) walk += (walk.empty() ? "" : " → ") + printable(stage.name);
  for (const std::string& line : wrap_words(walk, text_width(screen) - 4)) text += "    " + line + "\n";
  return text;
}

std::string dates_in_words(const MapSummary& summary) {
  std::string text = summary.as_of ? to_words(*summary.as_of) : "";
  if (summary.first && summary.last) {
    text += "; what was observed runs from " + to_words(*summary.first) + " to " + to_words(*summary.last);
  }
  return text;
}

std::string frame(const Map& map, const MapSummary& summary, const Screen& screen) {
  constexpr std::size_t column = 14;
  std::string text = screen.paint(Ink::strong, printable(summary.title)) + "\n";
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) text += beside(name, value, column, screen);
  };
  add("vision", map->vision);
  add("mission", map->mission);
  add("author", summary.author);
  add("as of", dates_in_words(summary));
  add("scale", number_text(summary.scale.min) + " to " + number_text(summary.scale.max));
  add("elements", counts_in_words(summary.elements));
  add("rows", counts_in_words(summary.rows));
  add("served", summary.heads > 0 ? grouped(summary.heads) + (summary.heads == 1 ? " head" : " heads") : "");
  add("firm value", money_in_words(summary.firm_value, summary.currency, "customers"));
  add("initiatives", money_in_words(summary.initiative_cost, summary.currency, "initiatives"));
  return text;
}

Listing ties_listing(const std::vector<ElementTie>& ties) {
  Listing listing{{{.key = "field", .heading = "by"},
                   {.key = "kind", .heading = "kind"},
                   {.key = "id", .heading = "id"},
                   {.key = "name", .heading = "name", .flexible = true}},
                  {}};
  for (const ElementTie& tie : ties) {
    listing.rows.push_back(
        {text_cell(tie.field), text_cell(singular(tie.kind)), text_cell(tie.id), text_cell(tie.name)});
  }
  return listing;
}

/// Fields of a partner that stand in tables of their own.
bool is_told_as_table(std::string_view field) {
  return field.starts_with("progress_markers.") || field.starts_with("strategy_map.");
}

/// Ties of a partner without its own markers, which stand in a table of their own.
std::vector<ElementTie> ties_to_tell(const ElementView& view, bool is_partner) {
  std::vector<ElementTie> ties = view.refers_to;
  if (is_partner) std::erase_if(ties, [](const ElementTie& tie) { return is_told_as_table(tie.field); });
  return ties;
}

std::string field_of(const TiedRow& row, std::string_view name) {
  const auto found = std::ranges::find(row.fields, name, &FieldText::name);
  return found == row.fields.end() ? "" : found->text;
}

/// "2026-04-15, outcome, midwives: Nine registered. With: shared-notes. Learned: Ask earlier"
std::string journal_words(const TiedRow& row) {
  const std::string of = field_of(row, "of");
  std::string text = field_of(row, "date") + ", " + field_of(row, "kind") + (of.empty() ? "" : ", " + of) + ": " +
                     field_of(row, "text");
  if (const std::string with = field_of(row, "contributors"); !with.empty()) text += ". With: " + with;
  if (const std::string lessons = field_of(row, "lessons"); !lessons.empty()) text += ". Learned: " + lessons;
  return text;
}

std::string reading_words(const TiedRow& row) {
  const std::string part = field_of(row, "part");
  return field_of(row, "date") + ": " + (part.empty() ? "" : part + " ") + field_of(row, "value");
}

std::string row_words(std::string_view list, const TiedRow& row) {
  if (list == "journals") return journal_words(row);
  if (list == "readings") return reading_words(row);
  std::string words;
  for (const FieldText& field : row.fields) words += (words.empty() ? "" : ", ") + field.name + " " + field.text;
  return words;
}

std::string tied_list_text(const TiedList& list, const Screen& screen) {
  std::string text = heading(std::string(list.list) + " that name it", screen);
  for (const TiedRow& row : list.rows) {
    bool first = true;
    for (const std::string& line : wrap_words(printable(row_words(list.list, row)), text_width(screen) - 4)) {
      text += (first ? "  " : "    ") + line + "\n";
      first = false;
    }
  }
  if (list.rows.size() < list.count)
    text += "  and " + grouped(static_cast<double>(list.count - list.rows.size())) + " more\n";
  return text;
}

Json json_of_ties(const std::vector<ElementTie>& ties) {
  Json all = Json::array();
  for (const ElementTie& tie : ties) {
    all.push_back({{"field", tie.field}, {"id", tie.id}, {"kind", singular(tie.kind)}, {"name", tie.name}});
  }
  return all;
}

Json json_of_rows(const std::vector<TiedList>& lists) {
  Json all = Json::array();
  for (const TiedList& list : lists) {
    Json rows = Json::array();
    for (const TiedRow& row : list.rows) {
      Json fields = Json::object();
      for (const FieldText& field : row.fields) fields[field.name] = field.text;
      rows.push_back({{"number", row.number}, {"fields", std::move(fields)}});
    }
    all.push_back({{"list", list.list}, {"count", list.count}, {"rows", std::move(rows)}});
  }
  return all;
}

}  // namespace

std::string summary_text(const Map& map, const MapSummary& summary, const Screen& screen) {
  std::string text = frame(map, summary, screen);
  if (!summary.journeys.empty()) text += heading("Journeys", screen);
  for (const JourneySummary& journey : summary.journeys) text += journey_lines(map, journey, screen);
  text += monitoring_plan_text(map, screen);
  if (!summary.missing.empty()) text += heading("What the map has nothing of", screen);
  for (const std::string& missing : summary.missing) text += bullet(printable(missing), screen);
  return text;
}

std::string element_text(const Map& map, const ElementView& view, std::optional<Date> as_of, const Screen& screen) {
  const Partner* partner = map.get<Partner>(view.id);
  std::size_t column = 8;
  for (const FieldText& field : view.fields)
    if (partner == nullptr || !is_told_as_table(field.name))
      column = std::max(column, std::min<std::size_t>(display_width(field.name) + 2, 26));
  std::string text = screen.paint(Ink::strong, printable(view.name)) +
                     screen.paint(Ink::faint, " (" + std::string(singular(view.ref.kind)) + " " + view.id + ")") + "\n";
  for (const FieldText& field : view.fields) {
    if (partner == nullptr || !is_told_as_table(field.name)) text += beside(field.name, field.text, column, screen);
  }
  if (partner != nullptr) text += outcome_mapping_text(map, *partner, as_of, screen);
  const std::vector<ElementTie> named = ties_to_tell(view, partner != nullptr);
  if (!named.empty()) text += heading("It names", screen) + listing_text(ties_listing(named), screen);
  if (!view.referred_by.empty())
    text += heading("It is named by", screen) + listing_text(ties_listing(view.referred_by), screen);
  for (const TiedList& list : view.rows) text += tied_list_text(list, screen);
  return text;
}

std::string summary_listing(const MapSummary& summary, const std::string& format, const Screen& screen) {
  Listing listing{{{.key = "what", .heading = "what"}, {.key = "count", .heading = "count", .align = Align::right}},
                  {}};
  for (const auto* counts : {&summary.elements, &summary.rows}) {
    for (const Count& count : *counts)
      listing.rows.push_back({text_cell(count.what), number_cell(static_cast<double>(count.count), 0)});
  }
  return listing_as(format, listing, screen);
}

std::string element_listing(const ElementView& view, const std::string& format, const Screen& screen) {
  Listing listing{{{.key = "tie", .heading = "tie"},
                   {.key = "field", .heading = "by"},
                   {.key = "kind", .heading = "kind"},
                   {.key = "id", .heading = "id"},
                   {.key = "name", .heading = "name"}},
                  {}};
  const auto add = [&](std::string_view way, const std::vector<ElementTie>& ties) {
    for (const ElementTie& tie : ties) {
      listing.rows.push_back({text_cell(way), text_cell(tie.field), text_cell(singular(tie.kind)), text_cell(tie.id),
                              text_cell(tie.name)});
    }
  };
  add("names", view.refers_to);
  add("named by", view.referred_by);
  return listing_as(format, listing, screen);
}

std::string element_json(const Map& map, const ElementView& view) {
  return json_text({{"id", view.id},
                    {"kind", singular(view.ref.kind)},
                    {"name", view.name},
                    {"path", view.path},
                    {"element", to_json(map, view.ref)},
                    {"refers_to", json_of_ties(view.refers_to)},
                    {"referred_by", json_of_ties(view.referred_by)},
                    {"rows", json_of_rows(view.rows)}});
}

}  // namespace outmap
