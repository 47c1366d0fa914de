"""One sample: a damaged cell with its font size and its labels."""
import numpy as np
import damage
import texts
import typeset


class Maker:
    def __init__(self, use, seed):
        self.rng = np.random.default_rng(seed)
        self.fs = typeset.fonts(use)
        if not damage.STAMPED:
            f = self.fs['cn'][0][0].f
            from PIL import Image, ImageDraw
            for c in texts.LEVEL1[::97]:
                im = Image.new('L', (typeset.HIGH, typeset.HIGH), 0)
                ImageDraw.Draw(im).text((0, typeset.HIGH * .86), c, 255, f, anchor='ls')
                damage.STAMPED.append(im)
        self.kinds = [k for k, _ in damage.KINDS]
        self.shares = [s for _, s in damage.KINDS]

    def cell(self, kind=None, text=None):
        """pix, size (as a reader would guess it), true size, stretch, text, labels, kind, font"""
        rng = self.rng
        while True:
            t, l = texts.line(rng) if text is None else (text, texts.labels(text))
            high = int(typeset.HIGH * rng.uniform(1.3, 2.9))
            pads = [int(typeset.HIGH * rng.uniform(.12, .7 if rng.random() < .85 else 2)) for _ in range(2)]
            if not t:
                pads[0] = int(typeset.HIGH * rng.uniform(.8, 3))
            got = typeset.draw(rng, t, self.fs, high, pads)
            if got is not None:
                break
        ink, font = got
        k = kind or self.kinds[rng.choice(len(self.kinds), p=self.shares)]
        em = float(rng.uniform(9.5, 15.5) if k == 'coarse' else rng.choice([rng.uniform(13, 22), rng.uniform(20, 34), rng.uniform(30, 46)], p=[.22, .53, .25]))
        if k == 'binary':
            em = max(em, float(rng.uniform(16, 24)))
        stretch = float(np.clip(rng.normal(1, .05), .87, 1.15))
        pix = damage.paper(rng, ink, em, k, stretch, bool(t))
        size = em * float(np.exp(np.clip(rng.normal(0, .055), -.16, .16)))
        return pix, size, em, stretch, t, l, k, font
