#include <algorithm>

#include "cli/cluster/parts.hpp"
#include "cli/cluster/words.hpp"
#include "cli/display_text.hpp"
#include "cli/listing.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

std::string segment_name(const PeopleSegment& segment) {
  if (segment.is_missing()) return "(not said)";
  std::string name;
  for (const std::string& group : segment.groups) name += (name.empty() ? "" : ", ") + group;
  return printable(name);
}

/// "region and age"
std::string attribute_names(const SegmentReport& segments) {
  std::vector<std::string> names;
  for (const auto& attribute : segments.attributes) names.push_back(printable(attribute.name));
  return in_a_row(names);
}

/// Counts; those that stand out are marked, '+' for more and '-' for fewer than chance would have it.
Cell count_cell(const SegmentCell& cell) {
  if (!cell.stands_out) return {cell.count > 0 ? std::to_string(cell.count) + " " : "· ", "", Ink::plain};
  const bool more = cell.residual > 0;
  return {std::to_string(cell.count) + (more ? "+" : "−"), "", more ? Ink::good : Ink::warning};
}

Listing cross_table(const ClusterReport& report, const SegmentReport& segments) {
  Listing listing{{{.key = "segment", .heading = "segment", .flexible = true}}, {}};
  for (const Cluster& cluster : report.clusters) {
    listing.columns.push_back({.key = cluster.id, .heading = cluster.id, .align = Align::right});
  }
  listing.columns.push_back({.key = "outside", .heading = "none", .align = Align::right});
  for (std::size_t i = 0; i < segments.segments.size(); ++i) {
    std::vector<Cell> row{text_cell(segment_name(segments.segments[i]))};
    for (std::size_t c = 0; c < report.clusters.size(); ++c) row.push_back(count_cell(segments.cell(i, c)));
    const std::size_t outside = segments.segments[i].outside;
    row.push_back({outside > 0 ? std::to_string(outside) : "·", "", Ink::plain});
    listing.rows.push_back(std::move(row));
  }
  return listing;
}

/// How far segments and clusters say the same, in words.
std::string agreement(const SegmentReport& segments) {
  if (!segments.adjusted_rand_index) return "nobody could be compared.";
  const double index = *segments.adjusted_rand_index;
  const std::string_view words = index >= 0.65   ? "segments tell with whom people belong"
                                 : index >= 0.2  ? "segments tell part of who belongs together"
                                 : index >= 0.05 ? "segments tell little of who belongs together"
                                                 : "segments do not tell who belongs together";
  return std::string(words) + " (adjusted Rand index " + few_decimals(index, 2) + ", mutual information " +
         few_decimals(segments.normalised_mutual_information.value_or(0), 2) + ").";
}

std::string standing_out(const ClusterReport& report, const SegmentReport& segments, const Screen& screen) {
  constexpr std::size_t told = 5;
  std::string text;
  for (std::size_t i = 0; i < std::min(told, segments.standing_out.size()); ++i) {
    const SegmentPlace& place = segments.standing_out[i];
    const SegmentCell& cell = segments.cell(place.segment, place.cluster);
    text += bullet(segment_name(segments.segments[place.segment]) + " in " + cluster_names(report, {place.cluster}) +
                       ": " + std::to_string(cell.count) + ", by chance " + few_decimals(cell.expected),
                   screen);
  }
  return text;
}

}  // namespace

std::string segments_text(const ClusterReport& report, const Screen& screen) {
  if (!report.segments) return {};
  const SegmentReport& segments = *report.segments;
  return heading("Segments by " + attribute_names(segments) + " against clusters", screen) +
         paragraph("The " + agreement(segments), screen) + "\n" + listing_text(cross_table(report, segments), screen) +
         standing_out(report, segments, screen);
}

}  // namespace outmap
