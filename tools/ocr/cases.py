"""Cuts the cells of scans whose truth is known, for score (Go) and for measure.py.

    python3 cases.py SCANS OUT.jsonl [red]

SCANS is a folder with manifest.json and forms, as the scoring of extraction uses it.
A cell is cut by its true box, straightened, its border left outside.
"""
import base64
import json
import os
import sys
import numpy as np
from PIL import Image

INSET = 2.2  # of the box, in the form's own dots, where the border is


def cells(folder, red=False):
    """kind, dpi, pix, size, printed, what (num, mixed, text), whether blank"""
    for e in json.load(open(os.path.join(folder, 'manifest.json'), encoding='utf-8')):
        path = os.path.join(folder, os.path.basename(e['file']))
        if not os.path.exists(path):
            continue
        base = os.path.join(folder, 'forms', e['doc'])
        form = json.load(open(base + '.json', encoding='utf-8'))
        boxes = {b[0]: b[1:] for b in json.load(open(base + '.bb.json', encoding='utf-8'))['bb']}
        im = Image.open(path)
        if red and im.mode == 'RGB':
            im = im.getchannel(0)
        im = im.convert('L')
        h, s = np.array(e['H']), e['scale']

        def at(x, y):
            v = h @ (x * s, y * s, 1)
            return float(v[0] / v[2]), float(v[1] / v[2])
        for c in form['cells']:
            b = boxes.get('c%d' % c['id'])
            if not b:
                continue
            x0, y0, x1, y1 = b[0] + INSET, b[1] + INSET, b[2] - INSET, b[3] - INSET
            size = (max(1, round((x1 - x0) * s)), max(1, round((y1 - y0) * s)))
            quad = at(x0, y0) + at(x0, y1) + at(x1, y1) + at(x1, y0)
            pix = np.asarray(im.transform(size, Image.QUAD, quad, Image.BILINEAR))
            yield e['doc'], e['kind'], e['dpi'], pix, form['size_px'] * s, c['text'], c['kind']


def dump(out, rows):
    with open(out, 'w', encoding='utf-8') as f:
        for group, pix, size, printed in rows:
            f.write(json.dumps({'group': group, 'w': pix.shape[1], 'h': pix.shape[0], 'pix': base64.b64encode(np.ascontiguousarray(pix)).decode(),
                                'size': size, 'printed': printed}, ensure_ascii=False) + '\n')


if __name__ == '__main__':
    red = 'red' in sys.argv
    dump(sys.argv[2], (('%s %s %d' % (what, kind, dpi), pix, size, text) for _, kind, dpi, pix, size, text, what in cells(sys.argv[1], red)
                       if what in ('num', 'mixed') or not text))
