"""Cells of the fonts kept out of training, under damages of other seeds, for score.

    python3 measure.py OUT.jsonl SEED COUNT
"""
import sys
import numpy as np
import cases
import sample


def rows(seed, count):
    m = sample.Maker('held', seed)
    for _ in range(count):
        pix, size, em, stretch, text, labels, kind, font = m.cell()
        yield kind, pix, size, text


if __name__ == '__main__':
    cases.dump(sys.argv[1], rows(int(sys.argv[2]), int(sys.argv[3])))
