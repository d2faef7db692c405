#include <algorithm>
#include <string>
#include <vector>

#include "cli/check/report.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/invocation.hpp"
#include "cli/open_map.hpp"
#include "model/analysis/levels.hpp"

namespace outmap {
namespace {

/// How much of a file is told: problems alone, the content in words too, or each finding at its place.
enum class Told { problems, content, places };

Told told_of(const Invocation& given) {
  if (given.format() != "table") return Told::places;
  return given.has("--quiet") ? Told::problems : Told::content;
}

CheckedFile check_file(const std::string& path, std::optional<Date> asked, Told told, const Console& console) {
  LoadedMap loaded = load_with_progress(path, console);
  CheckedFile file{path, std::move(loaded.problems), {}, {}, {}};
  if (!loaded.map || told == Told::problems) return file;
  const LevelTable levels(*loaded.map, as_of(*loaded.map, asked));
  file.steps = find_steps(*loaded.map, levels);
  file.findings = find_structural_gaps(*loaded.map, levels);
  if (told == Told::content) return file;
  file.notes = as_notes(file.findings);
  locate_problems(file.notes, loaded.origins);
  file.notes.sort();
  return file;
}

std::string report(const std::vector<CheckedFile>& files, const Invocation& given, const Console& console) {
  const std::string format = given.format();
  if (format == "json") return check_json(files);
  if (format == "sarif") return check_sarif(files);
  if (format == "github") return check_github(files);
  if (format == "table") return check_text(files, console.out(), given.has("--quiet") ? Detail::problems : Detail::all);
  return check_listing(files, format, console.out());
}

/// 2 where a map could not be opened at all, 1 where one has errors, else 0.
int status(const std::vector<CheckedFile>& files, bool strict) {
  int worst = 0;
  for (const CheckedFile& file : files) {
    const bool bad = file.problems.has_errors() || (strict && file.problems.count(Severity::warning) > 0);
    worst = std::max(worst, !could_open(file) ? 2 : bad ? 1 : 0);
  }
  return worst;
}

void hint_at_next(const std::vector<CheckedFile>& files, const Invocation& given, const Console& console) {
  if (given.format() != "table") return;
  for (const CheckedFile& file : files) {
    if (!file.problems.all().empty()) {
      return console.suggest("outmap explain " + file.problems.all().front().code);
    }
  }
  if (files.front().path != "-") console.suggest("outmap gaps " + shell_word(files.front().path));
}

bool only_strict_fails(const std::vector<CheckedFile>& files) {
  return std::ranges::none_of(files, [](const CheckedFile& file) { return file.problems.has_errors(); });
}

int run_check(const Invocation& given, Console& console) {
  std::vector<CheckedFile> files;
  for (const std::string& path : given.arguments())
    files.push_back(check_file(path, given.date("--as-of"), told_of(given), console));
  console.write_result(report(files, given, console));
  const int exit_status = status(files, given.has("--strict"));
  if (exit_status == 1 && only_strict_fails(files)) console.write_hint("--strict: warnings count as errors\n");
  hint_at_next(files, given, console);
  return exit_status;
}

Argument any_number_of_maps() {
  Argument maps = map_argument();
  maps.repeats = true;
  return maps;
}

}  // namespace

Command check_command() {
  return {
      .name = "check",
      .summary = "find every problem of a map in one pass, and say what is still open",
      .question = "Is my map sound, and which of the ten steps from customers' words to results are still open?",
      .about =
          "Errors, warnings and notes come with file, line, column and a stable code; 'outmap explain CODE' tells "
          "what a code means and how to mend it. Findings about the content (gap.…) are notes: they are counted here "
          "and never change the exit status; 'outmap gaps' tells what to do about them.",
      .arguments = {any_number_of_maps()},
      .options = {{.name = "--strict", .help = "warnings count as errors in the exit status"}},
      .formats = {"table", "json", "csv", "markdown", "github", "sarif"},
      .examples = {{"outmap check map.yaml", "every problem with its line, and the open steps"},
                   {"outmap check --strict maps/*.yaml", "several maps; exit status 1 for warnings, too"},
                   {"outmap check map.yaml --format sarif -o check.sarif", "for code scanning in a pipeline"},
                   {"outmap check - < map.yaml", "a map from standard input"}},
      .exits = {{0, "no errors"},
                {1, "errors, or warnings with --strict"},
                {2, "wrong usage, or a file that cannot be opened"}},
      .reads_map = true,
      .run = run_check};
}

}  // namespace outmap
