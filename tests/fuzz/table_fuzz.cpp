// The first byte chooses the delimiter.
#include "model/io/parse.hpp"
#include "model/io/table.hpp"
#include "tests/fuzz/verify.hpp"

using namespace outmap;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr char delimiters[] = {0, ',', ';', '\t'};
  std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  Diagnostics problems;
  auto source = decode_source("f", std::move(bytes), problems);
  if (!source) {
    fuzz::verify(problems);
    return 0;
  }
  auto table = open_table(std::move(*source), problems, {.delimiter = delimiters[data[0] % 4]});
  fuzz::verify(problems);
  fuzz::require(table.has_value() || problems.has_errors());
  if (!table) return 0;
  std::string scratch;
  std::size_t text = 0;
  RowReader rows(*table, problems);
  for (std::size_t column = 0; column < table->columns(); ++column) fuzz::verify(table->header_place(column));
  while (rows.next())
    for (std::size_t column = 0; column < table->columns(); ++column) {
      text += rows.cell(column, scratch).size();
      fuzz::verify(table->place(rows.row(), column));
    }
  fuzz::verify(problems);
  fuzz::require(text <= table->source().text().size());
  return 0;
}
