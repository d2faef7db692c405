// The first byte chooses whether the bytes are checked before they are parsed.
#include "model/io/parse.hpp"
#include "tests/fuzz/verify.hpp"

using namespace outmap;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  Diagnostics problems;
  std::optional<Source> source = Source("f", bytes);
  if ((data[0] & 1) != 0) source = decode_source("f", std::move(bytes), problems);
  if (!source) {
    fuzz::verify(problems);
    return 0;
  }
  const auto document = parse_yaml(std::move(*source), problems);
  fuzz::verify(document, problems);
  return 0;
}
