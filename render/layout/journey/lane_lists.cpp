// Pains, initiatives with opportunities, and processes with their owners.
#include "render/layout/journey/list_lane.hpp"
#include "render/layout/journey/marks.hpp"
#include "render/layout/parts.hpp"

namespace outmap::journey_picture {
namespace {

constexpr double mark_indent = 16;
constexpr double initiative_indent = 18;
constexpr double owner_indent = 14;
constexpr double owner_gap = 12;
constexpr double facts_height = 14;
constexpr double owners_height = 16;

double last_baseline(double top, const Wrapped& lines) {
  return top + 16 * (static_cast<double>(lines.lines.size()) - 1) + baseline_px(16, 12);
}

class PainLane : public ListLane {
 public:
  std::string_view name() const override { return "pains"; }
  std::vector<std::string> label(const Sheet&) const override { return {"Pains"}; }
  void list_left_out(const Sheet& sheet, LeftOut& out) const override { out.pains += cut(sheet); }

 protected:
  std::size_t count(const JourneyStage& stage) const override { return stage.pains.size(); }
  int most(const Detail& detail) const override { return detail.pains; }
  double gap() const override { return 4; }

  double item_height(const Sheet& sheet, const JourneyStage& stage, std::size_t item, double width,
                     double reserve) const override {
    return 16 * static_cast<double>(words(sheet, stage, item, width, reserve).lines.size());
  }

  double draw_item(const Sheet& sheet, const JourneyStage& stage, std::size_t item, const Box& box, double reserve,
                   Shapes& into) const override {
    Group group = element_group("pain", stage.id + "-" + std::to_string(item + 1),
                                "Pain at " + stage.name + ": " + stage.pains[item]);
    group.data_id = stage.id;
    group.shapes.emplace_back(pain_mark(sheet.pen.style, {box.x + 5.5, box.y + 8.25}));
    const Wrapped& lines = words(sheet, stage, item, box.width, reserve);
    sheet.pen.lines(group.shapes, {box.x + mark_indent, box.y}, lines, sheet.pen.body());
    into.emplace_back(std::move(group));
    return last_baseline(box.y, lines);
  }

 private:
  const Wrapped& words(const Sheet& sheet, const JourneyStage& stage, std::size_t item, double width,
                       double reserve) const {
    return sheet.pen.wrapped_before(reserve, stage.pains[item], width - mark_indent, detail().pain_lines);
  }
};

class InitiativeLane : public ListLane {
 public:
  std::string_view name() const override { return "initiatives"; }

  std::vector<std::string> label(const Sheet&) const override {
    if (!has_opportunities_) return {"Initiatives"};
    return has_initiatives_ ? std::vector<std::string>{"Initiatives,", "opportunities"}
                            : std::vector<std::string>{"Opportunities"};
  }

  double measure(const Sheet& sheet, const Detail& detail) override {
    has_initiatives_ = has_opportunities_ = false;
    for (const JourneyStage& stage : sheet.journey.stages)
      for (const JourneyInitiative& initiative : stage.initiatives)
        (initiative.status ? has_initiatives_ : has_opportunities_) = true;
    return ListLane::measure(sheet, detail);
  }

  void list_marks(const Sheet& sheet, Marks& marks) const override {
    for (const JourneyStage& stage : sheet.journey.stages)
      for (std::size_t item = 0; item < shown(sheet, stage); ++item)
        marks.statuses.insert(stage.initiatives[item].status);
  }

  void list_left_out(const Sheet& sheet, LeftOut& out) const override { out.initiatives += cut(sheet); }

 protected:
  std::size_t count(const JourneyStage& stage) const override { return stage.initiatives.size(); }
  int most(const Detail& detail) const override { return detail.initiatives; }
  double gap() const override { return 6; }

  double item_height(const Sheet& sheet, const JourneyStage& stage, std::size_t item, double width,
                     double reserve) const override {
    const JourneyInitiative& initiative = stage.initiatives[item];
    const double lines = static_cast<double>(words(sheet, initiative, width, reserve).lines.size());
    return 16 * lines + (shows_facts(initiative) ? facts_height : 0);
  }

  double draw_item(const Sheet& sheet, const JourneyStage& stage, std::size_t item, const Box& box, double reserve,
                   Shapes& into) const override {
    const JourneyInitiative& initiative = stage.initiatives[item];
    Group group = initiative.status ? element_group("initiative", initiative.id, title_of(initiative))
                                    : element_group("opportunity", stage.id + "-" + std::to_string(item + 1),
                                                    "Opportunity at " + stage.name + ": " + initiative.name);
    if (!initiative.status) group.data_id = stage.id;
    add_status(sheet.pen, {box.x + 6, box.y + 8}, initiative.status, group.shapes);
    const Wrapped& lines = words(sheet, initiative, box.width, reserve);
    sheet.pen.lines(group.shapes, {box.x + initiative_indent, box.y}, lines, sheet.pen.body());
    double baseline = last_baseline(box.y, lines);
    if (shows_facts(initiative)) {
      baseline = box.y + 16 * static_cast<double>(lines.lines.size()) + baseline_px(13, 10);
      sheet.pen.text(group.shapes, {box.x + initiative_indent, baseline},
                     facts_within(sheet, initiative, box.width - initiative_indent - reserve), sheet.pen.small());
    }
    into.emplace_back(std::move(group));
    return baseline;
  }

 private:
  const Wrapped& words(const Sheet& sheet, const JourneyInitiative& initiative, double width, double reserve) const {
    return sheet.pen.wrapped_before(shows_facts(initiative) ? 0 : reserve, initiative.name, width - initiative_indent,
                                    detail().initiative_lines);
  }

