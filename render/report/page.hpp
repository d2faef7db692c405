// A page of a report as plain structs: sections, sentences, tables and scenes. It knows nothing of maps and analyses;
// write_page makes one HTML file of it.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "render/scene.hpp"

namespace outmap {

enum class PageTone { plain, strong, faint, bad, warning, note, good };

/// A piece of a sentence. `to` is where it leads on the page: "gaps", or "gap/booked-fast"; empty: nowhere.
struct PageSpan {
  std::string text;
  std::string to{};
  bool strong = false;
};
using PageWords = std::vector<PageSpan>;

struct PageParagraph {
  PageWords words;
  PageTone tone = PageTone::plain;
};

/// A heading inside a section. Its anchor is "<link of the section>/<id>" where it has an id.
struct PageHeading {
  std::string text;
  std::string id{};
};

struct PageList {
  std::vector<PageWords> items;
  bool numbered = false;
};

/// One number that sums up, what it counts, and where it comes from.
struct PageFigure {
  std::string number;
  std::string label;
  std::string to;
  PageTone tone = PageTone::plain;
};
struct PageFigures {
  std::vector<PageFigure> figures;
};

/// What people read, what sorting goes by where that is something else, and the element that the cell names.
struct PageCell {
  std::string text;
  std::string sort{};
  std::string element{};
  PageTone tone = PageTone::plain;
};

struct PageColumn {
  std::string heading;
  bool right = false;
  bool wide = false;  // texts that are to wrap, though not word by word
};

struct PageRow {
  std::string element;  // the id of the element that it is about; empty: none
  std::vector<PageCell> cells;
};

struct PageTable {
  std::string caption;
  std::vector<PageColumn> columns;
  std::vector<PageRow> rows;
};

/// One picture, drawn once in light and once in dark colours: the same shapes in the same places.
struct PagePicture {
  std::string name;  // "journey-first-year": unique on the page
  Scene light;
  Scene dark;
};

/// Labels and what stands beside them.
struct PageFacts {
  std::vector<std::pair<std::string, std::string>> facts;
};

struct PageFold;

using PageBlock =
    std::variant<PageParagraph, PageHeading, PageList, PageFigures, PageTable, PagePicture, PageFacts, PageFold>;

/// What is opened on demand; on paper it is open.
struct PageFold {
  std::string summary;
  std::vector<PageBlock> blocks;
  bool open = false;
  std::string id{};  // as of PageHeading
};

struct PageSection {
  std::string id;        // "gaps"
  std::string link;      // "gap": the first part of the address of an element in it, "#gap/booked-fast"
  std::string title;     // "Gaps"
  std::string question;  // what the section answers
  std::vector<PageBlock> blocks;
};

/// Whom an element is tied to in one way.
struct PageTies {
  struct End {
    std::string id;
    std::string name;
  };
  std::string what;  // "holder of", "common goal"
  std::vector<End> ends{};
  std::size_t left_out = 0;  // how many there are besides
};

/// An element of the map: for the index at the end, the card that opens on a click, search and filters.
struct PageElement {
  std::string id;
  std::string kind;  // "customer"
  std::string name;
  std::string cluster{};  // its name; empty: in none
  std::vector<std::string> tags{};
  std::string words{};  // in the words of the map
  std::vector<std::pair<std::string, std::string>> facts{};
  std::size_t facts_left_out = 0;  // how many there are besides
  std::vector<PageTies> ties{};
};

struct ReportPage {
  std::string title;
  std::string subtitle;
  std::vector<std::string> lead;  // vision and mission
  std::vector<PageSection> sections;
  std::vector<PageElement> elements;
  std::string elements_note;  // what was left out of the index
  std::string footer;
};

}  // namespace outmap
