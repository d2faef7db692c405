// Ties, causal claims, and the evidence for them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/map/date.hpp"
#include "model/map/element.hpp"

namespace outmap {

struct Relation : Remark {
  Id from;
  Id to;
  std::string type;
  double strength = 1;
  bool directed = false;

  bool operator==(const Relation&) const = default;
};

struct Influence : Remark {
  Id from;
  Id to;
  double weight = 0;
  double confidence = 0.5;
  Ids evidence;

  bool operator==(const Influence&) const = default;
};

enum class EvidenceMethod {
  interview,
  focus_group,
  survey,
  product_test,
  participatory_mapping,
  feedback,
  observation,
  document,
};
enum class EvidenceKind { says, does };

struct Evidence : Element {
  std::optional<EvidenceMethod> method;
  std::optional<Date> date;
  std::string source;
  std::string quote;
  Ids supports;
  Ids contradicts;
  std::optional<EvidenceKind> kind;
  std::optional<double> rating;

  bool operator==(const Evidence&) const = default;
};

}  // namespace outmap
