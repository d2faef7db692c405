#include "model/format/scalar.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstdint>

#include "model/text/edit_distance.hpp"
#include "model/text/id_text.hpp"
#include "model/text/utf8.hpp"

namespace outmap {

namespace {

constexpr std::size_t longest_shown = 40;

std::string quoted(std::string_view text) {
  if (text.size() <= longest_shown) return fmt::format("'{}'", text);
  std::size_t end = longest_shown;
  while (end > 0 && is_continuation(text[end])) --end;
  return fmt::format("'{}…'", text.substr(0, end));
}

/// Digits and nothing else, as most numbers of a table are; none where a double might not hold them exactly.
bool digits_only(std::string_view text, double& number) {
  constexpr std::size_t most_digits = 15;
  if (text.empty() || text.size() > most_digits) return false;
  std::int64_t digits = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
    digits = 10 * digits + (c - '0');
  }
  number = static_cast<double>(digits);
  return true;
}

/// All of `text` as a finite number; false and any number where it is none.
bool whole_number_text(std::string_view text, double& number) {
  if (digits_only(text, number)) return true;
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() && std::isfinite(number);
}

bool is_true(std::string_view text) { return text == "true" || text == "True" || text == "TRUE"; }
bool is_false(std::string_view text) { return text == "false" || text == "False" || text == "FALSE"; }

/// 007 and 01234 are codes, not numbers.
bool has_leading_zero(std::string_view text) {
  return text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9';
}

std::string number_hint(std::string_view text) {
  if (text.find(',') != std::string_view::npos) return "write a point for decimals and nothing between thousands";
  if (text.find('%') != std::string_view::npos) return "write a share as a number from 0 to 1, or the number without %";
  const bool has_digit = text.find_first_of("0123456789") != std::string_view::npos;
  return has_digit ? "write the digits only, without a unit or spaces: 18000"
                   : "write digits, or leave the field out where the value is missing";
}

std::string expected_number(const Range& range) {
  const auto& [min, max] = range;
  if (min && max && *min == *max) return fmt::format("the number {}", *min);
  if (min && max) return fmt::format("a number from {} to {}", *min, *max);
  if (min) return fmt::format("a number of at least {}", *min);
  if (max) return fmt::format("a number of at most {}", *max);
  return "a number";
}

/// What one number of the field must be: of a mapping the number beside an id.
std::string expected_entry(const Field& field) {
  return field.type == FieldType::id_numbers ? expected_number(field.range) + " beside each id" : expected(field);
}

Fault wrong_number(const Field& field, std::string_view code, const std::string& found) {
  return {std::string(code), fmt::format("'{}' takes {}, found {}", field.name, expected_entry(field), found), {}};
}

}  // namespace

std::string with_article(std::string_view noun) {
  const bool vowel = !noun.empty() && std::string_view("aeiou").find(noun.front()) != std::string_view::npos;
  return fmt::format("{} {}", vowel ? "an" : "a", noun);
}

Scalar scalar_of(const Value& value) {
  switch (value.kind()) {
    case NodeKind::boolean:
      return {Scalar::Form::boolean, {}, 0, value.node().boolean};
    case NodeKind::number:
      return {Scalar::Form::number, {}, value.node().number, false};
    case NodeKind::text:
      return {Scalar::Form::text, value.text(), 0, false};
    case NodeKind::plain:
      return {Scalar::Form::plain, value.text(), 0, false};
    default:
      return {};
  }
}

Scalar scalar_of_cell(std::string_view cell) {
  if (cell.empty()) return {};
  return {Scalar::Form::plain, cell, 0, false};
}

std::string describe(const Scalar& scalar) {
  switch (scalar.form) {
    case Scalar::Form::null:
      return "nothing";
    case Scalar::Form::boolean:
      return scalar.boolean ? "true" : "false";
    case Scalar::Form::number:
      return fmt::format("the number {}", scalar.number);
    default:
      return quoted(scalar.text);
  }
}

std::string describe(const Value& value) {
  if (value.kind() == NodeKind::list) return "a list";
  if (value.kind() == NodeKind::mapping) return "a mapping";
  return describe(scalar_of(value));
}

std::string expected(const Field& field) {
  switch (field.type) {
    case FieldType::number:
      return expected_number(field.range);
    case FieldType::boolean:
      return "true or false";
    case FieldType::date:
      return "a date as YYYY-MM-DD";
    case FieldType::choice:
      return fmt::format("one of {}", fmt::join(field.choices, ", "));
    case FieldType::id:
    case FieldType::reference:
      return "an id";
    case FieldType::references:
      return "a list of ids";
    case FieldType::texts:
      return "a list of texts";
    case FieldType::id_numbers:
      return "a mapping from ids to numbers";
    case FieldType::record:
      return "a mapping";
    case FieldType::records:
      return "a list of mappings";
    case FieldType::keyed_records:
      return "a mapping from ids to mappings";
    case FieldType::attributes:
      return "a mapping from names to numbers, texts, true or false, or lists of texts";
    case FieldType::holders:
      return "a list of ids, a mapping from ids to numbers of their own, or 'organisation'";
    case FieldType::tables:
      return "a mapping from lists to table files";
    case FieldType::names:
      return "a mapping from names to texts";
    case FieldType::settings:
      return "fields of elements and their values";
    case FieldType::measure:
      return "a number, or low, medium or high";
    case FieldType::text:
      break;
  }
  return "text";
}

