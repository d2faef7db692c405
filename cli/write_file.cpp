#include "cli/write_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>
#include <vector>

namespace outmap {
namespace {

constexpr std::array ending_signals = {SIGINT, SIGTERM, SIGHUP};

/// The path that a signal must remove. A pointer to text that outlives its time here, so that the handler may read it.
std::atomic<const char*> unfinished{nullptr};

extern "C" void remove_unfinished(int signal_number) {
  if (const char* path = unfinished.load(); path != nullptr) ::unlink(path);
  std::signal(signal_number, SIG_DFL);
  std::raise(signal_number);
}

[[noreturn]] void cannot_write(const std::string& path, int error) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  std::error_code none;
  if (error == ENOENT && !folder.empty() && !std::filesystem::exists(folder, none)) {
    throw FileError("cannot write " + path + ": there is no folder " + folder.string());
  }
  throw FileError("cannot write " + path + ": " + std::strerror(error));
}

/// Holds back the signals that end the program: between the birth of a file and the note of its name none may come.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t ending;
    ::sigemptyset(&ending);
    for (const int number : ending_signals) ::sigaddset(&ending, number);
    ::pthread_sigmask(SIG_BLOCK, &ending, &before_);
  }
  ~SignalsHeld() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;

 private:
  sigset_t before_;
};

/// Returns 0, or the number of the error.
int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

/// The file beside the one that is replaced; removed again unless it was given its name.
class Unfinished {
 public:
  explicit Unfinished(const std::string& path) : path_(path), name_(path.begin(), path.end()) {
    const std::string pattern = std::filesystem::path(path)
                                    .replace_filename("." + std::filesystem::path(path).filename().string() + ".XXXXXX")
                                    .string();
    name_.assign(pattern.begin(), pattern.end());
    name_.push_back('\0');
    const SignalsHeld held;
    file_ = ::mkstemp(name_.data());
    if (file_ < 0) cannot_write(path, errno);
    unfinished = name_.data();
  }
  ~Unfinished() {
    if (file_ >= 0) ::close(file_);
    if (!named_) ::unlink(name_.data());
    unfinished = nullptr;
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  void fill(std::string_view bytes, mode_t permissions) {
    int error = write_all(file_, bytes);
    if (error == 0 && ::fchmod(file_, permissions) != 0) error = errno;
    if (::close(std::exchange(file_, -1)) != 0 && error == 0) error = errno;
    if (error != 0) cannot_write(path_, error);
  }

  void take_name() {
    if (::rename(name_.data(), path_.c_str()) != 0) cannot_write(path_, errno);
    named_ = true;
  }

 private:
  std::string path_;
  std::vector<char> name_;
  int file_ = -1;
  bool named_ = false;
};

mode_t permissions_of_new_files() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

void write_directly(const std::string& path, std::string_view bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) cannot_write(path, errno);
  const int error = write_all(file, bytes);
  ::close(file);
  if (error != 0 && error != EPIPE) cannot_write(path, error);
}

}  // namespace

void write_stream(int stream, std::string_view bytes, const std::string& name) {
  const int error = write_all(stream, bytes);
  if (error != 0 && error != EPIPE) cannot_write(name, error);
}

void replace_file(const std::string& path, std::string_view bytes) {
  std::error_code ignored;
  const std::filesystem::path target = std::filesystem::is_symlink(path, ignored)
                                           ? std::filesystem::weakly_canonical(path, ignored)
                                           : std::filesystem::path(path);
  struct stat before {};
  const bool exists = ::stat(target.c_str(), &before) == 0;
  if (exists && S_ISDIR(before.st_mode)) throw FileError("cannot write " + path + ": it is a folder");
  if (exists && !S_ISREG(before.st_mode)) return write_directly(target.string(), bytes);
  if (exists && ::access(target.c_str(), W_OK) != 0) cannot_write(path, errno);
  Unfinished file(target.string());
  file.fill(bytes, exists ? before.st_mode & 07777 : permissions_of_new_files());
  file.take_name();
}

void tidy_up_on_signals() {
  std::signal(SIGPIPE, SIG_IGN);
  for (const int number : ending_signals) {
    if (std::signal(number, remove_unfinished) == SIG_IGN) std::signal(number, SIG_IGN);
  }
}

}  // namespace outmap
