#include "model/text/symbol.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <thread>
#include <unordered_set>
#include <vector>

using namespace outmap;

TEST_CASE("equal words are one symbol", "[symbol]") {
  const std::string built = std::string("reg") + "ion";
  CHECK(Symbol("region") == Symbol(built));
  CHECK(&Symbol("region").text() == &Symbol(built).text());
  CHECK(Symbol("region") != Symbol("Region"));
  CHECK(Symbol() == Symbol(""));
  CHECK(Symbol().empty());
  CHECK_FALSE(Symbol("x").empty());
  CHECK(Symbol(std::string_view("a\0b", 3)) != Symbol("a"));
}

TEST_CASE("symbols are ordered by their text", "[symbol]") {
  std::vector<Symbol> symbols = {Symbol("south"), Symbol("east"), Symbol("north"), Symbol("")};
  std::sort(symbols.begin(), symbols.end());
  std::vector<std::string> texts;
  for (const Symbol& symbol : symbols) texts.push_back(symbol.text());
  CHECK(texts == std::vector<std::string>{"", "east", "north", "south"});
  CHECK(std::unordered_set<Symbol>{Symbol("a"), Symbol("b"), Symbol("a")}.size() == 2);
}

TEST_CASE("threads that make the same words get the same symbols", "[symbol]") {
  constexpr int words = 2000;
  std::vector<std::vector<Symbol>> made(4);
  std::vector<std::thread> threads;
  for (auto& mine : made)
    threads.emplace_back([&mine] {
      for (int i = 0; i < words; ++i) mine.emplace_back("word " + std::to_string(i));
    });
  for (std::thread& thread : threads) thread.join();
  for (const auto& mine : made) CHECK(mine == made.front());
  CHECK(made.front()[7].text() == "word 7");
}
