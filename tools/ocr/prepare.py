"""From a cell to the network's input, dot for dot as extract/ocr/figures does it."""
import functools
import math
import numpy as np

EM = 24  # dots to which the font size is brought
ROWS = 2 * EM
MARGIN = 24  # columns of paper left of the first ink and right of the last


@functools.lru_cache(4096)
def _weights(n, scale):
    """The matrix that brings n dots to ceil(n*scale): a triangle, as wide as a dot of
    the coarser side on either hand."""
    m = max(1, math.ceil(n * scale - 1e-9))
    reach = max(1.0, 1 / scale)
    c = (np.arange(m) + .5)[:, None] / scale
    w = np.maximum(0, 1 - np.abs(np.arange(n)[None] + .5 - c) / reach)
    s = w.sum(1, keepdims=True)
    w[s[:, 0] == 0, n - 1] = 1
    return (w / np.where(s == 0, 1, s)).astype('f')


def level(v, share):
    """The level below which a share of the dots lies, to the nearest whole one."""
    h = np.bincount(np.clip(v.ravel() + .501, 0, 255).astype('i8'), minlength=256)
    return int(np.searchsorted(np.cumsum(h), share * v.size, side='right'))


def levels(v):
    paper = level(v, .7)
    return paper, max(paper - level(v, .005), 30)


def scaled(pix, size, stretch=1.0):
    s = EM / size
    h, w = pix.shape
    return _weights(h, s) @ pix.astype('f') @ _weights(w, s * stretch).T


def middle(v, paper, deep):
    """The row round which the writing stands: of all bands one font size high the one
    with most ink (at the picture's edges it counts half), then its centre of mass. A row's ink is what is darker than its own
    lighter quarter, so that rulings and shadows along it do not count."""
    light = np.sort(np.clip(v + .501, 0, 255).astype('i4'), 1)[:, v.shape[1] * 3 // 4]
    ink = np.clip((np.minimum(light, paper)[:, None] - v) / deep - .25, 0, 1).sum(1)
    run = np.concatenate(([0], np.cumsum(ink, dtype='f8')))
    n = len(ink)
    if run[-1] <= 0:
        return n / 2
    band = [run[min(n, y + EM // 2)] - run[max(0, y - EM // 2)] for y in range(n)]
    band = np.array(band) * (1 - .5 * np.abs((np.arange(n) + .5) / (n / 2) - 1))
    c = float(np.argmax(np.round(band, 2))) + .5
    for _ in range(3):
        a, b = max(0, int(math.floor(c - 14))), min(n, int(math.floor(c + 14)))
        s = ink[a:b].sum(dtype='f8')
        if s <= 0:
            break
        c = float(((np.arange(a, b) + .5) * ink[a:b]).sum(dtype='f8') / s)
    return c


def window(pix, size, left=MARGIN, right=MARGIN, above=0, stretch=1.0):
    """The normalised window, and the column at which it begins; None where there is
    no ink. above adds as many rows at the top and the bottom."""
    v = scaled(pix, size, stretch)
    paper, deep = levels(v)
    top = int(math.floor(middle(v, paper, deep) - EM + .5))
    cut = np.full((ROWS + 2 * above, v.shape[1]), paper, 'f')
    a, b = max(0, top - above), min(v.shape[0], top + ROWS + above)
    if a < b:
        cut[a - top + above:b - top + above] = v[a:b]
    inner = cut[above:above + ROWS]
    inky = np.flatnonzero(((paper - inner) / deep).max(0) > .35)
    if len(inky) == 0:
        return None, 0
    first, last = int(inky[0]) - left, int(inky[-1]) + 1 + right
    last += -(last - first) % 4
    out = np.full((cut.shape[0], last - first), paper, 'f')
    a, b = max(0, first), min(cut.shape[1], last)
    out[:, a - first:b - first] = cut[:, a:b]
    paper, deep = levels(out[above:above + ROWS])
    return np.clip((paper - out) / deep, -1, 1.5).astype('f'), first
