#include "cli/completion.hpp"

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/invocation.hpp"

namespace outmap {
namespace {

int run_completion(const Invocation& given, Console& console) {
  const std::string& shell = given.arguments().front();
  console.write_result(shell == "bash" ? bash_completion() : shell == "zsh" ? zsh_completion() : fish_completion());
  return 0;
}

}  // namespace

Command completion_command() {
  return {.name = "completion",
          .summary = "print the completion script of a shell",
          .question = "How does my shell complete outmap?",
          .about = "An installed outmap brings these scripts along; this is for a program that was only built.",
          .arguments =
              {{.name = "SHELL", .help = "the shell", .type = ValueType::choice, .choices = {"bash", "zsh", "fish"}}},
          .examples = {{"source <(outmap completion bash)", "in ~/.bashrc"},
                       {"source <(outmap completion zsh)", "in ~/.zshrc, after compinit"},
                       {"outmap completion fish | source", "in ~/.config/fish/config.fish"}},
          .run = run_completion};
}

}  // namespace outmap
