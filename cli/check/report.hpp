// What `outmap check` found, in the forms that people and machines read.
#pragma once

#include <string>
#include <vector>

#include "cli/console.hpp"
#include "model/analysis/findings/findings.hpp"
#include "model/analysis/steps.hpp"
#include "model/text/diagnostic.hpp"

namespace outmap {

struct CheckedFile {
  std::string path;  // as given
  Diagnostics problems;
  std::vector<Step> steps;        // empty where the map has errors, or problems alone are told
  std::vector<Finding> findings;  // likewise
  Diagnostics notes;              // the findings, located in the file; empty where none is told at its place
};

enum class Detail { problems, all };

/// False where the map itself, not a table beside it, could not be read at all.
bool could_open(const CheckedFile& file);

/// As a compiler shows problems; with Detail::all a summary, the open steps and the kinds of findings of each
/// file behind them.
std::string check_text(const std::vector<CheckedFile>& files, const Screen& screen, Detail detail);

/// One row per problem or finding, as csv or markdown.
std::string check_listing(const std::vector<CheckedFile>& files, const std::string& format, const Screen& screen);

/// {"files": [{"file", "diagnostics": [...], "steps": [...]}]}
std::string check_json(const std::vector<CheckedFile>& files);

/// SARIF 2.1.0 (OASIS standard), with the rules that occur.
std::string check_sarif(const std::vector<CheckedFile>& files);

/// Workflow commands of GitHub Actions: one annotation a line.
std::string check_github(const std::vector<CheckedFile>& files);

}  // namespace outmap
