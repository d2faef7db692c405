// What shapes look like, as attributes or as rules of a page's style.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/write/xml.hpp"

namespace outmap {

/// What shapes of a page's pictures look like, each set of looks once: a rule of the page's style in place of the same
/// attributes at every shape. A page of a dozen pictures gets a seventh smaller.
class LookTable {
 public:
  /// "k7", the same for the same declarations: "fill:#123456;stroke-width:2;".
  std::string name_of(const std::string& declarations);

  /// ":where(.k1){…}", in the order of first use. They weigh no more than attributes do: any other rule goes before.
  std::string rules() const;

 private:
  std::map<std::string, std::size_t, std::less<>> places_;
  std::vector<std::string> declarations_;
};

/// The looks of one shape while its start tag is written.
class Looks {
 public:
  explicit Looks(int decimals) : decimals_(decimals) {}

  void set(std::string_view name, std::string_view value);
  void set(std::string_view name, double value);

  /// The looks as attributes.
  void write(XmlWriter& xml) const;

  /// The looks as a class of `table`, `more` behind it; a paint that only this picture has ("url(#…)") as an attribute.
  void write(XmlWriter& xml, LookTable& table, std::string_view more) const;

 private:
  int decimals_;
  std::vector<std::pair<std::string, std::string>> looks_;
};

}  // namespace outmap
