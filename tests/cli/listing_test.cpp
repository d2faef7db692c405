#include "cli/listing.hpp"

#include <catch2/catch.hpp>

using namespace outmap;

namespace {

Listing outcomes() {
  return {{{.key = "rank", .heading = "rank", .align = Align::right},
           {.key = "outcome", .heading = "outcome", .flexible = true},
           {.key = "gap", .heading = "gap", .align = Align::right},
           {.key = "holder", .heading = "who wants it", .spare = 1}},
          {{number_cell(1, 0), text_cell("An appointment within three days of asking"), number_cell(4.25, 1),
            text_cell("families")},
           {number_cell(10, 0), text_cell("待ち時間"), number_cell(1234.5, 1), missing_cell()}}};
}

}  // namespace

TEST_CASE("Columns are aligned, numbers to the right, and nothing is cut when piped", "[cli]") {
  CHECK(listing_text(outcomes(), Screen{}) ==
        "rank  outcome                                         gap  who wants it\n"
        "   1  An appointment within three days of asking      4.3  families\n"
        "  10  待ち時間                                    1,234.5  –\n");
}

TEST_CASE("On a narrow terminal flexible columns are cut, then spare ones left out and named", "[cli]") {
  CHECK(listing_text(outcomes(), {true, 60, Paint()}) ==
        "rank  outcome                              gap  who wants it\n"
        "   1  An appointment within three da…      4.3  families\n"
        "  10  待ち時間                         1,234.5  –\n");
  CHECK(listing_text(outcomes(), {true, 42, Paint()}) ==
        "rank  outcome                          gap\n"
        "   1  An appointment within thre…      4.3\n"
        "  10  待ち時間                     1,234.5\n"
        "left out for want of room: who wants it\n");
}

TEST_CASE("CSV holds whole numbers, empty cells for missing values, and quotes where they are needed", "[cli]") {
  Listing listing = outcomes();
  listing.rows[0][1] = text_cell("say \"ah\", please");
  CHECK(listing_csv(listing) ==
        "rank,outcome,gap,holder\n"
        "1,\"say \"\"ah\"\", please\",4.25,families\n"
        "10,待ち時間,1234.5,\n");
}

TEST_CASE("Markdown escapes what would end a cell", "[cli]") {
  Listing listing = outcomes();
  listing.rows[0][1] = text_cell("more | less");
  CHECK(listing_markdown(listing) ==
        "| rank | outcome | gap | who wants it |\n"
        "| ---: | --- | ---: | --- |\n"
        "| 1 | more \\| less | 4.3 | families |\n"
        "| 10 | 待ち時間 | 1,234.5 | – |\n");
}
