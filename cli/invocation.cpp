#include "cli/invocation.hpp"

#include <charconv>

#include "cli/commands.hpp"
#include "model/text/edit_distance.hpp"

namespace outmap {

std::string nearest_hint(std::string_view word, const std::vector<std::string_view>& names) {
  const std::string_view found = nearest(word, names);
  return found.empty() ? "" : "did you mean '" + std::string(found) + "'?";
}

const Command& command_named(const std::string& name) {
  if (const Command* command = find_command(name)) return *command;
  const std::string hint = nearest_hint(name, command_names());
  throw UsageError("there is no command '" + name + "'",
                   (hint.empty() ? "" : hint + "\n") + "'outmap help' lists them all");
}

std::string Invocation::text(std::string_view option) const {
  const auto given = options_.find(option);
  if (given != options_.end() && !given->second.empty()) return given->second.back();
  for (const Option& described : options_of(*command_)) {
    if (described.name == option) return std::string(described.default_text);
  }
  return {};
}

std::vector<std::string> Invocation::texts(std::string_view option) const {
  const auto given = options_.find(option);
  return given == options_.end() ? std::vector<std::string>{} : given->second;
}

std::optional<double> Invocation::number(std::string_view option) const {
  const std::string value = text(option);
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() && !value.empty() ? std::optional(number) : std::nullopt;
}

std::optional<int> Invocation::integer(std::string_view option) const {
  const std::optional<double> value = number(option);
  return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

std::optional<Date> Invocation::date(std::string_view option) const { return parse_date(text(option)); }

}  // namespace outmap
