// Numbers in the place of names, for tables that are counted by them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace outmap {

/// Numbers names in the order in which they appear, from 0. The name that came last is often the next one too: it is
/// not looked up. Keeps views of the names. O(1) a name.
class NameNumbers {
 public:
  std::uint32_t number_of(std::string_view name) {
    if (!numbers_.empty() && name == last_name_) return last_;
    last_ = numbers_.try_emplace(name, static_cast<std::uint32_t>(numbers_.size())).first->second;
    last_name_ = name;
    return last_;
  }
  std::size_t size() const { return numbers_.size(); }

 private:
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::string_view last_name_;
  std::uint32_t last_ = 0;
};

}  // namespace outmap
