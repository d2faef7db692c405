#include <filesystem>
#include <string>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/init/templates.hpp"
#include "cli/invocation.hpp"
#include "cli/write_file.hpp"

namespace outmap {
namespace {

namespace fs = std::filesystem;

/// Throws where a file of the starter map would hide one that is there.
void refuse_to_overwrite(const fs::path& folder) {
  std::error_code none;
  if (fs::exists(folder, none) && !fs::is_directory(folder, none)) {
    throw FileError(folder.string() + " is there already and is no folder; nothing was written");
  }
  for (const TemplateFile& file : starter_files) {
    const fs::path path = folder / file.name;
    if (fs::exists(fs::symlink_status(path, none))) {
      throw FileError(path.string() +
                      " is there already; nothing was written. Choose another folder, or move the file away");
    }
  }
}

int run_init(const Invocation& given, Console& console) {
  const fs::path folder = given.arguments().front();
  refuse_to_overwrite(folder);
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) throw FileError("cannot make the folder " + folder.string() + ": " + failed.message());
  std::string written;
  for (const TemplateFile& file : starter_files) {
    replace_file((folder / file.name).string(), file.text);
    written += (folder / file.name).string() + "\n";
  }
  console.write_result(written);
  console.suggest("outmap check " + (folder / "map.yaml").string());
  return 0;
}

}  // namespace

Command init_command() {
  return {.name = "init",
          .summary = "write a small, complete map, a scenario and a README to start from",
          .question = "How do I begin?",
          .about = "The folder is made where it does not exist. No file is ever overwritten.",
          .arguments = {{.name = "DIR", .help = "the folder to write to", .type = ValueType::folder}},
          .examples = {{"outmap init demo", "demo/map.yaml, demo/exam-season.yaml and demo/README.md"}},
          .writes_result = false,
          .run = run_init};
}

}  // namespace outmap
