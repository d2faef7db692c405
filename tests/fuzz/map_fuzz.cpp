// Any text, read as a map: no crash, and a map that is accepted writes JSON that reads back as the same map.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "model/format/write.hpp"
#include "model/io/load.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto loaded =
      outmap::load_map_text("map.yaml", std::string(reinterpret_cast<const char*>(data), size), "/nowhere");
  if (!loaded.map) {
    if (!loaded.problems.has_errors()) std::abort();
    return 0;
  }
  const auto again = outmap::load_map_text("map.json", to_json(*loaded.map).dump(), "/nowhere");
  if (!again.map || !(*again.map == *loaded.map)) std::abort();
  return 0;
}
