"""The peer of drawn weights: many runs of one map at once in numpy, in batches that stay in the cache, one thread.

Two ways are measured and the quicker one counts: every run with a dense matrix of its own (matmul over the batch), and
every run as a row, link after link grouped by effect (multiply, then add.reduceat).

Usage: fcm_draws.py MAP.json ID RUNS [RESULT]
Writes the seconds of processor time that drawing and following took, and the mean of the closed gaps in percent, to the
file RESULT or the terminal.
"""
import os

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = "1"

import json
import sys
import time

import numpy as np

SPREAD, EPSILON, MOST = 0.2, 1e-6, 1000


class Causes:
    """Parallel influences are one, of their summed weight and lowest confidence; links stand by effect."""

    def __init__(self, data, held):
        elements = data["initiatives"] + data["factors"] + data["outcomes"]
        number = {element["id"]: i for i, element in enumerate(elements)}
        links = {}
        for influence in data["influences"]:
            ends = (number[influence["to"]], number[influence["from"]])
            weight, confidence = links.get(ends, (0.0, 1.0))
            links[ends] = (weight + influence["weight"], min(confidence, influence["confidence"]))
        ends = sorted(links)
        self.size = len(elements)
        self.to = np.array([to for to, _ in ends])
        self.source = np.array([source for _, source in ends])
        self.weight = np.clip([links[end][0] for end in ends], -1, 1)
        self.half = np.array([SPREAD * 2 * (1 - links[end][1]) for end in ends])
        self.effects, self.begins = np.unique(self.to, return_index=True)
        self.held = number[held]
        self.low, self.high = np.full(self.size, -1.0), np.ones(self.size)
        self.outcomes = np.array([number[outcome["id"]] for outcome in data["outcomes"]])
        self.current, self.target, self.importance = (
            np.array([float(outcome[key]) for outcome in data["outcomes"]]) for key in ("current", "target", "importance"))
        self.low[self.outcomes] = -self.current / 10
        self.high[self.outcomes] = (10 - self.current) / 10

    def draw(self, random, runs):
        drawn = self.weight + self.half * (random.random((runs, len(self.weight))) + random.random((runs, len(self.weight))) - 1)
        low = np.where(self.weight < 0, -1.0, 0.0)
        high = np.where(self.weight > 0, 1.0, 0.0)
        return np.clip(drawn, low, high)

    def closed(self, states):
        gap = np.maximum(0, self.target - self.current - 10 * states[:, self.outcomes]) @ self.importance
        return 100 * (1 - gap / (np.maximum(0, self.target - self.current) @ self.importance))


def follow(step, causes, runs):
    state = np.zeros((runs, causes.size))
    state[:, causes.held] = 1
    for _ in range(MOST):
        following = step(state)
        np.clip(following, causes.low, causes.high, out=following)
        following[:, causes.held] = 1
        change = np.abs(following - state).max()
        state = following
        if change <= EPSILON:
            break
    return state


def dense(causes, weights):
    runs = len(weights)
    matrices = np.zeros((runs, causes.size, causes.size))
    matrices[:, causes.source, causes.to] = weights
    return follow(lambda state: np.matmul(state[:, None, :], matrices)[:, 0, :], causes, runs)


def sparse(causes, weights):
    def step(state):
        following = np.zeros_like(state)
        following[:, causes.effects] = np.add.reduceat(state[:, causes.source] * weights, causes.begins, axis=1)
        return following

    return follow(step, causes, len(weights))


def measured(way, causes, runs, batch):
    random = np.random.default_rng(1)
    begin = time.process_time()
    closed = []
    for first in range(0, runs, batch):
        weights = causes.draw(random, min(batch, runs - first))
        closed.append(causes.closed(way(causes, weights)))
    return time.process_time() - begin, np.concatenate(closed).mean()


def main():
    with open(sys.argv[1]) as file:
        causes = Causes(json.load(file), sys.argv[2])
    runs = int(sys.argv[3])
    seconds, mean = min(measured(way, causes, runs, batch) for way in (dense, sparse) for batch in (100, 500))
    line = f"{seconds:.6f} {mean:.6f}\n"
    if len(sys.argv) > 4:
        with open(sys.argv[4], "w") as result:
            result.write(line)
    else:
        print(line, end="")


if __name__ == "__main__":
    main()
