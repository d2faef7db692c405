#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "model/io/parse.hpp"
#include "tests/support/printed.hpp"

using namespace outmap;
using test::printed;

namespace {

using namespace std::string_literals;

/// What became of some bytes: the text, or nothing, and what was said.
struct Read {
  std::optional<std::string> text;
  std::string said;
};

Read decoded(std::string bytes, Encoding encoding = Encoding::automatic) {
  Diagnostics problems;
  const auto source = decode_source("f", std::move(bytes), problems, {.encoding = encoding});
  return {source ? std::optional<std::string>(source->text()) : std::nullopt, printed(problems)};
}

Read read(const std::string& path, const ReadOptions& options = {}) {
  Diagnostics problems;
  const auto source = read_source(path, problems, options);
  for (const Diagnostic& problem : problems.all()) CHECK(problem.place.file == path);
  return {source ? std::optional<std::string>(source->text()) : std::nullopt, printed(problems)};
}

/// A folder that is gone afterwards.
struct TemporaryFolder {
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("outmap-read-test-" + std::to_string(::getpid()));
  TemporaryFolder() { std::filesystem::create_directories(path); }
  ~TemporaryFolder() { std::filesystem::remove_all(path); }
  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path / name, std::ios::binary) << bytes;
    return (path / name).string();
  }
};

}  // namespace

TEST_CASE("byte order marks are obeyed and taken away", "[read]") {
  CHECK(decoded("\xEF\xBB\xBFname").text == "name");
  CHECK(decoded("\xEF\xBB\xBFname").said.empty());
  CHECK(decoded("\xFF\xFEn\0\xE9\0\x3C\xD8\x00\xDF"s).text == "né🌀");
  CHECK(decoded("\xFE\xFF\0n\0\xE9\xD8\x3C\xDF\x00"s).text == "né🌀");
  CHECK(decoded("\xFE\xFF\0n"s).said ==
        "0:0+1 note file.utf16: the file is UTF-16 and was read as such (save it as UTF-8)\n");
  const std::string damaged =
      "0:0+1 error file.encoding: the file is damaged UTF-16, which is not read (save it as UTF-8)\n";
  CHECK(decoded("\xFF\xFEn\0x"s).said == damaged);
  CHECK(decoded("\xFF\xFE\x3C\xD8"s).said == damaged);
  CHECK(decoded("\xFF\xFE\x3C\xD8n\0"s).said == damaged);
  CHECK(decoded("\xFF\xFE\x00\xDF"s).said == damaged);
  CHECK(decoded("\xFF\xFE\0\0n\0\0\0"s).said ==
        "0:0+1 error file.encoding: the file is UTF-32, which is not read (save it as UTF-8)\n");
}

TEST_CASE("text that is not UTF-8 is taken as Windows-1252 where that is allowed", "[read]") {
  const Read guessed = decoded("id;name\n1;M\xFCller \x80 \x96\n");
  CHECK(guessed.text == "id;name\n1;Müller € –\n");
  CHECK(guessed.said ==
        "2:4+1 warning file.latin1: the file is not UTF-8 from here on; it was read as Windows-1252 (Latin-1)"
        " (check that accented letters are right, and save the file as UTF-8)\n");
  const Read told = decoded("M\xFCller", Encoding::latin1);
  CHECK(told.text == "Müller");
  CHECK(told.said.empty());
  const Read refused = decoded("{\"a\": \"é\xFC\"}", Encoding::utf8);
  CHECK_FALSE(refused.text);
  CHECK(refused.said == "1:9+1 error file.encoding: the byte 0xFC is not UTF-8 (save the file as UTF-8)\n");
}

TEST_CASE("empty text, null bytes and too much text are refused", "[read]") {
  CHECK(decoded("").said == "0:0+1 error file.empty: the file is empty\n");
  CHECK(decoded("\xEF\xBB\xBF").said == "0:0+1 error file.empty: the file is empty\n");
  CHECK_FALSE(decoded("").text);
  CHECK(decoded("a: 1\nb: \0"s).said ==
        "2:4+1 error file.null-byte: a null byte stands in the text"
        " (remove it; if the file is full of them it is not text)\n");
  CHECK(decoded("a\0:\0"s).said ==
        "1:2+1 error file.null-byte: a null byte stands in the text"
        " (this looks like UTF-16 without a byte order mark: save the file as UTF-8)\n");
  Diagnostics problems;
  CHECK_FALSE(decode_source("f", "12345", problems, {.max_bytes = 4}));
  CHECK(printed(problems) ==
        "0:0+1 error file.too-large: the file is larger than 4 bytes (split it into several tables)\n");
}

TEST_CASE("files are read whole", "[read]") {
  const TemporaryFolder folder;
  std::string large(300'000, 'x');
  large += "end";
  CHECK(read(folder.write("large.yaml", large)).text == large);
  CHECK(read(folder.write("bytes.yaml", "a\r\nb")).text == "a\r\nb");
  CHECK(read(folder.write("empty.yaml", "")).said == "0:0+1 error file.empty: the file is empty\n");
  CHECK(read(folder.write("long.yaml", "12345"), {.max_bytes = 4}).said ==
        "0:0+1 error file.too-large: the file is larger than 4 bytes (split it into several tables)\n");
  CHECK(read(folder.write("just.yaml", "1234"), {.max_bytes = 4}).text == "1234");
}

TEST_CASE("what cannot be opened is said with what to do", "[read]") {
  const TemporaryFolder folder;
  folder.write("riverside.yaml", "a");
  const std::string base = folder.path.string();
  CHECK(read(base + "/riversdie.yaml").said ==
        "0:0+1 error file.not-found: there is no such file (did you mean '" + base + "/riverside.yaml'?)\n");
  CHECK(read(base + "/other.txt").said == "0:0+1 error file.not-found: there is no such file\n");
  CHECK(read(base + "/nowhere/map.yaml").said == "0:0+1 error file.not-found: there is no such file (the folder '" +
                                                     base + "/nowhere' does not exist either)\n");
  CHECK(read(base).said == "0:0+1 error file.directory: this is a folder, and a file was expected\n");
  CHECK(read(base + "/riverside.yaml/map.yaml").said.substr(0, 12) == "0:0+1 error ");
  CHECK_FALSE(read("").text);

  const std::string locked = folder.write("locked.yaml", "a");
  std::filesystem::permissions(locked, std::filesystem::perms::none);
  if (::geteuid() != 0)
    CHECK(read(locked).said == "0:0+1 error file.unreadable: the file cannot be read (check its permissions)\n");
}
