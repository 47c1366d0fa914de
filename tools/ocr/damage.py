"""Paper, scanners, faxes, copiers and stamps, done to a clean line.

paper(rng, ink, em, kind) takes ink of 0..255 at font size typeset.HIGH and gives
grey levels at font size em (vertical) as a scanner would.
"""
import io
import math
import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont
import typeset

KINDS = [('soft', .32), ('binary', .40), ('saltpepper', .11), ('clean', .05), ('coarse', .12)]
STAMPED = []  # characters of seals as pictures, filled by the caller


def lines(rng, d, w, h, em, free):
    """Remnants of rulings at the edges of a canvas, off the writing (free: the box of
    the writing). Where nothing is written none is short enough for a dash."""
    for side in rng.permutation(4)[:rng.choice([1, 1, 2, 3, 4])]:
        thick = max(1, int(round(em * rng.uniform(.02, .13))))
        ink = int(rng.uniform(60, 256))
        off = em * rng.uniform(0, .28)
        tilt = em * rng.normal(0, .04)
        if side < 2:
            y = off if side == 0 else h - 1 - off
            if free and free[1] - em * .2 < y < free[3] + em * .2:
                continue
            seg = [(0, w)] if not free or rng.random() < .35 else [sorted(rng.uniform(0, w, 2)) for _ in range(rng.integers(1, 5))]
            for a, b in seg:
                d.line((a, y, b, y + tilt), ink, thick)
        else:
            x = off if side == 2 else w - 1 - off
            if free and free[0] - em * .25 < x < free[2] + em * .25:
                continue
            seg = [(0, h)] if not free or rng.random() < .5 else [sorted(rng.uniform(0, h, 2)) for _ in range(rng.integers(1, 3))]
            for a, b in seg:
                d.line((x, a, x + tilt, b), ink, thick)


def specks(rng, v, em, level=None):
    """Dirt: small blots of ink, or of paper where ink was."""
    h, w = v.shape
    d = Image.fromarray(v)
    p = ImageDraw.Draw(d)
    n = rng.poisson(w * h / (em * em) * rng.choice([.15, .6, 2]))
    for _ in range(min(n, 120)):
        x, y, r = rng.uniform(0, w), rng.uniform(0, h), em * rng.uniform(.01, .055)
        p.ellipse((x - r, y - r * rng.uniform(.5, 1.5), x + r, y + r), int(rng.uniform(0, 90)) if level is None else level)
    return np.asarray(d)


