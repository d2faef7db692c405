// The peer of reading ratings: splits a file into its cells and adds up what is a number, and nothing else.
#include <algorithm>
#include <charconv>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ifstream file(std::string(argv[1]) + "/ratings.csv", std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(file), {});
  std::size_t cells = 0;
  double sum = 0;
  for (std::size_t begin = 0; begin < text.size(); ++cells) {
    const std::size_t end = std::min(text.find_first_of(",\n", begin), text.size());
    double number = 0;
    const auto [after, fault] = std::from_chars(text.data() + begin, text.data() + end, number);
    if (fault == std::errc() && after == text.data() + end) sum += number;
    begin = end + 1;
  }
  std::cout << cells << ' ' << sum << '\n';
  return cells > 0 ? 0 : 1;
}
