// The peer that loading is measured against: parse a JSON file into nlohmann's DOM, free it, end.
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const auto document = nlohmann::json::parse(text);
  std::cout << document.size() << '\n';
  return 0;
}
