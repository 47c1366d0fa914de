"""Lines of text as pictures, large and clean; damage.py makes paper of them."""
import os
import numpy as np
from PIL import Image, ImageDraw, ImageFont

HERE = os.path.dirname(os.path.abspath(__file__))
HIGH = 64  # font size at which lines are drawn


class Font:
    def __init__(self, spec):
        path, _, face = spec.partition('#')
        self.name = spec
        self.f = ImageFont.truetype(path, HIGH, index=int(face or 0), layout_engine=ImageFont.Layout.BASIC)
        self.none = [bytes(self.f.getmask(c)) for c in ('\U0010fffe', '\uffff')]
        self.known = {}

    def has(self, c):
        if c not in self.known:
            m = bytes(self.f.getmask(c))
            self.known[c] = c == ' ' or (len(m) > 0 and any(m) and m not in self.none)
        return self.known[c]


def fonts(use):
    """The fonts of a use (train, held): (Chinese, shares), (Western, shares)."""
    out = {'cn': ([], []), 'west': ([], [])}
    for l in open(os.path.join(HERE, 'fonts.txt'), encoding='utf-8'):
        if l.startswith('#'):
            continue
        u, kind, w, spec = l.rstrip('\n').split(' ', 3)
        if u == use:
            out[kind][0].append(Font(spec))
            out[kind][1].append(float(w))
    return {k: (f, np.array(w) / sum(w)) for k, (f, w) in out.items()}


def draw(rng, text, fs, height, pads, natural=False):
    """A line as ink of 0..255 at font size HIGH on a canvas of height and pads
    (left, right) in dots, and the fonts used; None where a character is in no font.
    natural sets the letters as the fonts have them."""
    cns, wests = fs['cn'], fs['west']
    cn = west = cns[0][rng.choice(len(cns[0]), p=cns[1])]
    if rng.random() < .58:
        west = wests[0][rng.choice(len(wests[0]), p=wests[1])]
    signs = cn if rng.random() < .6 else west  # of whom ≥ ≤ ± — are
    runs = []
    for c in text:
        f = west if ord(c) < 128 else signs
        if not f.has(c):
            f = cn if not cn.has(c) is False else next((g for g in cns[0] if g.has(c)), None)
            if f is None:
                return None
        if runs and runs[-1][0] is f:
            runs[-1][1] += c
        else:
            runs.append([f, c])
    space, tight = 0.0, 0.0
    if not natural and rng.random() < .4:  # letters set apart or close, points and commas closer still
        space, tight = (rng.uniform(-1.5, 7), 0) if rng.random() < .35 else (rng.uniform(-3, .5), rng.uniform(0, 6.5))
    width = sum(f.f.getlength(t) for f, t in runs) + abs(space) * len(text)
    im = Image.new('L', (int(width) + sum(pads) + 8, height), 0)
    d = ImageDraw.Draw(im)
    x, base = pads[0] + 4.0, height / 2 + HIGH * (.36 + rng.uniform(-.06, .06))
    for f, t in runs:
        for part in (t if space else [t]):
            if part in '.,:':
                x -= tight
            d.text((x, base), part, 255, f.f, anchor='ls')
            x += f.f.getlength(part) + space - (tight if part in '.,:' else 0)
    return im, west.name
