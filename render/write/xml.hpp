// XML text: the only code that writes '<'. It keeps elements balanced and escapes for the place where text stands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace outmap {

/// A number as short as it can be at `decimals` decimals: "12", "-.5", "3.25"; what is not finite is 0.
std::string short_number(double value, int decimals = 2);

/// Writes elements into a string it owns. Block elements begin on a line of their own, inline ones (text in a line) do
/// not. In HTML an empty element is closed by a tag of its own, but for those that never have content (`br`, `meta`),
/// paragraphs, cells, rows and items have no end tag and plain values no quotes, as HTML allows, and `html` is preceded
/// by the document type. A picture in a page has no lines of its own either: nobody reads it there, and a page is sent
/// by mail.
class XmlWriter {
 public:
  enum class Flow { block, within };
  enum class Dialect { xml, svg_in_html, html };

  /// `decimals`: of numbers in attributes.
  explicit XmlWriter(Dialect dialect = Dialect::xml, int decimals = 2) : dialect_(dialect), decimals_(decimals) {}

  void open(std::string_view name, Flow flow = Flow::block);
  void attribute(std::string_view name, std::string_view value);
  void attribute(std::string_view name, double value);
  /// Character data. Characters that XML 1.0 forbids are dropped, bytes that are no UTF-8 become U+FFFD.
  void text(std::string_view value);
  /// What another writer wrote, or the text of a style or script of ours: taken over as it is.
  void markup(std::string_view written);
  void close();

  /// `<name>value</name>` on one line.
  void element(std::string_view name, std::string_view value);

  /// What was written; every element is closed first.
  std::string finish();

 private:
  struct Element {
    std::string name;
    bool has_blocks = false;
    bool has_text = false;
  };
  void end_start_tag();

  Dialect dialect_;
  int decimals_;
  std::string out_;
  std::vector<Element> open_;
  bool in_start_tag_ = false;
  bool bare_end_ = false;  // the start tag ends in a value without quotes
};

}  // namespace outmap
