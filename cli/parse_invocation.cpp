// CLI11 splits the words; what they may be is told by the command's description and checked here, so that every
// message is ours. CLI11 takes seconds to compile: it is included in this file alone.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "cli/invocation.hpp"

namespace outmap {
namespace {

constexpr std::string_view no_value = "\x01";  // stands where an option came without its value

std::string in_quotes(std::string_view text) { return "'" + std::string(text) + "'"; }

std::string joined(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) text += (text.empty() ? "" : ", ") + std::string(word);
  return text;
}

std::optional<double> parse_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::string range_words(const Option& option) {
  const auto number = [](double value) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
  };
  if (option.min && option.max) return " from " + number(*option.min) + " to " + number(*option.max);
  if (option.min) return " from " + number(*option.min) + " up";
  return "";
}

void check_number(const Option& option, const std::string& value) {
  const auto number = parse_number(value);
  const bool whole = option.type == ValueType::integer;
  const bool fits = number && (!option.min || *number >= *option.min) && (!option.max || *number <= *option.max) &&
                    (!whole || (*number == std::floor(*number) && std::abs(*number) <= 2147483647));
  if (fits) return;
  throw UsageError(std::string(option.name) + " takes a " + (whole ? "whole number" : "number") + range_words(option) +
                   ", not " + in_quotes(value));
}

void check_choice(std::string_view what, const std::vector<std::string_view>& choices, const std::string& value,
                  std::string_view listed_by = {}) {
  if (std::ranges::find(choices, value) != choices.end()) return;
  const std::string nearest = nearest_hint(value, choices);
  const std::string all =
      listed_by.empty() ? "choose from: " + joined(choices) : "'" + std::string(listed_by) + "' lists them all";
  throw UsageError(std::string(what) + " cannot be " + in_quotes(value), (nearest.empty() ? "" : nearest + " ") + all);
}

void check_value(const Option& option, const std::string& value) {
  if (value.empty()) throw UsageError(std::string(option.name) + " needs a value that is not empty");
  switch (option.type) {
    case ValueType::integer:
    case ValueType::number:
      return check_number(option, value);
    case ValueType::choice:
      return check_choice(option.name, option.choices, value);
    case ValueType::date:
      if (!parse_date(value)) {
        throw UsageError(std::string(option.name) + " takes a day of the calendar, not " + in_quotes(value),
                         "write it as YYYY-MM-DD, like 2026-06-30");
      }
      return;
    default:
      return;
  }
}

std::string cli_name(const Option& option) {
  return option.letter == 0 ? std::string(option.name)
                            : "-" + std::string(1, option.letter) + "," + std::string(option.name);
}

std::string see_help(const Command& command) {
  if (command.name.empty()) return "'outmap help' lists the commands";
  return "'outmap help " + std::string(command.name) + "' shows how it is used";
}

std::string with_help(const Command& command, const std::string& hint) {
  return hint.empty() ? see_help(command) : hint + "\n" + see_help(command);
}

[[noreturn]] void refuse_unknown(const Command& command, std::string word) {
  word = word.substr(0, word.find('='));
  std::vector<std::string_view> names;
  const std::vector<Option> options = options_of(command);
  for (const Option& option : options) names.push_back(option.name);
  throw UsageError(called(command) + " has no option " + in_quotes(word), nearest_hint(word, names));
}

/// CLI11 lets flags have values, as in --strict=no; ours take none.
void check_flag(const Option& option, const std::vector<std::string>& values) {
  for (const std::string& value : values) {
    if (value != "true") throw UsageError(std::string(option.name) + " takes no value");
  }
}

void check_arguments(const Command& command, const std::vector<std::string>& given) {
  std::size_t position = 0;
  for (const Argument& argument : command.arguments) {
    if (position == given.size()) {
      if (argument.required) {
        throw UsageError(called(command) + " needs " + std::string(argument.name) + ": " + std::string(argument.help));
      }
      return;
    }
    const std::size_t end = argument.repeats ? given.size() : position + 1;
    for (; position < end; ++position) {
      if (given[position].empty()) throw UsageError(std::string(argument.name) + " is empty");
      if (!argument.choices.empty()) check_choice(argument.name, argument.choices, given[position], argument.listed_by);
    }
  }
  if (position < given.size()) {
    throw UsageError(called(command) + " takes no further argument: " + in_quotes(given[position]));
  }
}

/// The words as CLI11 splits them, before anything is checked.
struct SplitWords {
  std::map<std::string, std::vector<std::string>, std::less<>> options;
  std::vector<std::string> arguments;
  std::vector<std::string> unknown;
};

SplitWords split(const std::vector<Option>& options, std::vector<std::string> words) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  SplitWords result;
  app.add_option("arguments", result.arguments)->expected(0, -1);
  std::vector<CLI::Option*> handles;
  for (const Option& option : options) {
    CLI::Option* handle =
        option.type == ValueType::flag ? app.add_flag(cli_name(option)) : app.add_option(cli_name(option));
    if (option.type != ValueType::flag) {
      handle->expected(0, 1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)->default_str(std::string(no_value));
    }
    handles.push_back(handle);
  }
  std::ranges::reverse(words);
  app.parse(words);
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (handles[i]->count() > 0) result.options[std::string(options[i].name)] = handles[i]->results();
  }
  result.unknown = app.remaining();
  std::erase(result.unknown, "--");  // only says that no options follow
  return result;
}

void check(const Command& command, const std::vector<Option>& options, const SplitWords& words) {
  for (const std::string& word : words.unknown) refuse_unknown(command, word);
  for (const Option& option : options) {
    const auto given = words.options.find(option.name);
    if (given == words.options.end()) continue;
    if (option.type == ValueType::flag) {
      check_flag(option, given->second);
      continue;
    }
    for (const std::string& value : given->second) {
      if (value == no_value || value == "{}") {
        throw UsageError(std::string(option.name) + " needs a value: " + std::string(option.name) + " " +
                         std::string(option.value));
      }
      check_value(option, value);
    }
    if (given->second.size() > 1 && !option.repeats) {
      throw UsageError(std::string(option.name) + " is given " + std::to_string(given->second.size()) + " times",
                       "give it once");
    }
  }
  check_arguments(command, words.arguments);
}

}  // namespace

Invocation parse_invocation(const Command& command, const std::vector<std::string>& words) {
  const std::vector<Option> options = options_of(command);
  try {
    SplitWords split_words = split(options, words);
    const bool asks_only = split_words.options.contains("--help") || split_words.options.contains("--version");
    if (!asks_only) check(command, options, split_words);
    return Invocation(command, std::move(split_words.options), std::move(split_words.arguments));
  } catch (const UsageError& error) {
    throw UsageError(error.what(), with_help(command, error.hint()));
  } catch (const CLI::ParseError& error) {
    throw UsageError(error.what(), see_help(command));
  }
}

}  // namespace outmap
