// From a file to a validated map, and nothing else: to be measured as a whole process.
#include <iostream>

#include "model/io/load.hpp"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const auto loaded = outmap::load_map(argv[1]);
  std::cout << (loaded.map ? loaded.map->content().customers.size() : 0) << '\n';
  return loaded.map ? 0 : 1;
}