Fault wrong_type(const Field& field, const std::string& found) {
  return {"value.type", fmt::format("'{}' takes {}, found {}", field.name, expected(field), found), {}};
}

MaybeFault check_range(double number, const Field& field) {
  const auto& [min, max] = field.range;
  if ((!min || number >= *min) && (!max || number <= *max)) return std::nullopt;
  return wrong_number(field, "value.range", fmt::format("{}", number));
}

MaybeFault parse(const Scalar& scalar, const Field& field, double& number) {
  if (scalar.form == Scalar::Form::number) {
    number = scalar.number;
    return check_range(number, field);
  }
  if (scalar.form == Scalar::Form::plain) {
    double found = 0;
    if (whole_number_text(scalar.text, found)) {
      number = found;
      return check_range(number, field);
    }
  }
  auto fault = wrong_number(field, "value.type", describe(scalar));
  double unused = 0;
  if (scalar.form == Scalar::Form::text && whole_number_text(scalar.text, unused)) {
    fault.hint = fmt::format("write it without quotes: {}", scalar.text);
  } else if (scalar.form != Scalar::Form::boolean && !scalar.text.empty()) {
    fault.hint = number_hint(scalar.text);
  }
  return fault;
}

MaybeFault parse(const Scalar& scalar, const Field& field, bool& truth) {
  if (scalar.form == Scalar::Form::boolean) {
    truth = scalar.boolean;
    return std::nullopt;
  }
  if (scalar.form == Scalar::Form::plain && (is_true(scalar.text) || is_false(scalar.text))) {
    truth = is_true(scalar.text);
    return std::nullopt;
  }
  return wrong_type(field, describe(scalar));
}

namespace {

MaybeFault check_text(const Scalar& scalar, const Field& field) {
  if (scalar.form == Scalar::Form::text || scalar.form == Scalar::Form::plain) return std::nullopt;
  auto fault = wrong_type(field, describe(scalar));
  if (scalar.form == Scalar::Form::number) fault.hint = fmt::format("write it in quotes: \"{}\"", scalar.number);
  return fault;
}

}  // namespace

MaybeFault parse(const Scalar& scalar, const Field& field, std::string& text) {
  if (auto fault = check_text(scalar, field)) return fault;
  text.assign(scalar.text);
  if (field.type == FieldType::id) return check_id(text);
  return std::nullopt;
}

MaybeFault parse(const Scalar& scalar, const Field& field, CompactText& text) {
  if (auto fault = check_text(scalar, field)) return fault;
  text.assign(scalar.text);
  return std::nullopt;
}

MaybeFault parse(const Scalar& scalar, const Field& field, Date& date) {
  if (scalar.form == Scalar::Form::text || scalar.form == Scalar::Form::plain) {
    if (const auto day = parse_date(scalar.text)) {
      date = *day;
      return std::nullopt;
    }
    return Fault{"value.date", fmt::format("'{}' takes {}, found {}", field.name, expected(field), describe(scalar)),
                 "the year first, with all digits, and a day that the calendar has: 2026-06-30"};
  }
  return wrong_type(field, describe(scalar));
}

MaybeFault parse_choice(const Scalar& scalar, const Field& field, std::size_t& position) {
  if (scalar.form != Scalar::Form::text && scalar.form != Scalar::Form::plain) {
    return wrong_type(field, describe(scalar));
  }
  for (std::size_t i = 0; i < field.choices.size(); ++i) {
    if (field.choices[i] == scalar.text) {
      position = i;
      return std::nullopt;
    }
  }
  Fault fault{
      "value.choice", fmt::format("'{}' takes {}, found {}", field.name, expected(field), describe(scalar)), {}};
  const auto near = nearest(scalar.text, field.choices);
  if (!near.empty()) fault.hint = fmt::format("did you mean '{}'?", near);
  return fault;
}

MaybeFault parse(const Scalar& scalar, const Field& field, std::variant<double, MarkerLevel>& value) {
  double number = 0;
  if (!parse(scalar, field, number)) {
    value = number;
    return std::nullopt;
  }
  if (const auto level = choice_of<MarkerLevel>(scalar.text)) {
    value = *level;
    return std::nullopt;
  }
  return wrong_type(field, describe(scalar));
}

AttributeValue attribute_of(const Scalar& scalar) {
  if (scalar.form == Scalar::Form::number) return scalar.number;
  if (scalar.form == Scalar::Form::boolean) return scalar.boolean;
  if (scalar.form == Scalar::Form::plain) {
    if (is_true(scalar.text) || is_false(scalar.text)) return is_true(scalar.text);
    const char first = scalar.text.empty() ? 'x' : scalar.text.front();
    const bool like_number = (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
    if (like_number && !has_leading_zero(scalar.text)) {
      if (double number = 0; whole_number_text(scalar.text, number)) return number;
    }
  }
  return Symbol(scalar.text);
}

MaybeFault check_id(std::string_view id) {
  if (id.empty()) return Fault{"value.id", "an id must not be empty", "give every element a short id of its own"};
  if (const auto bad = bad_id_character(id)) {
    return Fault{"value.id", fmt::format("the id {} holds {}", quoted(id), *bad),
                 "ids are made of letters, digits, '-' and '_'"};
  }
  return std::nullopt;
}

}  // namespace outmap
