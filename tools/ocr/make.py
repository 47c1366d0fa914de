"""Makes samples for the trainer: shards of 1,000 in a folder, as long as it runs.

    python3 make.py FOLDER SEED SHARDS [held]
"""
import os
import pickle
import sys
import time
import numpy as np
import prepare
import sample

folder, seed, shards = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
m = None
use = 'held' if 'held' in sys.argv else 'train'
for n in range(int(os.environ.get("FROM", 0)), shards):
    m = m if m else sample.Maker(use, [seed, n])
    m.rng = np.random.default_rng([seed, n])
    out = []
    while len(out) < 1000:
        pix, size, em, stretch, text, labels, kind, font = m.cell()
        left, right = m.rng.integers(4, prepare.MARGIN + 3, 2)
        x, _ = prepare.window(pix, size, int(left), int(right), 4)
        if x is None or x.shape[1] > 320 or len(labels) * 2 + 1 > x.shape[1] // 4:
            continue
        out.append((np.round((x + 1) / 2.5 * 255).astype('u1'), bytes(labels), kind, text))
    with open('%s/%05d.part' % (folder, n), 'wb') as f:
        pickle.dump(out, f, 4)
    os.rename('%s/%05d.part' % (folder, n), '%s/%05d.pkl' % (folder, n))
