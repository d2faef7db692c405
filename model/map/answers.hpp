// What people answered: ratings, Kano pairs, feedback, prices.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/map/date.hpp"
#include "model/map/element.hpp"
#include "model/text/compact_text.hpp"

namespace outmap {

/// Maps hold a million of these.
struct Rating {
  CompactText respondent;
  CompactText outcome;
  std::optional<double> importance;
  std::optional<double> satisfaction;
  CompactText customer;
  std::optional<Date> date;
  double scale_min = 1;
  double scale_max = 5;

  bool operator==(const Rating&) const = default;
};

enum class KanoAnswer { like, must_be, neutral, live_with, dislike };

struct KanoPair {
  std::string respondent;
  Id outcome;
  KanoAnswer functional = KanoAnswer::neutral;
  KanoAnswer dysfunctional = KanoAnswer::neutral;

  bool operator==(const KanoPair&) const = default;
};

enum class FeedbackKind { nps, csat };

struct Feedback : Element {
  std::optional<Date> date;
  Id customer;
  Id stage;
  std::optional<FeedbackKind> kind;
  std::optional<double> score;
  std::string text;

  bool operator==(const Feedback&) const = default;
};

struct PriceAnswer {
  std::string respondent;
  Id offering;
  double willing_to_pay = 0;

  bool operator==(const PriceAnswer&) const = default;
};

}  // namespace outmap
