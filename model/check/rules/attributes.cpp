// An attribute is given once per element, and is of one kind over all elements.
#include <fmt/format.h>

#include <unordered_map>

#include "model/check/rules.hpp"

namespace outmap {

namespace {

constexpr std::string_view kind_words[] = {"a number", "true or false", "a text", "a list"};

/// The kind in which an attribute was met first, and whether another one was told.
struct FirstSeen {
  std::size_t kind = 0;
  bool told = false;
};
using SeenKinds = std::unordered_map<Symbol, FirstSeen>;

void check_element(RuleContext& context, const Attributes& attributes, SeenKinds& first, std::string_view list,
                   std::size_t i) {
  for (std::size_t a = 0; a < attributes.size(); ++a) {
    const Symbol name = attributes[a].name;
    for (std::size_t b = 0; b < a; ++b) {
      if (attributes[b].name != name) continue;
      context.error("structure.duplicate-attribute", fmt::format("/{}/{}/attributes/{}", list, i, name.text()),
                    fmt::format("the attribute '{}' is given twice", name.text()));
    }
    const auto kind = attributes[a].value.index();
    FirstSeen& seen = first.try_emplace(name, FirstSeen{kind, false}).first->second;
    if (seen.told || seen.kind == kind) continue;
    seen.told = true;
    context.warning(
        "value.mixed-attribute", fmt::format("/{}/{}/attributes/{}", list, i, name.text()),
        fmt::format("'{}' is {} here, but {} elsewhere", name.text(), kind_words[kind], kind_words[seen.kind]),
        "an attribute compares best when it is of one kind everywhere");
  }
}

}  // namespace

void check_attributes(RuleContext& context) {
  SeenKinds first;
  const MapContent& content = context.content;
  for (std::size_t i = 0; i < content.customers.size(); ++i) {
    check_element(context, content.customers[i].attributes, first, "customers", i);
  }
  for (std::size_t i = 0; i < content.partners.size(); ++i) {
    check_element(context, content.partners[i].attributes, first, "partners", i);
  }
}

}  // namespace outmap
