// What was typed after a command's name, checked against the command's description.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "model/map/date.hpp"

namespace outmap {

/// Wrong usage: exit status 2.
class UsageError : public std::runtime_error {
 public:
  explicit UsageError(const std::string& message, std::string hint = {})
      : std::runtime_error(message), hint_(std::move(hint)) {}
  const std::string& hint() const { return hint_; }

 private:
  std::string hint_;
};

/// "did you mean 'gaps'?" for the nearest of `names`, or nothing where none is near.
std::string nearest_hint(std::string_view word, const std::vector<std::string_view>& names);

/// The command of this name; throws UsageError, with the nearest right name, where there is none.
const Command& command_named(const std::string& name);

/// Options and arguments of one call. Names are those of the command's description; every value was checked, so that
/// the typed getters cannot fail.
class Invocation {
 public:
  Invocation(const Command& command, std::map<std::string, std::vector<std::string>, std::less<>> options,
             std::vector<std::string> arguments)
      : command_(&command), options_(std::move(options)), arguments_(std::move(arguments)) {}

  const Command& command() const { return *command_; }
  const std::vector<std::string>& arguments() const { return arguments_; }

  bool has(std::string_view option) const { return options_.find(option) != options_.end(); }
  /// The value given last, else the option's default, else empty.
  std::string text(std::string_view option) const;
  /// Every value given, in order.
  std::vector<std::string> texts(std::string_view option) const;
  /// The value given, else the default; nothing where there is neither.
  std::optional<double> number(std::string_view option) const;
  std::optional<int> integer(std::string_view option) const;
  std::optional<Date> date(std::string_view option) const;

  /// As --seed and --threads say: 1, and 0 for as many as the machine has, where they don't.
  std::uint64_t seed() const { return static_cast<std::uint64_t>(integer("--seed").value_or(1)); }
  unsigned threads() const { return static_cast<unsigned>(integer("--threads").value_or(0)); }
  /// As --format says.
  std::string format() const { return text("--format"); }

 private:
  const Command* command_;
  std::map<std::string, std::vector<std::string>, std::less<>> options_;
  std::vector<std::string> arguments_;
};

/// Splits `words` (without the command's name) into options and arguments and checks each. The only place that knows
/// the library that splits them. With --help or --version nothing else is checked. Throws UsageError.
Invocation parse_invocation(const Command& command, const std::vector<std::string>& words);

}  // namespace outmap
