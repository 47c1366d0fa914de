"""Cells for measuring, in fonts kept out of training, under named damages of fixed
strength, made apart from those of training (damage.py).

    python3 grades.py OUT.jsonl SEED COUNT [SIZE]

COUNT cells for each damage, then for each kind of text on a scan of 200 dpi. SIZE is
a factor on the font size a reader is told (1).
"""
import io
import math
import sys
import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter
import cases
import texts
import typeset

POINTS = [7.5, 9, 10.5, 12]


def numbers(rng):
    return [texts.amount, texts.percent, texts.small][rng.choice(3, p=[.6, .15, .25])](rng)


def thousands(rng):
    t = texts.grouped(str(rng.integers(1000, 10 ** int(rng.integers(4, 10)))))
    return t + ('.%02d' % rng.integers(100) if rng.random() < .8 else '')


TEXTS = {
    'thousands': thousands,
    'thousands alone': lambda rng: texts.grouped(str(rng.integers(1000, 999999))),
    'full width': lambda rng: ''.join(texts.WIDE.get(c, c) for c in numbers(rng)),
    'dashes': lambda rng: str(rng.choice(['-', '—', '/', '--'])),
    'minus': lambda rng: '-' + str(rng.integers(1, 10 ** int(rng.integers(1, 7)))) + '.%02d' % rng.integers(100),
    'one digit': lambda rng: str(rng.integers(10)),
    'dates': texts.date,
    'circled': texts.formula,
    'compared': texts.compared,
    'mixed': texts.mixed,
    'blank': lambda rng: '',
}


def scan(rng, v, em, blur=.5, noise=4, quality=75, white=245, black=25):
    g = Image.fromarray(v).filter(ImageFilter.GaussianBlur(blur))
    g = black + np.asarray(g, 'f') / 255 * (white - black) + rng.normal(0, noise, v.shape)
    f = io.BytesIO()
    Image.fromarray(np.clip(g, 0, 255).astype('u1')).save(f, 'JPEG', quality=quality)
    return np.asarray(Image.open(f))


def threshold(rng, v, blur, noise, at):
    g = np.asarray(Image.fromarray(v).filter(ImageFilter.GaussianBlur(blur)), 'f') + rng.normal(0, noise, v.shape)
    return np.where(g < at, 0, 255).astype('u1')


def fax(rng, v, em, fine=1.0):
    h, w = v.shape
    im = Image.fromarray(v).resize((round(w * 1.02), max(4, round(h * fine * .98))), Image.BOX)
    b = threshold(rng, np.asarray(im), .5, 12, 140)
    return np.asarray(Image.fromarray(b).resize((w, h), Image.NEAREST))


def photocopy(rng, v, em):
    for i, (blur, noise, at) in enumerate([(.9, 20, 165), (.7, 26, 150)]):
        v = threshold(rng, v, blur * em / 29, noise, at)
    h, w = v.shape
    im = Image.fromarray(v)
    d = ImageDraw.Draw(im)
    for _ in range(rng.poisson(w * h * .0012)):
        x, y, r = rng.uniform(0, w), rng.uniform(0, h), rng.uniform(.4, 1.1)
        d.ellipse((x - r, y - r, x + r, y + r), 0)
    return np.asarray(im.filter(ImageFilter.GaussianBlur(.4)))


def salt(rng, v, em, share):
    g = scan(rng, v, em, .4, 2, 90).copy()
    u = rng.random(v.shape)
    g[u < share / 2] = 0
    g[u > 1 - share / 2] = 255
    return g


def seal(rng, v, em):
    """A ring, a star and writing of a seal, grey, over the whole cell."""
    h, w = v.shape
    im = Image.new('L', (w, h), 0)
    d = ImageDraw.Draw(im)
    r = em * 5.5
    a = rng.uniform(0, 2 * math.pi)
    cx, cy = w / 2 + r * math.cos(a), h / 2 + r * math.sin(a)
    d.ellipse((cx - r, cy - r, cx + r, cy + r), outline=255, width=max(1, int(em * .15)))
    f = HELD['cn'][0][0].f
    for i in range(40):
        b = i * math.pi / 20
        x, y = cx + r * .78 * math.cos(b), cy + r * .78 * math.sin(b)
        if -em < x < w + em and -em < y < h + em:
            g = Image.new('L', (typeset.HIGH * 5 // 4,) * 2, 0)
            ImageDraw.Draw(g).text((8, 8), str(rng.choice(texts.LEVEL1)), 255, f)
            g = g.resize((int(em * 1.1),) * 2, Image.BILINEAR).rotate(-math.degrees(b) - 90, Image.BILINEAR)
            im.paste(255, (int(x - em / 2), int(y - em / 2)), g)
    ink = Image.fromarray((255 - np.asarray(im, 'f') * .6).astype('u1'))
    return scan(rng, np.asarray(ImageChops.multiply(Image.fromarray(v), ink)), em)


def uneven(rng, v, em):
    g = scan(rng, v, em).astype('f')
    return np.clip(g * np.linspace(1, .55, v.shape[1])[None], 0, 255).astype('u1')


GRADES = [
    ('clean 100', 100, lambda r, v, e: v), ('clean 200', 200, lambda r, v, e: v), ('scan 100', 100, scan), ('scan 150', 150, scan), ('scan 200', 200, scan),
    ('scan 300', 300, scan), ('blur 200', 200, lambda r, v, e: scan(r, v, e, 1.4)), ('noise 200', 200, lambda r, v, e: scan(r, v, e, .5, 22)),
    ('jpeg 25 200', 200, lambda r, v, e: scan(r, v, e, .5, 4, 25)), ('faint 200', 200, lambda r, v, e: scan(r, v, e, .5, 5, 75, 235, 165)),
    ('uneven 200', 200, uneven), ('stamp 200', 200, seal), ('fax 200', 200, fax), ('fax 200x100', 200, lambda r, v, e: fax(r, v, e, .5)), ('fax 300', 300, fax),
    ('photocopy 200', 200, photocopy), ('photocopy 300', 300, photocopy), ('salt and pepper 2 %', 200, lambda r, v, e: salt(r, v, e, .02)),
    ('salt and pepper 6 %', 200, lambda r, v, e: salt(r, v, e, .06)),
]


def cell(rng, text, dpi, damage):
    em = float(rng.choice(POINTS)) * dpi / 72
    pads = [int(typeset.HIGH * rng.uniform(.3, 1.5)) for _ in range(2)]
    if not text:
        pads[0] = 4 * typeset.HIGH
    got = typeset.draw(rng, text, HELD, int(typeset.HIGH * rng.uniform(1.5, 2.6)), pads, True)
    if got is None:
        return None
    s = em / typeset.HIGH
    ink = got[0].rotate(rng.normal(0, .3), Image.BILINEAR)
    ink = ink.resize((max(4, round(ink.width * s)), max(4, round(ink.height * s))), Image.BOX)
    return damage(rng, 255 - np.asarray(ink), em), em


def rows(seed, count, size):
    rng = np.random.default_rng(seed)
    todo = [(name, dpi, f, numbers) for name, dpi, f in GRADES] + [('text: ' + name, 200, scan, f) for name, f in TEXTS.items()]
    for name, dpi, f, text in todo:
        n = 0
        while n < count:
            t = text(rng)
            got = cell(rng, t, dpi, f)
            if got is not None:
                n += 1
                yield name, got[0], got[1] * size, t


HELD = typeset.fonts('held')
if __name__ == '__main__':
    cases.dump(sys.argv[1], rows(int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]) if len(sys.argv) > 4 else 1.0))
