// The words that stand for enumerated values in a map; the order is that of the enumeration.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "model/map/elements.hpp"

namespace outmap {

template <class E>
struct Choices;

template <class E>
concept Choice = requires {
  Choices<E>::words;
};

/// The word for a value: "less", "focus-group".
template <Choice E>
constexpr std::string_view word_of(E value) {
  return Choices<E>::words[static_cast<std::size_t>(value)];
}

/// The value that a word stands for, or nothing.
template <Choice E>
constexpr std::optional<E> choice_of(std::string_view word) {
  for (std::size_t i = 0; i < Choices<E>::words.size(); ++i) {
    if (Choices<E>::words[i] == word) return static_cast<E>(i);
  }
  return std::nullopt;
}

namespace detail {
template <class... W>
constexpr auto words(W... word) {
  return std::array<std::string_view, sizeof...(W)>{word...};
}
}  // namespace detail

template <>
struct Choices<PartnerKind> {
  static constexpr auto words = detail::words("external", "internal");
};
template <>
struct Choices<JourneyState> {
  static constexpr auto words = detail::words("current", "future");
};
template <>
struct Choices<Layer> {
  static constexpr auto words = detail::words("front", "back");
};
template <>
struct Choices<Direction> {
  static constexpr auto words = detail::words("more", "less");
};
template <>
struct Choices<ValueKind> {
  static constexpr auto words = detail::words("functional", "financial", "emotional", "social");
};
template <>
struct Choices<Valence> {
  static constexpr auto words = detail::words("gain", "avoid");
};
template <>
struct Choices<Scope> {
  static constexpr auto words = detail::words("customer", "organisation");
};
template <>
struct Choices<InitiativeStatus> {
  static constexpr auto words = detail::words("idea", "planned", "running", "done", "stopped");
};
template <>
struct Choices<InitiativeMode> {
  static constexpr auto words = detail::words("push", "pull");
};
template <>
struct Choices<Posture> {
  static constexpr auto words = detail::words("relevant", "responsive", "resilient");
};
template <>
struct Choices<Horizon> {
  static constexpr auto words = detail::words("today", "tomorrow");
};
template <>
struct Choices<Origin> {
  static constexpr auto words = detail::words("asked", "used", "ours", "imposed");
};
template <>
struct Choices<EvidenceMethod> {
  static constexpr auto words = detail::words("interview", "focus-group", "survey", "product-test",
                                              "participatory-mapping", "feedback", "observation", "document");
};
template <>
struct Choices<EvidenceKind> {
  static constexpr auto words = detail::words("says", "does");
};
template <>
struct Choices<MarkerLevel> {
  static constexpr auto words = detail::words("low", "medium", "high");
};
template <>
struct Choices<ReadingPart> {
  static constexpr auto words = detail::words("emotion", "functional", "financial", "emotional", "social");
};
template <>
struct Choices<JournalKind> {
  static constexpr auto words = detail::words("outcome", "strategy", "performance");
};
template <>
struct Choices<HarvestStatus> {
  static constexpr auto words = detail::words("hypothesis", "drafted", "reviewed", "substantiated");
};
template <>
struct Choices<Priority> {
  static constexpr auto words = detail::words("low", "medium", "high");
};
template <>
struct Choices<KanoAnswer> {
  static constexpr auto words = detail::words("like", "must-be", "neutral", "live-with", "dislike");
};
template <>
struct Choices<FeedbackKind> {
  static constexpr auto words = detail::words("nps", "csat");
};

}  // namespace outmap
