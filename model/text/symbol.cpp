#include "model/text/symbol.hpp"

#include <array>
#include <mutex>
#include <unordered_set>

namespace outmap {

namespace {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// One part of the table of words with a lock of its own, so that threads seldom wait for each other. The set keeps
/// every word at its address.
struct alignas(64) Shard {
  std::mutex mutex;
  std::unordered_set<std::string, TextHash, std::equal_to<>> words;
};

constexpr std::size_t shard_bits = 5;

const std::string* intern(std::string_view text) {
  // Never freed: symbols may be used until the very end of the program.
  static auto& shards = *new std::array<Shard, std::size_t{1} << shard_bits>;
  // The upper bits choose the shard; the set inside takes the hash modulo a prime.
  Shard& shard = shards[TextHash{}(text) >> (8 * sizeof(std::size_t) - shard_bits)];
  const std::lock_guard lock(shard.mutex);
  const auto found = shard.words.find(text);
  return &*(found != shard.words.end() ? found : shard.words.emplace(text).first);
}

}  // namespace

Symbol::Symbol() : Symbol(std::string_view()) {}

Symbol::Symbol(std::string_view text) : text_(intern(text)) {}

}  // namespace outmap
