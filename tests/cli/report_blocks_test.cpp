// What the commands tell, as blocks of a page.
#include <catch2/catch.hpp>

#include "cli/report/blocks.hpp"

namespace outmap {

TEST_CASE("a page names no commands and options") {
  CHECK(without_commands("And 24 more; --only evidence --format csv lists every claim.") == "And 24 more.");
  CHECK(without_commands("Shown are those that moved; --format csv lists all.") == "Shown are those that moved.");
  CHECK(without_commands("One. The front has 9 plans; --format json lists them all. As of 1 May.") ==
        "One. The front has 9 plans. As of 1 May.");
  CHECK(without_commands("There is nothing to plan for. See outmap gaps.") == "There is nothing to plan for.");
  CHECK(without_commands("A; b. C.") == "A; b. C.");
  CHECK(without_commands("No stop") == "No stop.");
  CHECK(without_commands("") == "");
  CHECK(without_commands("outmap gaps tells more.") == "");
}

TEST_CASE("a table of a command is a table of a page, without the ids that only programs read") {
  const Listing listing{
      {{.key = "name", .heading = "outcome"},
       {.key = "priority", .heading = "priority", .align = Align::right},
       {.key = "id", .heading = "id"}},
      {{element_cell("Booked fast", "booked"), number_cell(12.34, 1, Ink::error), text_cell("booked")},
       {text_cell("Heard"), missing_cell(), text_cell("heard")}}};
  const PageTable table = page_table(listing, "Gaps");
  REQUIRE(table.columns.size() == 2);
  CHECK(table.columns[1].right);
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].element == "booked");
  CHECK(table.rows[0].cells[0].element == "booked");
  CHECK(table.rows[0].cells[1].text == "12.3");
  CHECK(table.rows[0].cells[1].sort == "12.34");
  CHECK(table.rows[0].cells[1].tone == PageTone::bad);
  CHECK(table.rows[1].element.empty());
  CHECK(table.rows[1].cells[1].text == "–");
}

TEST_CASE("a page holds no more rows than anybody reads, and says so") {
  Listing listing{{{.key = "name", .heading = "name"}}, {}};
  for (int i = 0; i < 1301; ++i) listing.rows.push_back({text_cell("row")});
  std::vector<PageBlock> blocks;
  add_part(blocks, {"Many", {}, listing, {}, {}});
  REQUIRE(blocks.size() == 3);
  CHECK(std::get<PageTable>(blocks[1]).rows.size() == 300);
  CHECK(std::get<PageParagraph>(blocks[2]).words[0].text == "and 1,001 more");
}

}  // namespace outmap
