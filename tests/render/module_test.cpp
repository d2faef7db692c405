#include "render/module.hpp"

#include <catch2/catch.hpp>

using namespace outmap;

TEST_CASE("a module's function is found once the module is loaded, and again later") {
  void* const first = module_symbol("outmap_text.so", OUTMAP_TEXT_SYMBOL);
  REQUIRE(first != nullptr);
  CHECK(module_symbol("outmap_text.so", OUTMAP_TEXT_SYMBOL) == first);
}

TEST_CASE("a module that is missing or of another version is refused with the reason") {
  CHECK_THROWS_WITH(module_symbol("outmap_nothing.so", "any"), "it is not installed");
  CHECK_THROWS_WITH(module_symbol("outmap_text.so", "outmap_text_v0"),
                    Catch::Contains("outmap_text.so belongs to another version of outmap"));
}
