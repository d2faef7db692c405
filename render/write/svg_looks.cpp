#include "render/write/svg_looks.hpp"

namespace outmap {
namespace {

/// In a style a size of letters needs its unit.
std::string_view unit_of(std::string_view name) { return name == "font-size" ? "px" : ""; }

}  // namespace

std::string LookTable::name_of(const std::string& declarations) {
  const auto [found, is_new] = places_.try_emplace(declarations, places_.size() + 1);
  if (is_new) declarations_.push_back(declarations);
  return "k" + std::to_string(found->second);
}

std::string LookTable::rules() const {
  std::string text;
  for (std::size_t at = 0; at < declarations_.size(); ++at)
    text += ":where(.k" + std::to_string(at + 1) + "){" + declarations_[at] + "}\n";
  return text;
}

void Looks::set(std::string_view name, std::string_view value) { looks_.emplace_back(name, value); }
void Looks::set(std::string_view name, double value) { looks_.emplace_back(name, short_number(value, decimals_)); }

void Looks::write(XmlWriter& xml) const {
  for (const auto& [name, value] : looks_) xml.attribute(name, value);
}

void Looks::write(XmlWriter& xml, LookTable& table, std::string_view more) const {
  std::string declarations;
  for (const auto& [name, value] : looks_) {
    if (value.starts_with("url("))
      xml.attribute(name, value);
    else
      declarations.append(name).append(":").append(value).append(unit_of(name)).append(";");
  }
  std::string classes = declarations.empty() ? "" : table.name_of(declarations);
  if (!more.empty()) classes.append(classes.empty() ? "" : " ").append(more);
  if (!classes.empty()) xml.attribute("class", classes);
}

}  // namespace outmap
