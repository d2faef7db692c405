#include "render/write/xml.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>

#include "render/text/code_points.hpp"

namespace outmap {
namespace {

bool allowed_in_xml(char32_t value) {
  if (value < 0x20) return value == '\t' || value == '\n' || value == '\r';
  return (value < 0xD800 || value > 0xDFFF) && value != 0xFFFE && value != 0xFFFF && value <= 0x10FFFF;
}

enum class Place { content, attribute };

/// HTML elements that have no end tag.
bool is_void(std::string_view name) {
  constexpr std::array<std::string_view, 6> names{"br", "hr", "img", "input", "link", "meta"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// HTML elements that end where the next block begins or what holds them ends. No text may follow them.
bool ends_by_itself(std::string_view name) {
  constexpr std::array<std::string_view, 7> names{"dd", "dt", "li", "p", "td", "th", "tr"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// ASCII that stands for itself everywhere: nearly all text, so it is taken over in runs.
constexpr bool is_plain(char c) { return c >= ' ' && c <= '~' && c != '&' && c != '<' && c != '>' && c != '"'; }

std::size_t end_of_plain(std::string_view value, std::size_t at) {
  while (at < value.size() && is_plain(value[at])) ++at;
  return at;
}

void append_escaped(std::string& out, std::string_view value, Place place) {
  for (std::size_t at = 0; at < value.size();) {
    if (const std::size_t end = end_of_plain(value, at); end > at) {
      out += value.substr(at, end - at);
      at = end;
      continue;
    }
    const CodePoint next = read_code_point(value, at);
    at += next.bytes;
    const bool quoted = place == Place::attribute;
    switch (next.value) {
      case '&':
        out += "&amp;";
        continue;
      case '<':
        out += "&lt;";
        continue;
      case '>':
        out += "&gt;";
        continue;
      case '\r':
        out += "&#13;";
        continue;
      default:
        break;
    }
    if (quoted && next.value == '"') {
      out += "&quot;";
    } else if (quoted && (next.value == '\n' || next.value == '\t')) {
      out += next.value == '\n' ? "&#10;" : "&#9;";
    } else if (allowed_in_xml(next.value)) {
      append_utf8(out, next.value);
    }
  }
}

}  // namespace

namespace {

/// The digits of |value| with all its decimals, rounded by the exact value as `std::to_chars` does, and an order of
/// magnitude faster: most of a picture's bytes are coordinates. Nothing where the product is too near a half to tell.
std::optional<std::uint64_t> rounded_units(double value, int decimals) {
  constexpr std::array<double, 4> kUnits{1, 10, 100, 1000};
  if (decimals < 0 || decimals >= static_cast<int>(kUnits.size()) || std::abs(value) >= 1e6) return std::nullopt;
  const double scaled = std::abs(value) * kUnits[static_cast<std::size_t>(decimals)];
  const double whole = std::floor(scaled);
  const double rest = scaled - whole;
  if (std::abs(rest - 0.5) < 1e-6) return std::nullopt;
  return static_cast<std::uint64_t>(whole) + (rest > 0.5 ? 1 : 0);
}

std::string short_decimal(std::uint64_t units, int decimals, bool negative) {
  if (units == 0) return "0";
  for (; decimals > 0 && units % 10 == 0; --decimals) units /= 10;
  std::array<char, 24> digits;
  char* const end = digits.data() + digits.size();
  char* begin = end;
  for (int i = 0; i < decimals; ++i, units /= 10) *--begin = static_cast<char>('0' + units % 10);
  if (decimals > 0) *--begin = '.';
  for (; units > 0; units /= 10) *--begin = static_cast<char>('0' + units % 10);
  if (negative) *--begin = '-';
  return {begin, end};
}

/// Whether HTML takes the value without quotes; one that ends in a slash would look like the end of the element.
bool is_bare(std::string_view value) {
  const auto plain = [](char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || std::string_view("#.,:%()_-/").find(c) != std::string_view::npos;
  };
  return !value.empty() && value.back() != '/' && std::all_of(value.begin(), value.end(), plain);
}

}  // namespace

std::string short_number(double value, int decimals) {
  if (!std::isfinite(value)) return "0";
  if (const auto units = rounded_units(value, decimals)) return short_decimal(*units, decimals, value < 0);
  char buffer[400];
  const auto done = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, decimals);
  std::string text(buffer, done.ptr);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  if (text == "-0") return "0";
  const std::size_t digits = text.front() == '-' ? 1 : 0;
  if (text.compare(digits, 2, "0.") == 0) text.erase(digits, 1);
  return text;
}

void XmlWriter::end_start_tag() {
  if (in_start_tag_) out_ += '>';
  in_start_tag_ = bare_end_ = false;
}

void XmlWriter::open(std::string_view name, Flow flow) {
  end_start_tag();
  if (dialect_ == Dialect::html && name == "html") out_ += "<!doctype html>\n";
  if (!open_.empty()) {
    open_.back().has_text = true;
    // Where an element ends by itself, a line break would be a part of its text.
    const bool in_line = dialect_ == Dialect::svg_in_html || (dialect_ == Dialect::html && ends_by_itself(name));
    if (flow == Flow::block && !in_line) {
      open_.back().has_blocks = true;
      out_ += '\n';
    }
  }
  out_ += '<';
  out_ += name;
  open_.push_back({std::string(name)});
  in_start_tag_ = true;
  bare_end_ = false;
}

void XmlWriter::attribute(std::string_view name, std::string_view value) {
  assert(in_start_tag_);
  out_ += ' ';
  out_ += name;
  bare_end_ = dialect_ != Dialect::xml && is_bare(value);
  if (bare_end_) {
    out_ += '=';
    out_ += value;
    return;
  }
  out_ += "=\"";
  append_escaped(out_, value, Place::attribute);
  out_ += '"';
}

void XmlWriter::attribute(std::string_view name, double value) { attribute(name, short_number(value, decimals_)); }

void XmlWriter::text(std::string_view value) {
  assert(!open_.empty());
  if (value.empty()) return;
  end_start_tag();
  open_.back().has_text = true;
  append_escaped(out_, value, Place::content);
}

void XmlWriter::markup(std::string_view written) {
  assert(!open_.empty());
  end_start_tag();
  open_.back().has_text = true;
  out_ += written;
}

void XmlWriter::close() {
  assert(!open_.empty());
  Element& element = open_.back();
  if (dialect_ == Dialect::html && !element.has_text) {
    end_start_tag();
    element.has_text = !is_void(element.name);
    if (!element.has_text) {
      open_.pop_back();
      return;
    }
  }
  if (!element.has_text) {
    out_ += bare_end_ ? " />" : "/>";  // a slash right behind a bare value would belong to it
    in_start_tag_ = false;
  } else if (dialect_ != Dialect::html || !ends_by_itself(element.name)) {
    if (element.has_blocks) out_ += '\n';
    out_ += "</";
    out_ += element.name;
    out_ += '>';
  }
  open_.pop_back();
}

void XmlWriter::element(std::string_view name, std::string_view value) {
  open(name);
  text(value);
  close();
}

std::string XmlWriter::finish() {
  while (!open_.empty()) close();
  out_ += '\n';
  return std::move(out_);
}

}  // namespace outmap
