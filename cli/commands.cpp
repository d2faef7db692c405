#include "cli/commands.hpp"

#include <algorithm>

namespace outmap {

Command init_command();
Command check_command();
Command explain_command();
Command list_command();
Command show_command();
Command cluster_command();
Command gaps_command();
Command plan_command();
Command value_command();
Command monitor_command();
Command whatif_command();
Command render_command();
Command report_command();
Command schema_command();
Command completion_command();
Command help_command();

std::span<const Command> all_commands() {
  static const std::vector<Command> commands{
      init_command(),   check_command(),  explain_command(),    list_command(),  show_command(),   cluster_command(),
      gaps_command(),   plan_command(),   monitor_command(),    value_command(), whatif_command(), render_command(),
      report_command(), schema_command(), completion_command(), help_command(),
  };
  return commands;
}

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> names;
  for (const Command& command : all_commands()) names.push_back(command.name);
  return names;
}

const Command* find_command(std::string_view name) {
  const auto found = std::ranges::find(all_commands(), name, &Command::name);
  return found == all_commands().end() ? nullptr : &*found;
}

std::vector<Example> first_steps() {
  std::vector<Example> steps{
      {"outmap init demo", "a small map to start from"},
      {"outmap check demo/map.yaml", "is it sound, and what is still open?"},
      {"outmap gaps demo/map.yaml", "which outcomes fall short?"},
      {"outmap whatif demo/map.yaml demo/exam-season.yaml", "what changes if exams begin?"},
      {"outmap cluster demo/map.yaml", "who belongs together?"},
      {"outmap render demo/map.yaml --all -o demo", "every picture of it"},
      {"outmap report demo/map.yaml -o demo.html", "all of it on one page"},
  };
  std::erase_if(steps, [](const Example& step) {
    const std::string_view words = step.line.substr(step.line.find(' ') + 1);
    return find_command(words.substr(0, words.find(' '))) == nullptr;
  });
  return steps;
}

}  // namespace outmap
