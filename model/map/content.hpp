// Everything a map says, before or after its rules were checked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/map/elements.hpp"

namespace outmap {

/// A plain value: edit it freely, then make a Map of it.
struct MapContent {
  double format = 1;
  std::string title;
  std::string author;
  std::optional<Date> date;
  Scale scale;
  std::string currency;
  std::string vision;
  std::string mission;
  std::vector<Practice> practices;
  std::vector<MonitoringPriority> monitoring;
  std::vector<EvaluationQuestion> evaluation;
  std::vector<Customer> customers;
  std::vector<Partner> partners;
  std::vector<Need> needs;
  std::vector<Journey> journeys;
  std::vector<Touchpoint> touchpoints;
  std::vector<Outcome> outcomes;
  std::vector<Offering> offerings;
  std::vector<Process> processes;
  std::vector<Initiative> initiatives;
  std::vector<Competitor> competitors;
  std::vector<Factor> factors;
  std::vector<Relation> relations;
  std::vector<Influence> influences;
  std::vector<Evidence> evidence;
  std::vector<Reading> readings;
  std::vector<JournalEntry> journals;
  std::vector<Harvest> harvest;
  std::vector<Offer> offers;
  std::vector<PinnedCluster> clusters;
  std::vector<Rating> ratings;
  std::vector<KanoPair> kano;
  std::vector<Feedback> feedback;
  std::vector<PriceAnswer> prices;
  std::vector<Extension> extensions;

  // Compiled once, in content.cpp: each goes through every type of element.
  MapContent();
  MapContent(const MapContent&);
  MapContent(MapContent&&) noexcept;
  MapContent& operator=(const MapContent&);
  MapContent& operator=(MapContent&&) noexcept;
  ~MapContent();
  bool operator==(const MapContent&) const;
};

}  // namespace outmap
