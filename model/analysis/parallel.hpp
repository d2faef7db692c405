// Work shared between threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "model/analysis/listener.hpp"

namespace outmap {

/// Threads to start for an option in which 0 means as many as the machine runs at once.
inline unsigned thread_count(unsigned wanted) {
  static const unsigned cores = std::max(1U, std::thread::hardware_concurrency());  // opens a file each time
  return wanted != 0 ? wanted : cores;
}

/// The same for a job of about `steps` simple steps, some nanoseconds each: no more threads than have a million steps
/// to do. Below, starting one takes longer than it saves; and from the first one on every allocation of a process is
/// slower.
inline unsigned threads_for(std::size_t steps, unsigned wanted) {
  constexpr std::size_t worth_a_thread = 1'000'000;
  const std::size_t useful = 1 + steps / worth_a_thread;
  return useful == 1 ? 1 : static_cast<unsigned>(std::min<std::size_t>(thread_count(wanted), useful));
}

/// Calls task(i) once for every i below `tasks`, from up to `threads` threads, in no certain order: each task must
/// write to places of its own. Ends when all are done; the first exception of a task is thrown again, the tasks not yet
/// begun are dropped. The listener, where there is one, is told of every task that is done, as a part of `what`.
template <class Task>
void run_parallel(std::size_t tasks, unsigned threads, Task task, const Listener& listener = {},
                  std::string_view what = {}) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex failure_lock;
  std::size_t done = 0;
  std::mutex telling;
  const auto tell = [&] {
    if (!listener) return;
    const std::lock_guard guard(telling);
    listener(what, ++done, tasks);
  };
  if (listener) listener(what, 0, tasks);
  const auto work = [&] {
    for (std::size_t i = next++; i < tasks; i = next++) {
      try {
        task(i);
        tell();
      } catch (...) {
        next = tasks;
        const std::lock_guard guard(failure_lock);
        if (!failure) failure = std::current_exception();
      }
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < std::min<std::size_t>(threads, tasks); ++i) helpers.emplace_back(work);
    work();
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace outmap
