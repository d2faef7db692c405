// What the commands tell, as blocks of a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/report_part.hpp"
#include "render/report/page.hpp"

namespace outmap {

/// A sentence that leads nowhere.
PageParagraph plain_words(std::string text, PageTone tone = PageTone::plain);

/// `text` without the clauses that name options or commands: who reads a page has none at hand.
/// "And 24 more; --format csv lists all." becomes "And 24 more."
std::string without_commands(std::string_view text);

/// The rows and columns of a command's table; what names an element leads there. A page holds no more than 300 rows:
/// nobody reads more, and a file that can be sent stays small.
PageTable page_table(const Listing& listing, std::string caption);

/// A heading, its words, its table, its list and its note. The heading is left out where `titled` is false.
struct PartStyle {
  bool titled = true;
  PageTone words = PageTone::plain;  // of the first paragraph
  PageTone bullets = PageTone::plain;
};
void add_part(std::vector<PageBlock>& blocks, const ReportPart& part, const PartStyle& style = {});
void add_parts(std::vector<PageBlock>& blocks, const ReportParts& parts);

}  // namespace outmap