  bool shows_facts(const JourneyInitiative& initiative) const { return detail().facts && !initiative.facts.empty(); }

  static std::string joined(const JourneyInitiative& initiative, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += (i > 0 ? " · " : "") + initiative.facts[i];
    return text;
  }

  static std::string facts_within(const Sheet& sheet, const JourneyInitiative& initiative, double width) {
    std::size_t count = initiative.facts.size();
    while (count > 1 && sheet.pen.width(joined(initiative, count), 10) > width) --count;
    return joined(initiative, count);
  }

  static std::string title_of(const JourneyInitiative& initiative) {
    return initiative.name + ": " + joined(initiative, initiative.facts.size());
  }

  bool has_initiatives_ = false;
  bool has_opportunities_ = false;
};

class ProcessLane : public ListLane {
 public:
  std::string_view name() const override { return "processes"; }

  std::vector<std::string> label(const Sheet&) const override {
    if (!has_owners_) return {"Processes"};
    return has_processes_ ? std::vector<std::string>{"Processes", "and owners"} : std::vector<std::string>{"Owners"};
  }

  double measure(const Sheet& sheet, const Detail& detail) override {
    has_processes_ = has_owners_ = false;
    for (const JourneyStage& stage : sheet.journey.stages)
      for (const JourneyProcess& process : stage.processes) {
        has_processes_ = has_processes_ || !process.id.empty();
        has_owners_ = has_owners_ || !process.owners.empty();
      }
    return ListLane::measure(sheet, detail);
  }

  void list_marks(const Sheet& sheet, Marks& marks) const override {
    for (const JourneyStage& stage : sheet.journey.stages)
      for (std::size_t item = 0; item < shown(sheet, stage); ++item)
        for (const JourneyOwner& owner : stage.processes[item].owners)
          marks.owners.insert(owner.own_unit ? OwnerMark::own_unit : OwnerMark::partner);
  }

  void list_left_out(const Sheet& sheet, LeftOut& out) const override { out.processes += cut(sheet); }

 protected:
  std::size_t count(const JourneyStage& stage) const override { return stage.processes.size(); }
  int most(const Detail& detail) const override { return detail.processes; }
  double gap() const override { return 6; }

  double item_height(const Sheet&, const JourneyStage& stage, std::size_t item, double, double) const override {
    const JourneyProcess& process = stage.processes[item];
    return (process.id.empty() ? 0 : 16) + (process.owners.empty() ? 0 : owners_height);
  }

  double draw_item(const Sheet& sheet, const JourneyStage& stage, std::size_t item, const Box& box, double reserve,
                   Shapes& into) const override {
    const JourneyProcess& process = stage.processes[item];
    Group group = process.id.empty() ? element_group("owners", stage.id, title_of(process))
                                     : element_group("process", process.id, title_of(process));
    double y = box.y;
    if (!process.id.empty()) {
      const double room = box.width - (process.owners.empty() ? reserve : 0);
      sheet.pen.text(group.shapes, {box.x, y + baseline_px(16, 12)}, sheet.pen.fitted(process.name, room),
                     sheet.pen.body());
      y += 16;
    }
    draw_owners(sheet, process, {box.x, y, box.width - reserve, owners_height}, group.shapes);
    into.emplace_back(std::move(group));
    return process.owners.empty() ? box.y + baseline_px(16, 12) : y + 11.6;
  }

 private:
  static std::string title_of(const JourneyProcess& process) {
    std::string title = process.id.empty() ? "Owners of touchpoints: " : process.name;
    for (std::size_t i = 0; i < process.owners.size(); ++i) {
      const JourneyOwner& owner = process.owners[i];
      title += i > 0 ? ", " : process.id.empty() ? "" : ", run by ";
      title += owner.name + (owner.own_unit ? " (own unit)" : " (partner)");
    }
    return title;
  }

  /// Owners beside each other as long as they fit; the first is cut rather than left out, the rest is counted.
  static void draw_owners(const Sheet& sheet, const JourneyProcess& process, const Box& row, Shapes& into) {
    double x = row.x;
    for (std::size_t i = 0; i < process.owners.size(); ++i) {
      const std::string rest = "+" + std::to_string(process.owners.size() - i);
      const bool last = i + 1 == process.owners.size();
      const double room = row.right() - x - owner_indent - (last ? 0 : owner_gap + sheet.pen.width(rest, 10));
      const std::string& name = process.owners[i].name;
      if (i > 0 && sheet.pen.width(name, 10) > room) {
        sheet.pen.text(into, {x, row.y + 11.6}, rest, sheet.pen.small());
        return;
      }
      Group owner = element_group("partner", process.owners[i].id, name, process.owners[i].own_unit ? "own-unit" : "");
      const std::string shown = sheet.pen.fitted(name, room, 10);
      add_owner_mark(sheet.pen, {x + 5, row.y + 8}, process.owners[i].own_unit, owner.shapes);
      sheet.pen.text(owner.shapes, {x + owner_indent, row.y + 11.6}, shown, sheet.pen.small());
      into.emplace_back(std::move(owner));
      x += owner_indent + sheet.pen.width(shown, 10) + owner_gap;
    }
  }

  bool has_processes_ = false;
  bool has_owners_ = false;
};

}  // namespace

std::unique_ptr<Lane> make_pain_lane() { return std::make_unique<PainLane>(); }
std::unique_ptr<Lane> make_initiative_lane() { return std::make_unique<InitiativeLane>(); }
std::unique_ptr<Lane> make_process_lane() { return std::make_unique<ProcessLane>(); }

}  // namespace outmap::journey_picture
