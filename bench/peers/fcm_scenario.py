"""The peer of one what-if: reads the same JSON map with numpy at hand, follows one change until it settles, and writes
levels and closed gaps as JSON; with --assumptions also what a weight at either end of its interval would change, all
trials in one batch. No causes, no losers, no loops, no findings.

Usage: fcm_scenario.py MAP.json ID [--assumptions]
"""
import json
import sys

import numpy as np


MOST_ASSUMPTIONS = 200
SPREAD = 0.2


def settle(step, state, held):
    """Follows `step` from `state`, one row for each run, until no row changes; gives states and updates."""
    for updates in range(1, 1001):
        following = step(state)
        following[:, held] = 1
        change = np.abs(following - state).max()
        state = following
        if change <= 1e-6:
            break
    return state, updates


def assumptions(influences, number, state, held, start, bounds, closed):
    """For the influences that can matter most, the share of the gap that is closed at both ends of the weight's interval."""
    cause = np.array([number[one["from"]] for one in influences])
    effect = np.array([number[one["to"]] for one in influences])
    weight = np.array([one["weight"] for one in influences])
    doubt = 1 - np.array([one["confidence"] for one in influences])
    reach = np.abs(state[cause]) * doubt * (effect != held)
    tried = np.argsort(-reach, kind="stable")[:MOST_ASSUMPTIONS]
    tried = tried[reach[tried] > 0]
    half = SPREAD * 2 * doubt[tried]
    w = weight[tried]
    low = np.maximum(w - half, np.where(w < 0, -1, 0))
    high = np.minimum(w + half, np.where(w > 0, 1, 0))
    links, moved = np.tile(tried, 2), np.concatenate([low - w, high - w])
    runs = np.arange(len(links))
    matrix = np.zeros((len(state), len(state)))
    np.add.at(matrix, (cause, effect), weight)

    def step(states):
        sums = states @ matrix
        sums[runs, effect[links]] += moved * states[runs, cause[links]]
        return np.clip(sums, *bounds)

    states, _ = settle(step, np.tile(start, (len(links), 1)), held)
    shares = closed(states)
    found = [{"from": influences[link]["from"], "to": influences[link]["to"],
              "swing": abs(shares[i + len(tried)] - shares[i]), "confidence": 1 - doubt[link]}
             for i, link in enumerate(tried)]
    return sorted(found, key=lambda one: -one["swing"] * (1 - one["confidence"]))


def main():
    with open(sys.argv[1]) as file:
        data = json.load(file)
    elements = data["initiatives"] + data["factors"] + data["outcomes"]
    number = {element["id"]: i for i, element in enumerate(elements)}
    weights = np.zeros((len(elements), len(elements)))
    for influence in data["influences"]:
        weights[number[influence["from"]], number[influence["to"]]] += influence["weight"]
    held = number[sys.argv[2]]
    low, high = np.full(len(elements), -1.0), np.ones(len(elements))
    for outcome in data["outcomes"]:
        low[number[outcome["id"]]] = -outcome["current"] / 10
        high[number[outcome["id"]]] = (10 - outcome["current"]) / 10
    start = np.zeros(len(elements))
    start[held] = 1
    states, updates = settle(lambda state: np.clip(state @ weights, low, high), start[np.newaxis], held)
    state = states[0]
    places = [number[outcome["id"]] for outcome in data["outcomes"]]
    current = np.array([outcome["current"] for outcome in data["outcomes"]])
    target = np.array([outcome["target"] for outcome in data["outcomes"]])
    importance = np.array([outcome["importance"] for outcome in data["outcomes"]])
    before = (importance * np.maximum(0, target - current)).sum()

    def closed(states):
        gaps = np.maximum(0, target - current - 10 * states[:, places])
        return 100 * (1 - (importance * gaps).sum(axis=1) / before)

    found = []
    if "--assumptions" in sys.argv:
        found = assumptions(data["influences"], number, state, held, start, (low, high), closed)
    outcomes = [{"id": outcome["id"], "before": outcome["current"], "after": outcome["current"] + 10 * state[place]}
                for outcome, place in zip(data["outcomes"], places)]
    json.dump({"iterations": updates, "gap_closed_pct": closed(states)[0], "outcomes": outcomes, "assumptions": found,
               "state": {element["id"]: state[number[element["id"]]] for element in elements}}, sys.stdout)


if __name__ == "__main__":
    main()