def stamp(rng, w, h, em):
    """What a seal leaves on a cell: a part of its ring, its star, its characters."""
    im = Image.new('L', (w, h), 0)
    d = ImageDraw.Draw(im)
    for _ in range(rng.integers(1, 3)):
        way = rng.random()
        if way < .45:
            r, t = em * rng.uniform(4, 9), max(1, int(em * rng.uniform(.08, .3)))
            a = rng.uniform(0, 2 * math.pi)
            cx, cy = rng.uniform(0, w) + r * math.cos(a), h / 2 + rng.normal(0, em * .4) + r * math.sin(a)
            d.ellipse((cx - r, cy - r, cx + r, cy + r), outline=255, width=t)
        elif way < .6:
            r, a = em * rng.uniform(.8, 2.2), rng.uniform(0, 7)
            cx, cy = rng.uniform(0, w), rng.uniform(0, h)
            d.polygon([(cx + (r if i % 2 == 0 else r * .4) * math.cos(a + i * math.pi / 5), cy + (r if i % 2 == 0 else r * .4) * math.sin(a + i * math.pi / 5))
                       for i in range(10)], 255)
        elif STAMPED:
            for _ in range(rng.integers(1, 4)):
                g = STAMPED[rng.integers(len(STAMPED))]
                s = em * rng.uniform(.8, 1.6)
                g = g.resize((max(2, int(s * rng.uniform(.6, 1))), max(2, int(s))), Image.BILINEAR).rotate(rng.uniform(-90, 90), Image.BILINEAR, expand=True)
                im.paste(255, (int(rng.uniform(-s / 2, w)), int(rng.uniform(-s / 2, h - s / 2))), g)
    m = np.asarray(im, 'f') / 255
    if rng.random() < .6:  # worn
        n = rng.random((max(2, h * 4 // max(4, int(em))), max(2, w * 4 // max(4, int(em))))).astype('f')
        n = np.asarray(Image.fromarray(n).resize((w, h), Image.BILINEAR))
        m = m * np.clip((n - rng.uniform(.1, .4)) * 4, 0, 1)
    return m


def normal(rng, shape):
    return rng.standard_normal(shape, dtype='f')


def blur(v, r):
    return v if r < .15 else np.asarray(Image.fromarray(np.clip(v, 0, 255).astype('u1')).filter(ImageFilter.GaussianBlur(r)), 'f')


def generation(rng, v, em, strong):
    """Once through a copier or a fax: another raster, blur, noise, a threshold."""
    h, w = v.shape
    im = Image.fromarray(np.clip(v, 0, 255).astype('u1'))
    fx, fy = rng.uniform(.75, 1.25), rng.uniform(.75, 1.25)
    if rng.random() < .35:
        fy *= rng.uniform(.5, .8)
    floor = 8.5 / em
    size = (max(4, round(w * max(fx, floor))), max(4, round(h * max(fy, floor))))
    im = im.resize(size, [Image.BOX, Image.BILINEAR, Image.BICUBIC, Image.NEAREST][rng.choice(4, p=[.3, .35, .25, .1])])
    g = blur(np.asarray(im, 'f'), rng.uniform(.15, .6 if not strong else 1.3) * max(1, em / 26))
    n = normal(rng, g.shape)
    if rng.random() < .5:
        n = blur(n * 40 + 128, rng.uniform(.4, .9)) - 128
        n /= max(n.std(), 1e-3)
    g = g + n * rng.uniform(2, 26 if not strong else 42)
    # a threshold as a share of the way from ink to paper: high thickens
    lo, hi = np.percentile(g, 1), np.percentile(g, 75)
    return np.where(g < lo + (hi - lo) * rng.uniform(.3, .8), 0, 255).astype('f')


def paper(rng, ink, em, kind, stretch=1.0, text=True):
    hs = em / typeset.HIGH
    if rng.random() < .35:
        ink = ink.rotate(rng.normal(0, .7), Image.BILINEAR)
    w, h = max(6, round(ink.width * hs * stretch)), max(6, round(ink.height * hs))
    box = [rng.uniform(0, .9), rng.uniform(0, .9)]
    m = ink.resize((w, h), [Image.BOX, Image.BILINEAR, Image.BICUBIC, Image.LANCZOS][rng.choice(4, p=[.35, .35, .2, .1])],
                   (box[0], box[1], ink.width - .1, ink.height - .1))
    free = m.getbbox() if text else None
    if rng.random() < (.27 if text else .6):
        lines(rng, ImageDraw.Draw(m), w, h, em, free)
    m = np.asarray(m, 'f') / 255
    white, black = rng.uniform(205, 256), rng.uniform(0, 70)
    if kind in ('soft', 'coarse'):
        if rng.random() < .3:
            white = rng.uniform(150, 255)
        if rng.random() < .25:  # faint
            black = white - rng.uniform(45, 110)
    if kind == 'clean':
        white, black = 255, 0 if rng.random() < .7 else rng.uniform(0, 90)
    v = white - (white - black) * m
    if rng.random() < .07:  # the other side of the sheet, or the line above
        s = np.asarray(ink.resize((w, h), Image.BILINEAR), 'f')[:, ::-1] / 255
        v -= np.roll(blur(s * 255, em * .06) / 255, (int(rng.integers(-h // 2, h // 2 + 1)), int(rng.integers(-w, w))), (0, 1)) * rng.uniform(8, 45)
    if rng.random() < (.2 if kind != 'clean' else .05):
        s = stamp(rng, w, h, em)
        a = rng.uniform(.2, .75)
        v = v * (1 - a * s) if rng.random() < .7 else np.minimum(v, white * (1 - a * s))
    if rng.random() < .02:  # a punch hole
        r, x, y = em * rng.uniform(.6, 1.6), rng.choice([rng.uniform(-.5, .3) * em, w + rng.uniform(-.3, .5) * em]), rng.uniform(0, h)
        yy, xx = np.ogrid[:h, :w]
        if not free or not (free[0] - r < x < free[2] + r):
            v = np.where((xx - x) ** 2 + (yy - y) ** 2 < r * r, rng.choice([20, 120, 255]), v)
    if kind != 'clean' and rng.random() < .25:  # uneven light
        yy, xx = np.mgrid[0:h, 0:w].astype('f')
        t = xx * rng.normal(0, .5) / max(w, h) + yy * rng.normal(0, .5) / h
        v = v * np.clip(1 - rng.uniform(0, .5) * (t - t.min()), .35, 1)
    v = np.clip(v, 0, 255)
    if rng.random() < .1:
        v = specks(rng, v.astype('u1'), em).astype('f')
    if kind == 'soft' or kind == 'coarse':
        v = blur(v, rng.uniform(0, 1.25 if rng.random() < .3 else .75) * max(.55, em / 29))
        n = normal(rng, v.shape)
        if rng.random() < .4:
            n = (blur(n * 30 + 128, .6) - 128) / 18
        v = v + n * rng.choice([rng.uniform(0, 6), rng.uniform(4, 22)])
    elif kind == 'binary':
        strong = rng.random() < .45
        n = rng.choice([1, 2, 3], p=[.5, .33, .17])
        for i in range(n):
            v = generation(rng, v, em, strong and i == 0)
            if rng.random() < .4:
                v = specks(rng, v.astype('u1'), em * v.shape[0] / h, 0).astype('f')
            if rng.random() < .3:
                v = specks(rng, v.astype('u1'), em * v.shape[0] / h, 255).astype('f')
            if i == 0 and rng.random() < .25:
                p = rng.uniform(.002, .05)
                u = rng.random(v.shape, dtype='f')
                v = np.where(u < p, 0, np.where(u > 1 - p * .5, 255, v))
        v = np.asarray(Image.fromarray(np.clip(v, 0, 255).astype('u1')).resize((w, h), [Image.NEAREST, Image.BOX, Image.BILINEAR][rng.integers(3)]), 'f')
        if rng.random() < .35:  # a binary page scanned or resized again
            v = blur(255 - (255 - v) * rng.uniform(.6, 1), rng.uniform(.2, .8) * max(.6, em / 29)) + normal(rng, v.shape) * rng.uniform(0, 8)
        elif rng.random() < .5:
            v = np.where(v < 128, 0, 255)
    elif kind == 'saltpepper':
        if rng.random() < .6:
            v = blur(v, rng.uniform(0, .8) * max(.6, em / 29)) + normal(rng, v.shape) * rng.uniform(0, 8)
        p = rng.choice([rng.uniform(.003, .03), rng.uniform(.02, .1)])
        u = rng.random(v.shape, dtype='f')
        v = np.where(u < p, rng.choice([0, 0, 40]), np.where(u > 1 - p * rng.uniform(.3, 1), 255, v))
    v = np.clip(v, 0, 255).astype('u1')
    if kind != 'clean' and rng.random() < (.5 if kind in ('soft', 'coarse') else .2):
        f = io.BytesIO()
        Image.fromarray(v).save(f, 'JPEG', quality=int(rng.uniform(25, 93)))
        v = np.asarray(Image.open(f))
    return v
