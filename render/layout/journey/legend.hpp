// The legend: exactly the marks that occur in the picture.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/map/map.hpp"
#include "render/layout/journey/pen.hpp"

namespace outmap::journey_picture {

enum class Mark {
  value_now,
  value_ghost,
  value_wanted,
  value_planned,
  gap,
  gained,
  surplus,
  lost,
  moment_of_truth,
  new_touchpoint,
  not_needed,
  unserved,
  level,
  importance,
  over_target,
  under_limit,
  emotion_ghost,
  stage_share,
  other_customer_1,
  other_customer_2,
  other_customer_3,
};

enum class OwnerMark { own_unit, partner };

/// Marks that occur, collected while lanes are measured. Opportunities count as an initiative without a status.
struct Marks {
  std::set<Mark> marks;
  std::set<std::optional<InitiativeStatus>> statuses;
  std::set<OwnerMark> owners;
  std::vector<std::string> channels;  // names of icons, in the order of first use
  std::set<std::optional<EvidenceMethod>> methods;
  bool few_answers = false;
  bool compare = false;                      // names some marks otherwise
  std::string after = "planned";             // what is compared with today
  std::vector<std::string> other_customers;  // names, in the order of their marks

  void add(Mark mark) { marks.insert(mark); }
  void add_channel(const std::string& channel) {
    for (const std::string& known : channels)
      if (known == channel) return;
    channels.push_back(channel);
  }
};

/// The card at the left and the strip under the sheet: their heights, and drawing. A legend of nothing has height 0.
double legend_card_height(const Pen& pen, const Marks& marks, double width);
void draw_legend_card(const Pen& pen, const Marks& marks, const Box& box, Shapes& into);
double legend_strip_height(const Pen& pen, const Marks& marks, double width);
void draw_legend_strip(const Pen& pen, const Marks& marks, const Box& box, Shapes& into);

}  // namespace outmap::journey_picture
