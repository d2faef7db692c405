"""The relational map with everything drawn, beside dot and sfdp on the same graph (the one that `render -T dot` writes).

For each size: processor time of the whole process (user and system, median), pairs of elements that overlap, crossings of
ties as straight lines between the middles of elements, counted alike for all; mean length of a tie in widths of an
element; and how far the others move when one partner comes in, in px and as a share of the picture's diagonal.

Usage: relations_everything.py OUTMAP [SIZE…]      sizes: 5 50 500 1000 5000; needs numpy; dot and sfdp where installed
"""
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from relation_maps import make_map
import json

LONGEST_S = 120  # of processor time of a peer


def cpu_of(command, out):
    """Seconds of processor time, or nothing where it took too long or failed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    limit = lambda: resource.setrlimit(resource.RLIMIT_CPU, (LONGEST_S, LONGEST_S))
    with open(out, "wb") as file:
        done = subprocess.run(command, stdout=file, stderr=subprocess.DEVNULL, preexec_fn=limit)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent if done.returncode == 0 else None


def median_cpu(command, out):
    first = cpu_of(command, out)
    if first is None or first > 5:
        return first
    return statistics.median([first] + [cpu_of(command, out) for _ in range(4)])


NODE = re.compile(r'<g id="[^"]*" data-id="([^"]*)" data-kind="(?:customer|partner)" class="node[^"]*"[^>]*>(.*?)</g>', re.S)
RECT = re.compile(r'<rect x="([-.\d]+)" y="([-.\d]+)" width="([-.\d]+)" height="([-.\d]+)"')
PATH = re.compile(r'<path d="([^"]*)"')


def boxes_in_ours(svg):
    """The boxes of all elements: middle, width, height. The last outline before the words is the element's own."""
    boxes = {}
    for name, body in NODE.findall(Path(svg).read_text("utf-8")):
        head = body.split("<text")[0]
        found = []
        for x, y, width, height in RECT.findall(head):
            found.append((float(x), float(y), float(width), float(height)))
        for data in PATH.findall(head):
            numbers = [float(n) for n in re.findall(r"-?\d*\.?\d+", data)]
            xs, ys = numbers[0::2], numbers[1::2]
            found.append((min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)))
        x, y, width, height = min(found, key=lambda box: box[2] * box[3])
        boxes[name] = (x + width / 2, y + height / 2, width, height)
    return boxes


def boxes_in_plain(plain):
    boxes = {}
    for line in Path(plain).read_text("utf-8").splitlines():
        match = re.match(r'node ("(?:[^"\\]|\\.)*"|\S+) (\S+) (\S+) (\S+) (\S+) ', line)
        if match:
            boxes[match[1].strip('"')] = tuple(72 * float(match[i]) for i in (2, 3, 4, 5))
    return boxes


def edges_in(dot):
    return re.findall(r'^\s*"([^"]*)" -> "([^"]*)"', Path(dot).read_text("utf-8"), re.M)


def cross(one, other):
    return one[..., 0] * other[..., 1] - one[..., 1] * other[..., 0]


def crossings(points, edges):
    begin, end, total = points[edges[:, 0]], points[edges[:, 1]], 0
    for at in range(len(edges) - 1):
        a, b, c, d = begin[at], end[at], begin[at + 1:], end[at + 1:]
        some = cross(b - a, c - a) * cross(b - a, d - a) < 0
        c, d, others = c[some], d[some], edges[at + 1:][some]
        some = cross(d - c, a - c) * cross(d - c, b - c) < 0
        shared = (others[some] == edges[at, 0]).any(1) | (others[some] == edges[at, 1]).any(1)
        total += int(some.sum() - shared.sum())
    return total


def overlaps(boxes):
    total = 0
    for at in range(len(boxes) - 1):
        gap = np.abs(boxes[at + 1:, :2] - boxes[at, :2]) - (boxes[at + 1:, 2:] + boxes[at, 2:]) / 2
        total += int((gap < -0.5).all(1).sum())
    return total


def diagonal(boxes):
    return float(np.hypot(*(boxes[:, :2].max(0) - boxes[:, :2].min(0))))


def told(name, size, cpu, boxes, after, edges):
    numbers = {key: at for at, key in enumerate(boxes)}
    pairs = np.array([(numbers[a], numbers[b]) for a, b in edges if a in numbers and b in numbers])
    table = np.array(list(boxes.values()))
    lengths = np.hypot(*(table[pairs[:, 0], :2] - table[pairs[:, 1], :2]).T)
    moved = [np.hypot(after[key][0] - box[0], after[key][1] - box[1]) for key, box in boxes.items() if key in after]
    move = float(np.mean(moved)) if moved else float("nan")
    print(f"{size:>5}  {name:<10} {cpu:>8.3f} s {overlaps(table):>8} {crossings(table[:, :2], pairs) / len(pairs):>10.2f}"
          f" {lengths.mean() / table[:, 2].mean():>8.2f} {move:>8.0f} px {100 * move / diagonal(table):>5.1f} %", flush=True)


def measure(program, size, folder):
    maps, graphs = {}, {}
    for change in ("before", "after"):
        maps[change] = folder / f"{size}-{change}.json"
        maps[change].write_text(json.dumps(make_map(size, one_more=change == "after")), "utf-8")
        graphs[change] = folder / f"{size}-{change}.dot"
        cpu_of([program, "render", maps[change], "--diagram", "relations", "--everything", "-T", "dot"], graphs[change])
    edges = edges_in(graphs["before"])
    draw = lambda change: [program, "render", maps[change], "--diagram", "relations", "--everything", "-T", "svg"]
    pictures = {change: folder / f"{size}-{change}.svg" for change in maps}
    cpu_of(draw("after"), pictures["after"])
    cpu = median_cpu(draw("before"), pictures["before"])
    told("outmap", size, cpu, boxes_in_ours(pictures["before"]), boxes_in_ours(pictures["after"]), edges)
    for name, options in (("dot", []), ("sfdp prism", ["-Goverlap=prism"])):
        peer = shutil.which(name.split()[0])
        if not peer:
            continue
        cpu = median_cpu([peer, *options, "-Tsvg", graphs["before"]], folder / "peer.svg")
        if cpu is None:
            print(f"{size:>5}  {name:<10} did not finish in {LONGEST_S} s of processor time, or failed", flush=True)
            continue
        boxes = {}
        for change in graphs:
            plain = folder / "peer.plain"
            cpu_of([peer, *options, "-Tplain", graphs[change]], plain)
            boxes[change] = boxes_in_plain(plain)
        told(name, size, cpu, boxes["before"], boxes["after"], edges)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sizes = [int(size) for size in sys.argv[2:]] or [5, 50, 500, 1000, 5000]
    print(f"{'size':>5}  {'':<10} {'cpu':>10} {'overlaps':>8} {'crossings':>10} {'length':>8} {'one more moves':>16}")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            measure(sys.argv[1], size, Path(folder))


if __name__ == "__main__":
    main()
