// Running a program as a whole process, and what it took.
#pragma once

#include <string>
#include <vector>

namespace outmap::bench {

struct ProcessCost {
  double wall_s = 0;
  double cpu_s = 0;    // user and system
  double peak_kb = 0;  // largest resident memory
  int exit_code = 0;
};

/// Runs the program with its output thrown away.
ProcessCost run(const std::vector<std::string>& command);

}  // namespace outmap::bench
