// Bytes to files and streams: whole or not at all.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace outmap {

/// A file that cannot be written, with the reason: exit status 2.
class FileError : public std::runtime_error {
 public:
  explicit FileError(const std::string& message) : std::runtime_error(message) {}
};

/// Writes all of `bytes`. A reader that closed its end of the pipe has seen enough: that is no error. Throws FileError
/// where the stream takes no more, as on a full disk.
void write_stream(int stream, std::string_view bytes, const std::string& name);

/// Makes `path` hold exactly `bytes`: they are written to a file beside it, which then takes its name and its
/// permissions. Where that fails, or a signal ends the program, the old file stands untouched and nothing is left
/// behind. A symbolic link keeps pointing where it did; devices and pipes are written to directly. Throws FileError.
void replace_file(const std::string& path, std::string_view bytes);

/// Ignores SIGPIPE and, at SIGINT, SIGTERM and SIGHUP, removes what replace_file is writing before the program ends.
void tidy_up_on_signals();

}  // namespace outmap
