// The free, typed attributes of customers and partners.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/text/symbol.hpp"

namespace outmap {

/// A set of words, as in `languages: [fr, de]`; kept behind one pointer because it is rare.
using Words = std::vector<Symbol>;

/// Number, truth value, category or set of categories. Missing values are not stored at all.
using AttributeValue = std::variant<double, bool, Symbol, Words>;

struct Attribute {
  Symbol name;
  AttributeValue value;

  bool operator==(const Attribute&) const = default;
};

/// In the order of the map or of the table's columns; names are unique.
using Attributes = std::vector<Attribute>;

/// The value of `name`, or null.
const AttributeValue* find_attribute(const Attributes& attributes, Symbol name);

/// The value as a person would write it: "32", "true", "north", "fr; de".
std::string to_text(const AttributeValue& value);

}  // namespace outmap
