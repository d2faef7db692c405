// Every reference names an element that exists, of a kind that may stand there.
#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

#include "model/check/rules.hpp"
#include "model/format/scalar.hpp"
#include "model/format/types/types.hpp"
#include "model/format/visit.hpp"
#include "model/map/map.hpp"
#include "model/text/edit_distance.hpp"

namespace outmap {

namespace {

std::string kinds_in_words(ElementKinds kinds) {
  std::vector<std::string_view> names;
  for (const auto& kind : element_kinds) {
    if (kinds.contains(kind.kind)) names.push_back(kind.singular);
  }
  return fmt::format("{}", fmt::join(names, " or "));
}

/// The nearest id among the elements of these kinds; looked for only after a mistake. O(elements).
std::string nearest_id(const RuleContext& context, std::string_view id, ElementKinds kinds) {
  std::vector<std::string_view> ids;
  for (const ElementRef& ref : context.index.by_id()) {
    if (kinds.contains(ref.kind)) ids.push_back(element_at(context.content, ref).id);
  }
  const auto near = nearest(id, ids);
  if (near.empty()) return fmt::format("no {} is called like that; add it, or take it out here", kinds_in_words(kinds));
  return fmt::format("did you mean '{}'?", near);
}

bool is_named_well(const std::optional<ElementRef>& found, ElementKinds kinds) {
  return found && kinds.contains(found->kind);
}

/// Whether all ratings name elements that may stand there. Answers a million rows many at a time, and says no more.
bool ratings_refer_well(const RuleContext& context) {
  constexpr std::size_t at_a_time = 32;
  const ElementKinds outcomes = record_type<Rating>().find("outcome")->refers_to;
  const ElementKinds customers = record_type<Rating>().find("customer")->refers_to;
  const std::span<const Rating> ratings = context.content.ratings;
  std::vector<std::string_view> rated, named;
  for (std::size_t begin = 0; begin < ratings.size(); begin += at_a_time) {
    rated.clear();
    named.clear();
    for (const Rating& rating : ratings.subspan(begin, std::min(at_a_time, ratings.size() - begin))) {
      if (!rating.outcome.empty()) rated.push_back(rating.outcome);
      if (!rating.customer.empty()) named.push_back(rating.customer);
    }
    for (const auto& found : context.index.find_all(rated)) {
      if (!is_named_well(found, outcomes)) return false;
    }
    for (const auto& found : context.index.find_all(named)) {
      if (!is_named_well(found, customers)) return false;
    }
  }
  return true;
}

}  // namespace

void check_references(RuleContext& context) {
  constexpr int most_hints =
      200;  // looking for the nearest id takes time: a map with more mistakes has another problem
  int hints = 0;
  const auto check = [&](const Field& field, std::string_view id, const PathMaker& path) {
    const auto found = context.index.find(id);
    if (!found) {
      context.error("reference.unknown-id", path(), fmt::format("no element has the id '{}'", id),
                    ++hints <= most_hints ? nearest_id(context, id, field.refers_to) : std::string());
    } else if (!field.refers_to.contains(found->kind)) {
      context.error("reference.wrong-kind", path(),
                    fmt::format("'{}' is {}, but '{}' names {}", id, with_article(singular(found->kind)), field.name,
                                with_article(kinds_in_words(field.refers_to))));
    }
  };
  for_each_reference(context.content, check, ratings_refer_well(context) ? "ratings" : "");
}

}  // namespace outmap
