"""Trains the figures' network by the clock.

    python3 train.py SHARDS HELD OUT SEED HH:MM

SHARDS is where make.py puts its shards; more may come while this runs. HELD is one
shard of other fonts. OUT.pt holds the averaged weights, renewed every ten minutes and
at the end, which comes at HH:MM: the learning rate follows the clock. Three more
arguments go on with a training: its weights, when it began (seconds of the epoch),
and the shard from which empty cells are taken.
"""
import copy
import datetime
import glob
import math
import pickle
import sys
import time
import numpy as np
import torch
import torch.nn.functional as F
import network
import texts

torch.set_num_threads(1)
folder, held, out, seed, until = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5]
before = sys.argv[6:]
now = datetime.datetime.now()
end = now.replace(hour=int(until[:2]), minute=int(until[3:]), second=0, microsecond=0)
begin, span = time.time(), (end - now).total_seconds()
assert span > 60
rng = np.random.default_rng(seed)
torch.manual_seed(seed)
net = network.Network(len(texts.CLASSES))
if before:
    net.load_state_dict(torch.load(before[0]))
    begin, span = float(before[1]), end.timestamp() - float(before[1])
mean = copy.deepcopy(net)
opt = torch.optim.AdamW([{'params': [p for p in net.parameters() if p.ndim > 1], 'weight_decay': .02},
                         {'params': [p for p in net.parameters() if p.ndim <= 1], 'weight_decay': 0}], lr=1e-3)
pool, seen = [], set()
RARE = {texts.NUMBER[c] for c in '<>=±~+≤—:‰①②③④⑤⑥⑦⑧⑨⑩√×□☑'}  # drawn twice as often
DASHES = {texts.NUMBER['-'], texts.NUMBER['—']}
FRESH = before[2] if before else ''


def more():
    for f in sorted(glob.glob(folder + '/*.pkl')):
        if f not in seen:
            seen.add(f)
            for x, l, _, text in pickle.load(open(f, 'rb')):
                if text or f >= FRESH:
                    pool.extend([(x, l)] * (2 if RARE.intersection(l) or len(l) > 0 and DASHES.issuperset(l) else 1))


def batch(items, jitter):
    w = max(room(x) for x, _ in items)
    xs = np.zeros((len(items), 48, w), 'f')
    for i, (x, _) in enumerate(items):
        dy, dx = (int(rng.integers(0, 9)), int(rng.integers(0, 4))) if jitter else (4, 0)
        v = x[dy:dy + 48].astype('f') * (2.5 / 255) - 1
        if jitter:
            v = v * rng.uniform(.85, 1.15) + rng.uniform(-.06, .06)
            if rng.random() < .5:
                v += rng.standard_normal(v.shape, dtype='f') * rng.uniform(0, .15)
            v = np.clip(v, -1, 1.5)
        xs[i, :, dx:dx + v.shape[1]] = v
    t = torch.tensor([min(w, x.shape[1] + (4 if jitter else 0)) // 4 for x, _ in items])
    return torch.from_numpy(xs)[:, None], t, torch.tensor([len(l) for _, l in items]), torch.tensor([c for _, l in items for c in l])


def room(x):
    """The width of the batch a window goes into: few different ones, since each costs
    the making of its kernels."""
    return (x.shape[1] + 4 + 15) // 16 * 16


def batches(items):
    """Of one width each and always as many to a width; what fills none is left out."""
    by = {}
    for s in items:
        by.setdefault(room(s[0]), []).append(s)
    out = []
    for w, l in by.items():
        n = max(12, 3600 // w)
        out += [l[i:i + n] for i in range(0, len(l) - n + 1, n)]
    return [out[i] for i in rng.permutation(len(out))]


def decode(y):
    out = []
    for row in y.argmax(1).tolist():
        out.append(bytes(c for i, c in enumerate(row) if c and (i == 0 or row[i - 1] != c)))
    return out


@torch.no_grad()
def measure(net):
    net.eval()
    right, by = 0, {}
    for x, l, kind, _ in test:
        ok = decode(net(batch([(x, l)], False)[0]))[0] == l
        right += ok
        a = by.setdefault(kind, [0, 0])
        a[0] += ok
        a[1] += 1
    return right / len(test), {k: '%.1f' % (100 * a / n) for k, (a, n) in sorted(by.items())}


@torch.no_grad()
def settle(net, n):
    """The batch norms' statistics of the averaged weights."""
    for m in net.modules():
        if isinstance(m, torch.nn.BatchNorm2d):
            m.reset_running_stats()
            m.momentum = None
    net.train()
    for items in batches([pool[i] for i in rng.integers(0, len(pool), max(n, 1500))]):
        net(batch(items, True)[0])


def save(n):
    m = copy.deepcopy(mean)
    settle(m, n)
    m.eval()
    torch.save(m.state_dict(), out + '.pt')
    return measure(m)


test = pickle.load(open(held, 'rb'))
while len(seen) < 3:
    more()
    time.sleep(1)
step = used = 0
told = saved = time.time()
total = count = 0
while True:
    more()
    for items in batches([pool[i] for i in rng.integers(0, len(pool), 3000)]):
        at = (time.time() - begin) / span
        if at >= 1:
            break
        rate = 2.5e-3 * min(1, step / 500) * (.5 + .5 * math.cos(math.pi * at)) + 1e-5
        for g in opt.param_groups:
            g['lr'] = rate
        net.train()
        x, t, n, l = batch(items, True)
        y = net(x).log_softmax(1).permute(2, 0, 1)
        loss = F.ctc_loss(y, l, t, n, 0, 'none', True)
        loss = (loss / (n + 1)).mean()
        opt.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        opt.step()
        step += 1
        used += len(items)
        total += loss.item()
        count += 1
        d = min(.999, (1 + step) / (10 + step))
        with torch.no_grad():
            for a, b in zip(mean.state_dict().values(), net.state_dict().values()):
                if a.is_floating_point():
                    a.mul_(d).add_(b, alpha=1 - d)
        if time.time() - told > 60:
            told = time.time()
            print('%5.1f min, step %d, %d uses of %d samples, rate %.5f, loss %.4f' % ((told - begin) / 60, step, used, len(pool), rate, total / count), flush=True)
            total = count = 0
        if time.time() - saved > 600:
            saved = time.time()
            print('held out: %.4f %s' % save(1500), flush=True)
    if at >= 1:
        break
print('%d steps, %d uses of %d samples' % (step, used, len(pool)))
print('held out: %.4f %s' % save(12000), flush=True)
