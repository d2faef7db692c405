// The codes of structural findings, explained; part of all_codes().
#pragma once

#include <array>

#include "model/check/codes.hpp"

namespace outmap {

inline constexpr std::array<Code, 27> gap_codes{{
    {"gap.closes-disagree", Severity::warning, "'closes' and an influence of an initiative disagree",
     "The map says twice what an initiative does to an outcome, and not the same: the share under 'closes' and the "
     "share that the weight of its influence comes to (weight divided by gap/width of the scale) differ by more than a "
     "tenth of the gap, or the influence leads away from the target. Plans count 'closes', what-ifs the influence, so "
     "that the two tell different stories of one idea.",
     "outcomes: [{id: booked-fast, current: 4, target: 8}]\ninitiatives: [{id: booking, closes: {booked-fast: 0.5}}]\n"
     "influences: [{from: booking, to: booked-fast, weight: 0.36}]",
     "Decide which of the two was meant, and take the other out or make it agree."},
    {"gap.customer-without-journey", Severity::note, "A customer walks no journey",
     "Where these customers meet us, and what it is like for them, is not mapped. Whatever is decided for them is "
     "decided without having walked their way.",
     "customers: [{id: students}]\njourneys: []",
     "Map a journey of theirs, or name them under 'customers' of one that they share with others."},
    {"gap.customer-without-need", Severity::note, "A customer names no need",
     "What these customers want, in their own words, is not known. Outcomes for them are guesses, and they look like "
     "nobody else when people are grouped by what they want.",
     "customers: [{id: students, size: 900}]",
     "Ask a few of them, write each need down with a quote, and name it under 'needs' of the customer."},
    {"gap.customer-without-partner", Severity::note, "A customer is tied to no partner",
     "Nobody is mapped through whom these customers could be reached: either we reach them alone, or a relation is "
     "missing.",
     "customers: [{id: students}]\npartners: [{id: schools}]\nrelations: []",
     "Ask who talks to them anyway, and add a relation to that partner."},
    {"gap.evidence-contradictory", Severity::warning, "Evidence speaks against an important outcome",
     "Some of what was heard or seen contradicts the outcome. Which side is right, or for whom, decides whether effort "
     "on it is well spent.",
     "outcomes: [{id: booked-fast, importance: 9}]\n"
     "evidence: [{id: a, supports: [booked-fast]}, {id: b, contradicts: [booked-fast]}]",
     "Find out who is right for whom: ask again, or split the outcome by holders. What is settled moves to "
     "'supports'."},
    {"gap.evidence-stale", Severity::note, "Evidence for an important outcome is old",
     "The newest evidence, rating or Kano answer is older than 365 days on the as-of day ('gaps --stale-after' sets "
     "another age). What people want and how they fare may have changed since.",
     "date: 2026-06-30\noutcomes: [{id: booked-fast, importance: 9}]\n"
     "evidence: [{id: a, date: 2024-03-01, supports: [booked-fast]}]",
     "Ask again, and add the answer as evidence with its date."},
    {"gap.influence-without-source", Severity::note, "An influence names no evidence",
     "A causal claim that nobody can trace weighs as much in a what-if as one that was measured.",
     "factors: [{id: staffing}]\noutcomes: [{id: booked-fast}]\ninfluences: [{from: staffing, to: booked-fast, weight: "
     "0.7}]",
     "Name under 'evidence' who said or saw it, be it the team's own judgement, and set its confidence."},
    {"gap.initiative-reaches-nothing", Severity::warning, "An initiative reaches no outcome",
     "No way leads from it to anything that somebody wants: not over what it closes or improves, not over influences, "
     "processes, touchpoints and stages. Its cost has no counterpart in the map.",
     "initiatives: [{id: new-logo, cost: 40000}]", "Say what it closes or improves, or ask what it is for."},
    {"gap.initiative-without-effect", Severity::warning, "An initiative has no stated effect",
     "It leads to an outcome, but neither 'closes' nor a chain of influences says how much. Plans and what-ifs count "
     "it as doing nothing.",
     "touchpoints: [{id: web}]\noutcomes: [{id: booked-fast}]\n"
     "journeys: [{id: year, stages: [{id: book, touchpoints: [web], outcomes: [booked-fast]}]}]\n"
     "initiatives: [{id: online-booking, improves: [web]}]",
     "Estimate under 'closes' which share of which gap it closes, or add influences with weights."},
    {"gap.loop-unexplained", Severity::note, "A feedback loop that nobody explained",
     "The influences run in a circle, so that a change comes back, stronger or weaker. Loops drive what happens in the "
     "long run, and are easily drawn by mistake. One loop is named of those that share elements.",
     "factors: [{id: fame}, {id: visitors}]\ninfluences:\n  - {from: fame, to: visitors, weight: 0.5}\n  - {from: "
     "visitors, to: fame, weight: 0.4}",
     "Write in the 'description' of one of its influences why it runs in a circle, or take the wrong link out."},
    {"gap.markers-incomplete", Severity::note, "A partner lacks a rung of progress markers",
     "Progress of a partner is seen on three rungs: what we expect, would like and would love to see. Without the "
     "first there is no early sign, without the last no ambition.",
     "partners: [{id: midwives, progress_markers: {expect: [{id: m1, statement: Hand out our leaflet}]}}]",
     "Add at least one observable change under each of expect, like and love."},
    {"gap.need-without-outcome", Severity::warning, "A need that no outcome answers",
     "Somebody said what they want, and nothing in the map measures whether they get it: it cannot show up in any gap.",
     "needs: [{id: quick-answers, statement: Answers the same day}]\noutcomes: []",
     "Word an observable outcome for it, or name the need under 'needs' of an outcome that is there."},
    {"gap.outcome-unmeasured", Severity::warning, "An important outcome was never measured",
     "It has no reading and no rating up to the as-of day: its level is an opinion, and so is its gap.",
     "outcomes: [{id: booked-fast, importance: 9, current: 4, target: 8}]\nreadings: []",
     "Choose an indicator, take a first reading, and add it under 'readings' or 'ratings'."},
    {"gap.outcome-unserved", Severity::warning, "An outcome that nothing serves",
     "No effect leads to it from any initiative, process, offering or touchpoint. Somebody wants it, perhaps at a "
     "stage "
     "of their journey, and the map does not say what brings it about.",
     "outcomes: [{id: booked-fast, name: Appointment within three days}]",
     "Say which process or offering serves it, plan an initiative for it, or decide openly to leave it."},
    {"gap.outcome-without-evidence", Severity::warning, "An important outcome without evidence",
     "Nobody can say where it comes from: no evidence supports it, and nobody was asked about it in a survey.",
     "outcomes: [{id: booked-fast, importance: 9}]\nevidence: []",
     "Add what customers said or did as evidence that supports it."},
    {"gap.partner-unrelated", Severity::note, "A partner without a relation",
     "Through whom or to whom the partner works is not said, so that it reaches no customer and belongs to no cluster "
     "by its ties.",
     "partners: [{id: midwives}]\nrelations: []", "Add the relations it has, or take it out."},
    {"gap.partner-without-challenge", Severity::note, "A partner without an outcome challenge",
     "How the partner would act if all went well is not said, so nobody can tell whether it is on the way.",
     "partners: [{id: midwives, name: Midwives}]",
     "Write one sentence on what the partner would do differently under 'outcome_challenge'."},
    {"gap.process-serves-nothing", Severity::note, "A process that serves no outcome",
     "No way leads from it to anything that somebody wants. It may be waste, or what it is good for is not mapped.",
     "processes: [{id: filing, name: Filing}]",
     "Name the outcomes under 'serves', or the touchpoints at which it works; or ask what would be missed without it."},
    {"gap.rung-not-better", Severity::warning, "A dearer offering gives customers no more",
     "On the value ladder every dearer rung should be clearly better for the customer. This one is not better than the "
     "rung below it, or than another cheaper one: whoever compares will not choose it.",
     "offerings:\n  - {id: basic, price: 20, perceived_value: {worth: 6, benefits: 5, costs: 3, drawbacks: 4}}\n  - "
     "{id: "
     "plus, price: 30, perceived_value: {worth: 6, benefits: 6, costs: 5, drawbacks: 4}}",
     "Give it what customers of this rung lack, lower its price, or take it off the ladder."},
    {"gap.rungs-too-close", Severity::note, "Two offerings that customers can hardly tell apart",
     "The dearer of two neighbours on the value ladder gives more, but by less than a tenth of the scale ('value "
     "--margin' looks with another). The step up is hard to explain, and the two take customers from each other.",
     "offerings:\n  - {id: basic, price: 20, perceived_value: {worth: 6, benefits: 5, costs: 3, drawbacks: 4}}\n  - "
     "{id: "
     "plus, price: 30, perceived_value: {worth: 6.5, benefits: 5, costs: 3, drawbacks: 4}}",
     "Widen the step, or make one offering of the two."},
    {"gap.rungs-too-many", Severity::note, "A value ladder with too many rungs",
     "More than five offerings stand above each other. Nobody compares so many; customers put the choice off, or take "
     "the cheapest.",
     "offerings:\n  - {id: a, price: 10, perceived_value: {worth: 5, benefits: 1, costs: 1, drawbacks: 1}}\n  - {id: "
     "b, "
     "price: 20, perceived_value: {worth: 5, benefits: 2, costs: 1, drawbacks: 1}}\n  - {id: c, price: 30, "
     "perceived_value: {worth: 5, benefits: 3, costs: 1, drawbacks: 1}}\n  - {id: d, price: 40, perceived_value: "
     "{worth: "
     "5, benefits: 4, costs: 1, drawbacks: 1}}\n  - {id: e, price: 50, perceived_value: {worth: 5, benefits: 5, costs: "
     "1, drawbacks: 1}}\n  - {id: f, price: 60, perceived_value: {worth: 5, benefits: 6, costs: 1, drawbacks: 1}}",
     "Take out the rungs that few choose, or offer different ladders to different customers."},
    {"gap.single-partner", Severity::warning, "An outcome that depends on one partner alone",
     "Every way by which somebody gets the outcome today leads over one external partner. When that partner leaves, or "
     "is ill, it is lost.",
     "customers: [{id: families}]\npartners: [{id: midwives}]\noutcomes: [{id: trust, holders: [families]}]\n"
     "touchpoints: [{id: visit, owner: midwives}]\n"
     "journeys: [{id: year, customers: [families], stages: [{id: home, touchpoints: [visit], outcomes: [trust]}]}]",
     "Build a second way: another partner, a process of your own, or an agreement that makes the one you have last."},
    {"gap.stage-without-outcome", Severity::note, "A stage without a desired outcome",
     "What customers want to have got done at this stage is not said, so it cannot fall short.",
     "touchpoints: [{id: web}]\njourneys: [{id: year, stages: [{id: book, touchpoints: [web]}]}]",
     "Ask what they want to have achieved when they leave the stage, and name it under 'outcomes'."},
    {"gap.stage-without-touchpoint", Severity::note, "A stage without a touchpoint",
     "Where customers meet somebody or something at this stage is not said: they may be alone there, or it is not "
     "mapped yet.",
     "outcomes: [{id: booked-fast}]\njourneys: [{id: year, stages: [{id: book, outcomes: [booked-fast]}]}]",
     "Name the contacts under 'touchpoints', those with others than us included."},
    {"gap.strategy-map-empty", Severity::note, "A partner with an empty strategy map",
     "What we do to support the partner's change is not said: neither for the people (I) nor for what surrounds them "
     "(E).",
     "partners: [{id: midwives, outcome_challenge: Register families early}]",
     "Fill at least one field of 'strategy_map', I-1 to E-3."},
    {"gap.target-below-level", Severity::warning, "A target that today's level passes already",
     "There is no gap, so the outcome drops out of every ranking. Either the target is out of date, or more is done "
     "than wanted, or less is better and 'direction: less' was forgotten.",
     "outcomes: [{id: booked-fast, current: 8, target: 6}]",
     "Raise the target, move effort elsewhere, or set the direction."},
    {"gap.worded-as-activity", Severity::note, "An outcome worded as an activity",
     "An outcome is a change that somebody else can see. What begins with 'train', 'deliver' or 'launch' is mostly "
     "what we do for it, and is reached even where nothing changes. A hint only: the words are English.",
     "outcomes: [{id: training, name: Train the front desk}]",
     "Say what is different for whom once it is done, and make the activity an initiative."},
}};

}  // namespace outmap
