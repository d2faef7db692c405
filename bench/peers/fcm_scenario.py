"""The peer of one what-if: reads the same JSON map with numpy at hand, follows one change until it settles, and writes
levels and closed gaps as JSON. No causes, no losers, no assumptions.

Usage: fcm_scenario.py MAP.json ID
"""
import json
import sys

import numpy as np


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
    state = np.zeros(len(elements))
    state[held] = 1
    updates = 0
    for updates in range(1, 1001):
        following = np.clip(state @ weights, low, high)
        following[held] = 1
        change = np.abs(following - state).max()
        state = following
        if change <= 1e-6:
            break
    before = after = 0.0
    outcomes = []
    for outcome in data["outcomes"]:
        level = outcome["current"] + 10 * state[number[outcome["id"]]]
        before += outcome["importance"] * max(0, outcome["target"] - outcome["current"])
        after += outcome["importance"] * max(0, outcome["target"] - level)
        outcomes.append({"id": outcome["id"], "before": outcome["current"], "after": level})
    json.dump({"iterations": updates, "gap_closed_pct": 100 * (1 - after / before), "outcomes": outcomes,
               "state": {element["id"]: state[number[element["id"]]] for element in elements}}, sys.stdout)


if __name__ == "__main__":
    main()
