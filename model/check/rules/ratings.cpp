// Answers lie on the scale of their question.
#include <fmt/format.h>

#include "model/check/rules.hpp"

namespace outmap {

namespace {

void check_answer(RuleContext& context, const std::optional<double>& answer, const Rating& rating, std::size_t row,
                  std::string_view field) {
  if (!answer || (*answer >= rating.scale_min && *answer <= rating.scale_max)) return;
  context.error(
      "value.range", fmt::format("/ratings/{}/{}", row, field),
      fmt::format("the answer {} lies outside of its scale, {} to {}", *answer, rating.scale_min, rating.scale_max),
      "name the scale of the answers: scale_min and scale_max");
}

}  // namespace

void check_ratings(RuleContext& context) {
  const auto& ratings = context.content.ratings;
  for (std::size_t i = 0; i < ratings.size(); ++i) {
    if (ratings[i].scale_min >= ratings[i].scale_max) {
      context.error("value.scale", fmt::format("/ratings/{}/scale_min", i),
                    fmt::format("the scale runs from {} to {}", ratings[i].scale_min, ratings[i].scale_max),
                    "write the lower end as scale_min");
      continue;
    }
    check_answer(context, ratings[i].importance, ratings[i], i, "importance");
    check_answer(context, ratings[i].satisfaction, ratings[i], i, "satisfaction");
  }
  const auto& feedback = context.content.feedback;
  for (std::size_t i = 0; i < feedback.size(); ++i) {
    if (feedback[i].kind != FeedbackKind::csat || !feedback[i].score) continue;
    if (*feedback[i].score >= 1 && *feedback[i].score <= 5) continue;
    context.error("value.range", fmt::format("/feedback/{}/score", i),
                  fmt::format("a csat score lies between 1 and 5, found {}", *feedback[i].score));
  }
}

}  // namespace outmap
