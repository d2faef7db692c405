#include "render/diagrams/relations_why.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "model/text/numbers.hpp"
#include "render/diagrams/relations_diagram.hpp"

namespace outmap {
namespace {

using Scores = std::vector<std::optional<double>>;

/// A score of all clusters, and what being first in it is called.
struct Dimension {
  Scores scores;
  std::string first;        // "largest unmet need"
  std::string first_alone;  // "the largest unmet need", as in the finding
  bool share = false;       // of the whole, in percent
};

std::vector<Dimension> dimensions_of(const ClusterReport& report) {
  std::vector<Dimension> all{{{}, "largest unmet need", "the largest unmet need", false},
                             {{}, "most value", "the most value", true},
                             {{}, "closest ties", "the closest ties of customers and partners", false}};
  for (const Cluster& cluster : report.clusters) {
    all[0].scores.push_back(cluster.scores.unmet_need.score);
    all[1].scores.push_back(cluster.scores.value.score);
    all[2].scores.push_back(cluster.scores.collaboration.score);
  }
  return all;
}

std::string in_brackets(const Dimension& dimension, std::size_t cluster) {
  const double score = *dimension.scores[cluster];
  return dimension.share ? " (" + percent_text(score / 100) + ")" : " (" + grouped(score) + ")";
}

bool is_first(const Dimension& dimension, std::size_t cluster) {
  if (!dimension.scores[cluster] || *dimension.scores[cluster] <= 0) return false;
  return std::ranges::none_of(dimension.scores,
                              [&](const auto& other) { return other && *other > *dimension.scores[cluster] + 1e-9; });
}

/// Whether every other cluster has more of it.
bool is_last(const Dimension& dimension, std::size_t cluster) {
  if (!dimension.scores[cluster]) return false;
  for (std::size_t other = 0; other < dimension.scores.size(); ++other)
    if (other != cluster && dimension.scores[other].value_or(0) <= *dimension.scores[cluster] + 1e-9) return false;
  return true;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string words;
  for (std::size_t at = 0; at < parts.size(); ++at)
    words += (at == 0 ? "" : at + 1 == parts.size() ? " and " : ", ") + parts[at];
  return words;
}

std::string capitalised(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

/// Members with a declared tie out of the cluster: none, one by name, or several.
struct Gate {
  std::size_t members = 0;
  std::string name;  // of the first
};

Gate gate_of(const RelationsSource& source, std::size_t cluster) {
  std::vector<char> gates(source.cluster_of.size(), 0);
  for (const NetworkTie& tie : source.declared.ties) {
    const bool a = source.cluster_of[tie.a] == cluster;
    const bool b = source.cluster_of[tie.b] == cluster;
    if (a != b) gates[a ? tie.a : tie.b] = 1;
  }
  Gate gate;
  for (std::size_t node = 0; node < gates.size(); ++node)
    if (gates[node] && ++gate.members == 1) gate.name = source.declared.nodes[node].element->name;
  return gate;
}

/// Who alone ties the cluster to the others; empty where several do, or nothing is declared.
std::string only_gate(const RelationsSource& source, std::size_t cluster) {
  if (source.report.clusters.size() < 2 || source.report.clusters[cluster].members.size() < 2) return {};
  if (source.declared.ties.empty()) return {};
  const Gate gate = gate_of(source, cluster);
  if (gate.members == 0) return "no declared tie leads to the others";
  return gate.members == 1 ? "only " + gate.name + " leads to the others" : "";
}

const std::vector<UnmetPart>& missed_by(const RelationsSource& source, std::size_t cluster) {
  return source.report.clusters[cluster].scores.unmet_need.parts;
}

std::string most_missed(const RelationsSource& source, std::size_t cluster) {
  const auto& parts = missed_by(source, cluster);
  if (parts.empty() || parts.front().points <= 0) return {};
  return "most missed: “" + std::string(source.map.name_of(parts.front().id)) + "”";
}

/// Whether most clusters miss the same most, so that it tells nobody apart.
bool misses_what_most_miss(const RelationsSource& source, std::size_t cluster) {
  std::size_t same = 0, all = 0;
  for (std::size_t other = 0; other < source.report.clusters.size(); ++other) {
    if (missed_by(source, other).empty()) continue;
    ++all;
    same += missed_by(source, other).front().id == missed_by(source, cluster).front().id ? 1 : 0;
  }
  return same > 2 && 2 * same > all;
}

double points_of(const std::vector<UnmetPart>& parts, const Id& id) {
  const auto found = std::ranges::find(parts, id, &UnmetPart::id);
  return found == parts.end() ? 0 : found->points;
}

/// What sets the cluster's needs apart: what it misses further beyond the mean of the others than anything else.
std::string missed_more_than_elsewhere(const RelationsSource& source, std::size_t cluster) {
  const std::size_t others = source.report.clusters.size() - 1;
  const UnmetPart* most = nullptr;
  double furthest = 1;  // point: less is nothing to speak of
  for (const UnmetPart& part : missed_by(source, cluster)) {
    double elsewhere = 0;
    for (std::size_t other = 0; other <= others; ++other)
      if (other != cluster) elsewhere += points_of(missed_by(source, other), part.id) / static_cast<double>(others);
    if (part.points - elsewhere > furthest) furthest = part.points - elsewhere, most = &part;
  }
  return most ? "missed more than elsewhere: “" + std::string(source.map.name_of(most->id)) + "”" : "";
}

/// The most missed, or where nearly all miss the same, what this cluster misses more than they.
std::string missed_words(const RelationsSource& source, std::size_t cluster) {
  std::string most = most_missed(source, cluster);
  if (most.empty() || !misses_what_most_miss(source, cluster)) return most;
  const std::string own = missed_more_than_elsewhere(source, cluster);
  return own.empty() ? most : own;
}

std::vector<std::string> firsts_of(const RelationsSource& source, std::size_t cluster, bool alone) {
  std::vector<std::string> firsts;
  for (const Dimension& dimension : dimensions_of(source.report))
    if (is_first(dimension, cluster))
      firsts.push_back((alone ? dimension.first_alone : dimension.first) + in_brackets(dimension, cluster));
  return firsts;
}

}  // namespace

std::string why_of(const RelationsSource& source, std::size_t cluster) {
  if (!source.report.clusters[cluster].attention || source.report.clusters.size() < 2) return {};
  const std::string words = joined(firsts_of(source, cluster, false));
  std::string more = only_gate(source, cluster);
  if (more.empty()) more = missed_words(source, cluster);
  if (words.empty() || more.empty()) return capitalised(words + more);
  return capitalised(words) + "; " + more;
}

WhyFirst why_first(const RelationsSource& source) {
  const Cluster& first = source.report.clusters.front();
  if (!first.attention)
    return {first.name, fmt::format(" is the largest of {} clusters: {} of {} customers and partners.",
                                    source.report.clusters.size(), grouped(static_cast<double>(first.members.size())),
                                    grouped(static_cast<double>(source.declared.nodes.size())))};
  const std::vector<std::string> firsts = firsts_of(source, 0, true);
  std::string words = firsts.empty() ? " comes first: high in unmet need, collaboration and value together"
                                     : " comes first: " + joined(firsts);
  // The mean of three scores can put first who needs least: a reader should hear it here and not find it out.
  if (!firsts.empty() && is_last(dimensions_of(source.report).front(), 0)) words += ", though the smallest unmet need";
  const std::string gate = only_gate(source, 0);
  const std::string missed = most_missed(source, 0);
  if (!gate.empty())
    words += ", yet " + gate;
  else if (!missed.empty())
    words += "; " + missed;
  return {first.name, words + "."};
}

}  // namespace outmap
