"""What stands in cells: strings drawn at random, and their classes.

line(rng) gives the text as printed and the labels the network should read. The
words are in words.txt, the classes in extract/ocr/figures/classes.txt.
"""
import os

HERE = os.path.dirname(os.path.abspath(__file__))
CLASSES = [''] + open(os.path.join(HERE, '../../extract/ocr/figures/classes.txt'), encoding='utf-8').read().split('\n')[:-1]
NUMBER = {c: i for i, c in enumerate(CLASSES)}
X = NUMBER['X']
WORDS = open(os.path.join(HERE, 'words.txt'), encoding='utf-8').read().split()
# the 3,755 characters of GB 2312's first level, and of its second those of names
LEVEL1 = [bytes([hi, lo]).decode('gb2312') for hi in range(0xb0, 0xd8) for lo in range(0xa1, 0xff) if not (hi == 0xd7 and lo > 0xf9)]
WIDE = {c: chr(ord(c) + 0xfee0) for c in '0123456789.,-%()/+<>=~:'}
SAME = {w: c for c, w in WIDE.items()}
SAME.update({'–': '-', '−': '-', '﹣': '-', '‐': '-', '⩾': '≥', '≧': '≥', '≦': '≤', '☐': '□', '✓': '√', '∶': ':', '／': '/'})


def labels(text):
    """The classes of a text: full-width forms are their narrow ones, a run of em
    dashes is one, what has no class is X, a space is nothing."""
    out, last = [], ''
    for c in text:
        c = SAME.get(c, c)
        if c not in ' \u3000' and not (c == '—' and last == '—'):
            out.append(NUMBER.get(c, X) if c != 'X' else X)
        last = c
    return out


def digits(rng, n):
    way = rng.random()
    if way < .12:  # runs
        d = str(rng.integers(10))
        return ''.join(d if rng.random() < .7 else str(rng.integers(10)) for _ in range(n))
    if way < .2:  # round
        return ''.join(str(rng.integers(1, 10)) if i == 0 or rng.random() < .3 else '0' for i in range(n))
    return ''.join(map(str, rng.integers(0, 10, n)))


def whole(rng, most):
    d = digits(rng, int(rng.integers(1, most + 1)))
    return d.lstrip('0') or '0'


def grouped(d, mark=','):
    out = ''
    while len(d) > 3:
        d, out = d[:-3], mark + d[-3:] + out
    return d + out


def amount(rng):
    w = whole(rng, 9 if rng.random() < .3 else 6)
    if rng.random() < .08:
        w = '0'
    if rng.random() < .36:
        w = grouped(w, ',' if rng.random() < .97 else '，')
    n = int(rng.choice(7, p=[.16, .12, .5, .06, .06, .04, .06]))
    t = w + ('.' + digits(rng, n) if n else '')
    if rng.random() < .06:
        t = w + '.00'
    sign = rng.random()
    if sign < .11:
        t = '-' + t
    elif sign < .13:
        t = '−' + t
    elif sign < .145:
        t = '+' + t
    elif sign < .17:
        t = '(' + t + ')'
    elif sign < .18:
        t = '（' + t + '）'
    return t


def percent(rng):
    w = str(rng.integers(0, 101)) if rng.random() < .85 else whole(rng, 4)
    n = int(rng.choice(4, p=[.35, .2, .4, .05]))
    t = w + ('.' + digits(rng, n) if n else '') + ('%' if rng.random() < .96 else '‰')
    return ('-' if rng.random() < .06 else '') + t


def small(rng):
    way = rng.random()
    if way < .3:
        return str(rng.integers(10))
    if way < .75:
        return str(rng.integers(0, 101))
    if way < .85:
        return whole(rng, 4)
    return '%d.%d' % (rng.integers(0, 31), rng.integers(10))


def date(rng):
    y, m, d = int(rng.integers(2000, 2035)), int(rng.integers(1, 13)), int(rng.integers(1, 32))
    z = rng.random() < .5
    f = lambda v: '%02d' % v if z else str(v)
    way = rng.integers(6)
    if way == 0:
        return '%d年%s月%s日' % (y, f(m), f(d))
    if way == 1:
        return '%d年%s月' % (y, f(m))
    if way == 2:
        return '%02d:%02d' % (rng.integers(24), rng.integers(60))
    return str(y) + './-'[way - 3] + f(m) + './-'[way - 3] + f(d)


def dash(rng):
    return str(rng.choice(['-', '--', '—', '——', '–', '/', '-', '—', '－', '0', '√', '×', '□', '☑', '-', '—']))


def word(rng):
    if rng.random() < .6:
        return str(rng.choice(WORDS))
    return ''.join(rng.choice(LEVEL1, int(rng.integers(1, 4))))


def compared(rng):
    t = str(rng.choice(list('≥≤<>=±≥≤≥~＜＞＝'))) + str(rng.choice([percent, amount, small, small])(rng))
    return t + (str(rng.choice(WORDS)) if rng.random() < .45 else '')


def mixed(rng):
    n = [amount, percent, small][rng.integers(3)](rng)
    way = rng.random()
    if way < .5:
        return n + word(rng)
    if way < .75:
        return word(rng) + n + (word(rng) if rng.random() < .5 else '')
    if way < .85:
        return '%s%s%s%s' % (small(rng), rng.choice(list('./、-')), word(rng), '' if rng.random() < .5 else word(rng))
    return word(rng) + '(' + n + ')' if rng.random() < .5 else n + str(rng.choice(list('元万亿人次户个'))) + word(rng)


def formula(rng):
    c = lambda: str(rng.choice(list('①②③④⑤⑥⑦⑧⑨⑩')))
    op = lambda: str(rng.choice(list('+-/=×－＋')))
    way = rng.random()
    if way < .3:
        return c()
    if way < .6:
        return c() + '=' + c() + op() + c()
    if way < .8:
        return word(rng) + c() + ('=' + c() + op() + c() if rng.random() < .5 else '')
    return c() + word(rng)


def ranged(rng):
    a, b = [(small, small), (percent, percent), (amount, amount)][rng.choice(3, p=[.6, .3, .1])]
    return a(rng) + str(rng.choice(list('~-/—～:±'))) + b(rng)


def loose(rng):
    """Signs in any order, so that no habit of the texts hides what is printed."""
    signs = rng.choice(CLASSES[1:26] + list('0123456789') * 2, int(rng.integers(1, 9)))
    t = ''.join(signs)
    if rng.random() < .25:
        t += str(rng.choice(CLASSES[27:]))
    return t


KINDS = [(amount, .37), (percent, .12), (small, .12), (date, .04), (dash, .07), (compared, .08), (mixed, .09), (formula, .05),
         (ranged, .025), (loose, .06), (word, .02), (lambda rng: '', .10)]
SHARES = [s for _, s in KINDS]
SHARES = [s / sum(SHARES) for s in SHARES]


def line(rng):
    t = KINDS[rng.choice(len(KINDS), p=SHARES)][0](rng)
    t = t[:18]
    if rng.random() < .05:
        t = ''.join(WIDE.get(c, c) for c in t)
    elif rng.random() < .15 and '%' in t:
        t = t.replace('%', '％')
    elif rng.random() < .03:
        t = t.replace('(', '（').replace(')', '）')
    return t, labels(t)
