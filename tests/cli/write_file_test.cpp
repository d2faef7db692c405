#include "cli/write_file.hpp"

#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <iterator>

#include "tests/support/files.hpp"

namespace fs = std::filesystem;
using namespace outmap;
using test::bytes_of;

namespace {

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "outmap-write-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string file(const std::string& name) const { return (path_ / name).string(); }
  std::ptrdiff_t count() const { return std::distance(fs::directory_iterator(path_), fs::directory_iterator()); }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("A file is replaced whole, keeps its permissions and leaves nothing beside it", "[cli]") {
  const Folder folder;
  replace_file(folder.file("a.svg"), "first, and longer");
  fs::permissions(folder.file("a.svg"), fs::perms::owner_read | fs::perms::owner_write);
  replace_file(folder.file("a.svg"), "second");
  CHECK(bytes_of(folder.file("a.svg")) == "second");
  CHECK(fs::status(folder.file("a.svg")).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(folder.count() == 1);
}

TEST_CASE("A new file has the permissions of any new file", "[cli]") {
  const Folder folder;
  const mode_t before = ::umask(022);
  replace_file(folder.file("a.svg"), "x");
  ::umask(before);
  CHECK((fs::status(folder.file("a.svg")).permissions() & fs::perms::mask) == fs::perms(0644));
}

TEST_CASE("A symbolic link keeps pointing where it did", "[cli]") {
  const Folder folder;
  replace_file(folder.file("a.svg"), "old");
  fs::create_symlink(folder.file("a.svg"), folder.file("link.svg"));
  replace_file(folder.file("link.svg"), "new");
  CHECK(fs::is_symlink(folder.file("link.svg")));
  CHECK(bytes_of(folder.file("a.svg")) == "new");
}

TEST_CASE("What cannot be written is refused and nothing is left behind", "[cli]") {
  const Folder folder;
  CHECK_THROWS_AS(replace_file(folder.file("no/such/folder.svg"), "x"), FileError);
  fs::create_directory(folder.file("taken"));
  CHECK_THROWS_WITH(replace_file(folder.file("taken"), "x"), Catch::Contains("it is a folder"));
  CHECK(folder.count() == 1);
}

TEST_CASE("A device is written to, not replaced", "[cli]") {
  replace_file("/dev/null", "x");
  CHECK(fs::is_character_file("/dev/null"));
  CHECK_THROWS_WITH(replace_file("/dev/full", "x"), Catch::Contains("No space left"));
}

TEST_CASE("A signal in the middle of writing leaves no debris and no half file", "[cli]") {
  const Folder folder;
  const std::string bytes(std::size_t{8} << 20, 'x');
  for (const int pause_ms : {5, 20, 60}) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      tidy_up_on_signals();
      for (;;) replace_file(folder.file("big"), bytes);
    }
    ::usleep(static_cast<useconds_t>(pause_ms) * 1000);
    REQUIRE(::kill(child, SIGINT) == 0);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    for (const auto& entry : fs::directory_iterator(fs::path(folder.file("big")).parent_path())) {
      CHECK(entry.path().filename() == "big");
      CHECK(entry.file_size() == bytes.size());
    }
  }
}
