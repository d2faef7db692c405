"""Maps of any size whose people form communities, as those of real customers do: the same at every call.

A community has 8 to 40 members, a few of them tied to many. Each member is tied to two or three mates, the busier ones
preferred; one tie in eight leads to another community, mostly a near one. Two elements in five are partners.

Usage: relation_maps.py ELEMENTS FILE.json [--seed N] [--one-more]
With --one-more the map has one partner more, tied to two others: what moves then should not.
"""
import argparse
import json
import random

TYPES = ["common-goal", "common-interest", "complementary", "similar-need"]
KINDS = ["Parents", "Shift workers", "Students", "Retired locals", "Newcomers", "Small firms", "Carers", "Commuters"]
HELPERS = ["Clinic", "Library", "School", "Pharmacy", "Sports club", "Employer", "Association", "Bus line"]
PLACES = ["North", "Harbour", "Old Town", "Mill Lane", "West End", "Riverside", "Station", "Hillside"]


def communities(elements, draw):
    """Members of each community: consecutive numbers."""
    found, first = [], 0
    while first < elements:
        size = min(elements - first, draw.randint(8, 40) if elements > 60 else draw.randint(4, 12))
        found.append(range(first, first + size))
        first += size
    return found


def tie_up(elements, draw):
    """Pairs of numbers: within communities by preference for those who have many ties, between them mostly to near ones."""
    groups = communities(elements, draw)
    home = {member: at for at, group in enumerate(groups) for member in group}
    pairs, ends = set(), {at: list(group) for at, group in enumerate(groups)}
    for member in range(elements):
        for _ in range(draw.choice([2, 2, 3])):
            at = home[member]
            if len(groups) > 1 and draw.random() < 0.125:
                step = min(len(groups) - 1, 1 + int(draw.expovariate(0.5)))
                at = (at + draw.choice([-step, step])) % len(groups)
            other = draw.choice(ends[at])
            if other == member:
                continue
            pairs.add((min(member, other), max(member, other)))
            ends[home[member]].append(member)
            ends[at].append(other)
    return sorted(pairs), home


def make_map(elements, seed=1, one_more=False):
    draw = random.Random(seed)
    pairs, home = tie_up(elements, draw)
    customers, partners, ids = [], [], []
    for number in range(elements):
        helper = draw.random() < 0.4
        place = PLACES[home[number] % len(PLACES)]
        ids.append(f"{'p' if helper else 'c'}{number:04}")
        name = f"{draw.choice(HELPERS if helper else KINDS)} {place} {number}"
        if helper:
            partners.append({"id": ids[-1], "name": name})
        else:
            customers.append({"id": ids[-1], "name": name, "size": draw.choice([40, 120, 300, 800, 2500])})
    relations = [{"from": ids[one], "to": ids[other], "type": draw.choice(TYPES),
                  "strength": round(draw.uniform(0.2, 1), 2)} for one, other in pairs]
    if one_more:
        partners.append({"id": "p-one-more", "name": "One more"})
        for other in (elements // 3, elements // 3 + 1):
            relations.append({"from": "p-one-more", "to": ids[other], "type": TYPES[0], "strength": 0.5})
    return {"outmap": 1, "title": f"{elements} elements", "date": "2026-06-30", "customers": customers,
            "partners": partners, "relations": relations}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("elements", type=int)
    options.add_argument("file")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--one-more", action="store_true")
    given = options.parse_args()
    with open(given.file, "w", encoding="utf-8") as out:
        json.dump(make_map(given.elements, given.seed, given.one_more), out)


if __name__ == "__main__":
    main()
