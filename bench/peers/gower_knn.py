"""The peer of the neighbour search: Gower's coefficient and the 10 nearest neighbours in numpy, in blocks of rows.

Usage: gower_knn.py TABLE.csv NUMBERS CATEGORIES COUNT [RESULT]
NUMBERS and CATEGORIES are lists of columns with commas between. Writes the seconds of processor time that encoding and
search took, and the mean similarity of the nearest neighbours for comparison with ours, to the file RESULT or the terminal.
"""
import csv
import sys
import time

import numpy as np


def encode(rows, numbers, categories):
    columns = []
    for name in numbers:
        values = np.array([float(row[name]) for row in rows], dtype=np.float32)
        columns.append(values / (values.max() - values.min()))
    codes = [np.unique([row[name] for row in rows], return_inverse=True)[1].astype(np.uint8) for name in categories]
    return columns, codes


def nearest(columns, codes, count, block=64):
    n = len((columns or codes)[0])
    compared = np.float32(len(columns) + len(codes))
    near = np.empty((n, count), dtype=np.int64)
    similarity = np.empty((n, count), dtype=np.float32)
    loss = np.empty((block, n), dtype=np.float32)
    part = np.empty_like(loss)
    unlike = np.empty((block, n), dtype=bool)
    for begin in range(0, n, block):
        end = min(begin + block, n)
        rows = end - begin
        total, step, differs = loss[:rows], part[:rows], unlike[:rows]
        total.fill(0)
        for column in columns:
            np.subtract(column[begin:end, None], column[None, :], out=step)
            np.abs(step, out=step)
            total += step
        for code in codes:
            np.not_equal(code[begin:end, None], code[None, :], out=differs)
            total += differs
        total[np.arange(rows), np.arange(begin, end)] = np.inf
        best = np.argpartition(total, count, axis=1)[:, :count]
        distance = np.take_along_axis(total, best, axis=1)
        order = np.argsort(distance, axis=1, kind="stable")
        near[begin:end] = np.take_along_axis(best, order, axis=1)
        similarity[begin:end] = (compared - np.take_along_axis(distance, order, axis=1)) / (compared + 1)
    return near, similarity


def main():
    table, numbers, categories, count = sys.argv[1], sys.argv[2].split(","), sys.argv[3].split(","), int(sys.argv[4])
    with open(table, newline="") as file:
        rows = list(csv.DictReader(file))
    begin = time.process_time()
    _, similarity = nearest(*encode(rows, numbers, categories), count)
    line = f"{time.process_time() - begin:.6f} {similarity.mean(dtype=np.float64):.6f}\n"
    if len(sys.argv) > 5:
        with open(sys.argv[5], "w") as result:
            result.write(line)
    else:
        print(line, end="")


if __name__ == "__main__":
    main()
