#include <string>
#include <vector>

#include "cli/run.hpp"
#include "cli/write_file.hpp"

int main(int count, char** words) {
  outmap::tidy_up_on_signals();
  return outmap::run_program(std::vector<std::string>(words + (count > 0 ? 1 : 0), words + count));
}
