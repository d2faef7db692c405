#include "cli/completion.hpp"

#include <string_view>
#include <vector>

#include "cli/commands.hpp"

namespace outmap {
namespace {

std::string spaced(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) text += (text.empty() ? "" : " ") + std::string(word);
  return text;
}

/// In single quotes, for any of the three shells.
std::string shell_quoted(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

bool names_file(ValueType type) { return type == ValueType::file || type == ValueType::map; }

// --- bash ---

std::string bash_option_words(const Command& command) {
  std::string words;
  for (const Option& option : options_of(command)) {
    words += (words.empty() ? "" : " ") + std::string(option.name);
    if (option.letter != 0) words += " -" + std::string(1, option.letter);
  }
  return words;
}

std::string bash_pattern(const Option& option) {
  return option.letter == 0 ? std::string(option.name)
                            : std::string(option.name) + "|-" + std::string(1, option.letter);
}

/// What follows an option that takes a value.
std::string bash_values(const Option& option) {
  if (!option.choices.empty()) return "_outmap_reply -W " + shell_quoted(spaced(option.choices));
  if (option.type == ValueType::folder) return "_outmap_reply -d";
  if (names_file(option.type)) return "_outmap_reply -f";
  return "COMPREPLY=()";
}

std::string bash_command(const Command& command) {
  std::string text = "    " + std::string(command.name) + ")\n      case \"$before\" in\n";
  for (const Option& option : options_of(command)) {
    if (option.type == ValueType::flag) continue;
    text += "        " + bash_pattern(option) + ") " + bash_values(option) + "; return ;;\n";
  }
  text += "      esac\n      options=" + shell_quoted(bash_option_words(command)) + "\n";
  for (const Argument& argument : command.arguments) {
    if (!argument.choices.empty()) text += "      words+=" + shell_quoted(" " + spaced(argument.choices)) + "\n";
    if (names_file(argument.type)) text += "      files=-f\n";
    if (argument.type == ValueType::folder) text += "      files=-d\n";
  }
  return text + "      ;;\n";
}

// --- zsh ---

/// Within a specification of _arguments: colons and brackets have a meaning there.
std::string zsh_escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == ':' || c == '[' || c == ']' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string zsh_action(ValueType type, const std::vector<std::string_view>& choices) {
  if (!choices.empty()) return "(" + spaced(choices) + ")";
  if (type == ValueType::folder) return "_files -/";
  if (names_file(type)) return "_files";
  return " ";
}

std::string zsh_option(const Option& option) {
  const std::string help = "[" + zsh_escaped(option.help) + "]";
  std::string value;
  if (option.type != ValueType::flag) {
    value = ":" + zsh_escaped(option.value) + ":" + zsh_action(option.type, option.choices);
  }
  const std::string name(option.name);
  if (option.letter == 0) return "        " + shell_quoted(name + help + value) + " \\\n";
  const std::string letter = "-" + std::string(1, option.letter);
  return "        " + shell_quoted("(" + letter + " " + name + ")" + letter + help + value) + " \\\n        " +
         shell_quoted("(" + letter + " " + name + ")" + name + help + value) + " \\\n";
}

std::string zsh_command(const Command& command) {
  std::string text = "    " + std::string(command.name) + ")\n      _arguments -s \\\n";
  for (const Option& option : options_of(command)) text += zsh_option(option);
  for (const Argument& argument : command.arguments) {
    text += "        " +
            shell_quoted((argument.repeats    ? "*:"
                          : argument.required ? ":"
                                              : "::") +
                         zsh_escaped(argument.name) + ":" + zsh_action(argument.type, argument.choices)) +
            " \\\n";
  }
  return text.substr(0, text.size() - 3) + "\n      ;;\n";
}

// --- fish ---

std::string fish_quoted(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

std::string fish_command(const Command& command) {
  const std::string name(command.name);
  const std::string here = "complete -c outmap -n " + fish_quoted("__fish_seen_subcommand_from " + name);
  std::string text;
  for (const Option& option : options_of(command)) {
    text += here;
    if (option.letter != 0) text += " -s " + std::string(1, option.letter);
    text += " -l " + std::string(option.name.substr(2)) + " -d " + fish_quoted(option.help);
    if (option.type != ValueType::flag) text += names_file(option.type) ? " -r -F" : " -x";
    if (option.type == ValueType::folder) text += " -a '(__fish_complete_directories)'";
    if (!option.choices.empty()) text += " -a " + fish_quoted(spaced(option.choices));
    text += "\n";
  }
  for (const Argument& argument : command.arguments) {
    if (!argument.choices.empty()) text += here + " -a " + fish_quoted(spaced(argument.choices)) + "\n";
    if (names_file(argument.type)) text += here + " -F\n";
    if (argument.type == ValueType::folder) text += here + " -a '(__fish_complete_directories)'\n";
  }
  return text;
}

}  // namespace

std::string bash_completion() {
  std::string text =
      "# bash completion for outmap, made by 'outmap completion bash'\n"
      "_outmap_reply() { mapfile -t COMPREPLY < <(compgen \"$@\" -- \"$word\"); }\n"
      "_outmap() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= options= words= files= i\n"
      "  # bash takes --color=auto for three words\n"
      "  [[ $word == '=' ]] && word=\n"
      "  [[ $before == '=' ]] && before=${COMP_WORDS[COMP_CWORD-2]}\n"
      "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
      "    [[ ${COMP_WORDS[i]} != -* ]] && command=${COMP_WORDS[i]} && break\n"
      "  done\n"
      "  case \"$command\" in\n"
      "    '') options='--help --version' words=" +
      shell_quoted(spaced(command_names())) + " ;;\n";
  for (const Command& command : all_commands()) text += bash_command(command);
  return text +
         "  esac\n"
         "  if [[ $word == -* ]]; then\n"
         "    _outmap_reply -W \"$options\"\n"
         "  else\n"
         "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\"; [[ -n $files ]] && compgen $files -- "
         "\"$word\")\n"
         "  fi\n"
         "}\n"
         "complete -o filenames -F _outmap outmap\n";
}

std::string zsh_completion() {
  std::string text =
      "#compdef outmap\n"
      "# zsh completion for outmap, made by 'outmap completion zsh'\n"
      "_outmap() {\n"
      "  local -a commands\n"
      "  commands=(\n";
  for (const Command& command : all_commands()) {
    text += "    " + shell_quoted(std::string(command.name) + ":" + zsh_escaped(command.summary)) + "\n";
  }
  text +=
      "  )\n"
      "  if (( CURRENT == 2 )); then\n"
      "    _describe command commands\n"
      "    _arguments '--help[show the overview]' '--version[show the version]'\n"
      "    return\n"
      "  fi\n"
      "  local command=$words[2]\n"
      "  shift words\n"
      "  (( CURRENT-- ))\n"
      "  case $command in\n";
  for (const Command& command : all_commands()) text += zsh_command(command);
  return text +
         "  esac\n"
         "}\n"
         "if [[ $funcstack[1] == _outmap ]]; then _outmap \"$@\"; else compdef _outmap outmap; fi\n";
}

std::string fish_completion() {
  std::string text = "# fish completion for outmap, made by 'outmap completion fish'\ncomplete -c outmap -f\n";
  for (const Command& command : all_commands()) {
    text += "complete -c outmap -n '__fish_use_subcommand' -a " + fish_quoted(command.name) + " -d " +
            fish_quoted(command.summary) + "\n";
  }
  text +=
      "complete -c outmap -n '__fish_use_subcommand' -s h -l help -d 'show the overview'\n"
      "complete -c outmap -n '__fish_use_subcommand' -s V -l version -d 'show the version'\n";
  for (const Command& command : all_commands()) text += fish_command(command);
  return text;
}

}  // namespace outmap
