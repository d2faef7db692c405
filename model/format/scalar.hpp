// One written value and what it can be read as. YAML scalars, JSON scalars and table cells all become a Scalar first.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/format/field.hpp"
#include "model/io/document.hpp"
#include "model/map/attributes.hpp"
#include "model/map/choices.hpp"
#include "model/text/compact_text.hpp"

namespace outmap {

struct Scalar {
  enum class Form {
    null,
    boolean,
    number,
    text,   // certainly text
    plain,  // unquoted: whatever the field expects
  };
  Form form = Form::null;
  std::string_view text;
  double number = 0;
  bool boolean = false;
};

Scalar scalar_of(const Value& value);

/// A table cell: missing where empty.
Scalar scalar_of_cell(std::string_view cell);

/// What is wrong with one value, before it has a place.
struct Fault {
  std::string code;
  std::string message;
  std::string hint;
};
using MaybeFault = std::optional<Fault>;

/// Each reads `scalar` as the field wants it, or says what is wrong. None is called for a null.
MaybeFault parse(const Scalar& scalar, const Field& field, double& number);
MaybeFault parse(const Scalar& scalar, const Field& field, bool& truth);
MaybeFault parse(const Scalar& scalar, const Field& field, std::string& text);
MaybeFault parse(const Scalar& scalar, const Field& field, CompactText& text);
MaybeFault parse(const Scalar& scalar, const Field& field, Date& date);
MaybeFault parse_choice(const Scalar& scalar, const Field& field, std::size_t& position);

template <Choice E>
MaybeFault parse(const Scalar& scalar, const Field& field, E& value) {
  std::size_t position = 0;
  auto fault = parse_choice(scalar, field, position);
  if (!fault) value = static_cast<E>(position);
  return fault;
}

/// A number or a marker level, for readings.
MaybeFault parse(const Scalar& scalar, const Field& field, std::variant<double, MarkerLevel>& value);

/// An attribute is what it looks like: a number, true or false, else a category. Digits with a leading zero stay text.
AttributeValue attribute_of(const Scalar& scalar);

/// "the number 5", "the text 'abc'", "a list": what was found, for messages.
std::string describe(const Scalar& scalar);
std::string describe(const Value& value);

/// The fault of a value that has the wrong shape: "expected a number, found a list".
Fault wrong_type(const Field& field, const std::string& found);

/// Nothing when `id` is made of letters, digits, '-' and '_' of any language; else what is wrong with it.
MaybeFault check_id(std::string_view id);

/// Nothing when the number lies in the field's range.
MaybeFault check_range(double number, const Field& field);

/// "an outcome", "a customer".
std::string with_article(std::string_view noun);

/// "a number from 0 to 10": what a field takes, in words.
std::string expected(const Field& field);

}  // namespace outmap
