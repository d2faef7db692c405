#include <algorithm>
#include <map>

#include "cli/cluster/parts.hpp"
#include "cli/cluster/words.hpp"
#include "cli/display_text.hpp"
#include "cli/names.hpp"

namespace outmap {
namespace {

constexpr std::size_t clusters_told = 8;    // in words; of others only what they have in common
constexpr std::size_t clusters_named = 30;  // the table holds them all
constexpr std::size_t label_width = 15;

/// A label, and its text wrapped beside it; nothing where there is no text.
std::string told(std::string_view label, std::string_view text, const Screen& screen) {
  std::string block;
  if (text.empty()) return block;
  for (const std::string& line : wrap_words(text, text_width(screen) - label_width)) {
    block += block.empty() ? screen.paint(Ink::faint, padded_right("  " + std::string(label), label_width))
                           : std::string(label_width, ' ');
    block += line + "\n";
  }
  return block;
}

/// The elements that its pinned name means and that are elsewhere, by where they are.
std::string outside_text(const Map& map, const ClusterReport& report, const Cluster& cluster) {
  std::map<std::size_t, Ids> by_place;  // isolated ones last
  for (const Id& id : cluster.outside) by_place[report.cluster_of(id).value_or(report.clusters.size())].push_back(id);
  std::string text;
  for (const auto& [place, ids] : by_place) {
    text += (text.empty() ? "" : "; ") + names_text(map, ids, names_told) +
            (place < report.clusters.size() ? " (now in " + cluster_names(report, {place}) + ")" : " (tied to nobody)");
  }
  return text;
}

/// All of a few; of many those that are most typical.
std::string members_text(const Map& map, const Ids& ids) {
  constexpr std::size_t few = 20;
  constexpr std::size_t typical = 3;
  if (ids.size() <= few) return names_text(map, ids, few);
  return "most typical " + names_text(map, {ids.begin(), ids.begin() + typical}, typical);
}

/// One cluster in words.
std::string cluster_text(const Map& map, const ClusterReport& report, const Cluster& cluster, const Screen& screen) {
  std::string text = heading(cluster.id + "  " + printable(cluster.name), screen);
  for (const auto& [label, words] : cluster_words(map, report, cluster)) text += told(label, words, screen);
  return text;
}

}  // namespace

LabelledWords cluster_words(const Map& map, const ClusterReport& report, const Cluster& cluster) {
  constexpr std::size_t traits_told = 4;
  constexpr std::size_t initiatives_told = 3;
  constexpr std::size_t parts_told = 3;
  return {{"who", size_text(cluster)},
          {"customers", members_text(map, members_of_kind(map, cluster, false))},
          {"partners", members_text(map, members_of_kind(map, cluster, true))},
          {"in common", traits_text(map, cluster, traits_told)},
          {"tied by", types_text(cluster)},
          {"centre", printable(map.name_of(cluster.center))},
          {"unmet need", unmet_need_text(map, cluster.scores.unmet_need, parts_told)},
          {"collaborates", collaboration_text(cluster.scores.collaboration)},
          {"value", value_text(map, cluster.scores.value)},
          {"could help", initiatives_text(map, cluster.strategy, initiatives_told)},
          {"unserved", needs_text(map, cluster.strategy)},
          {"not here", outside_text(map, report, cluster)}};
}

std::string cluster_details(const Map& map, const ClusterReport& report, const Screen& screen) {
  constexpr std::size_t traits_told = 2;
  const std::size_t all = report.clusters.size();
  const std::size_t whole = all <= clusters_told + 1 ? all : clusters_told;
  std::string text;
  for (std::size_t i = 0; i < whole; ++i) text += cluster_text(map, report, report.clusters[i], screen);
  for (std::size_t i = whole; i < std::min(all, clusters_named); ++i) {
    const Cluster& cluster = report.clusters[i];
    text += heading(cluster.id + "  " + printable(cluster.name), screen);
    text += told("who", size_text(cluster), screen);
    text += told("in common", traits_text(map, cluster, traits_told), screen);
  }
  if (all > whole) text += "\n" + paragraph("More about each with --format json.", screen, Ink::faint);
  return text;
}

}  // namespace outmap
