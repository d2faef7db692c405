#include "model/map/attributes.hpp"

#include "model/text/numbers.hpp"

namespace outmap {
namespace {

struct Writer {
  std::string operator()(double number) const { return number_text(number); }
  std::string operator()(bool truth) const { return truth ? "true" : "false"; }
  std::string operator()(Symbol word) const { return word.text(); }
  std::string operator()(const Words& words) const {
    std::string text;
    for (const Symbol& word : words) {
      if (!text.empty()) text += "; ";
      text += word.text();
    }
    return text;
  }
};

}  // namespace

const AttributeValue* find_attribute(const Attributes& attributes, Symbol name) {
  for (const Attribute& attribute : attributes) {
    if (attribute.name == name) return &attribute.value;
  }
  return nullptr;
}

std::string to_text(const AttributeValue& value) { return std::visit(Writer{}, value); }

}  // namespace outmap
