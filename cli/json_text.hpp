// JSON results as text.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace outmap {

/// Indented by two spaces, UTF-8, with a line break at the end. Invalid UTF-8 becomes U+FFFD.
std::string json_text(const nlohmann::ordered_json& value);

/// The text, or null where it is empty.
nlohmann::ordered_json json_or_null(std::string_view text);

/// The value, or null where there is none.
template <class T>
nlohmann::ordered_json json_or_null(const std::optional<T>& value) {
  return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

/// The word of the choice as maps write it (its word_of), or null where there is none.
template <class Choice>
nlohmann::ordered_json word_or_null(const std::optional<Choice>& choice) {
  return choice ? nlohmann::ordered_json(word_of(*choice)) : nlohmann::ordered_json(nullptr);
}

/// The value's to_text, or null where there is none.
template <class Value>
nlohmann::ordered_json text_or_null(const std::optional<Value>& value) {
  return value ? nlohmann::ordered_json(to_text(*value)) : nlohmann::ordered_json(nullptr);
}

/// An object member by member, each name once. For objects that are large or of which there are hundreds: {{"id", id},
/// …} makes a list of every pair first, looks each name up among those before it, and copies the values, however deep.
class JsonObject {
 public:
  JsonObject() { members().reserve(12); }

  JsonObject& add(const char* name, nlohmann::ordered_json value) {
    members().emplace_back(name, std::move(value));
    return *this;
  }

  /// The members of another object, none of which this one has.
  JsonObject& add_all(nlohmann::ordered_json other) {
    for (auto& [name, value] : other.get_ref<nlohmann::ordered_json::object_t&>())
      members().emplace_back(name, std::move(value));
    return *this;
  }

  nlohmann::ordered_json take() { return std::move(object_); }

 private:
  nlohmann::ordered_json::object_t::Container& members() {
    return static_cast<nlohmann::ordered_json::object_t::Container&>(
        object_.get_ref<nlohmann::ordered_json::object_t&>());
  }

  nlohmann::ordered_json object_ = nlohmann::ordered_json::object();
};

/// An array of what `to_json` makes of each.
template <class List, class ToJson>
nlohmann::ordered_json json_list(const List& list, ToJson to_json) {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  all.get_ref<nlohmann::ordered_json::array_t&>().reserve(list.size());
  for (const auto& one : list) all.push_back(to_json(one));
  return all;
}

}  // namespace outmap
