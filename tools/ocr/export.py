"""Writes the trained weights as extract/ocr/figures embeds them, and cells with what
the network says of them for its test.

    python3 export.py NET.pt
"""
import hashlib
import json
import os
import sys
import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
import network
import prepare
import sample
import texts

HERE = os.path.dirname(os.path.abspath(__file__))
ENGINE = os.path.join(HERE, '../../extract/ocr/figures')


def load(path):
    """The network with its batch norms folded and its weights in half precision, and
    those weights in the order of the file."""
    net = network.Network(len(texts.CLASSES))
    net.load_state_dict(torch.load(path))
    net.eval()
    pairs = [(s[0], s[1]) for s in list(net.body)[:-1]] + [(net.body[-1].conv, net.body[-1].norm), (net.look, None)]
    pairs += [(r.conv, r.norm) for r in net.head] + [(net.out, None)]
    layers = []
    with torch.no_grad():
        for conv, norm in pairs:
            w, b = conv.weight, conv.bias
            if norm is not None:
                g = norm.weight / torch.sqrt(norm.running_var + norm.eps)
                w, b = w * g[:, None, None, None], norm.bias - norm.running_mean * g
                norm.weight.copy_(torch.sqrt(norm.running_var + norm.eps))
                norm.bias.copy_(b + norm.running_mean)
            w = w.half().float()
            conv.weight.copy_(w)
            layers.append((w.permute(2, 3, 1, 0).numpy(), b.detach().numpy().copy()))
    return net, layers


@torch.no_grad()
def probabilities(net, x):
    """steps × classes of a window"""
    return F.softmax(net(torch.from_numpy(x)[None, None])[0], 0).T.numpy()


if __name__ == '__main__':
    torch.set_num_threads(1)
    net, layers = load(sys.argv[1])
    data = b''.join(w.astype('<f2').tobytes() + b.astype('<f4').tobytes() for w, b in layers)
    open(os.path.join(ENGINE, 'weights.bin'), 'wb').write(data)
    print('weights.bin: %d bytes, sha256 %s' % (len(data), hashlib.sha256(data).hexdigest()))
    out = os.path.join(ENGINE, 'testdata')
    os.makedirs(out, exist_ok=True)
    m = sample.Maker('held', 4)
    cells = []
    for i, (kind, text) in enumerate([('clean', '233667.30'), ('soft', '-2,205.13'), ('binary', '91.66%'), ('saltpepper', '58020.10'), ('coarse', '8'),
                                      ('soft', '≥5.7万人次'), ('binary', '—'), ('clean', '③=①+②'), ('soft', '2023/12/31'), ('coarse', '0.00'), ('soft', '131825座')]):
        pix, size, _, _, _, labels, _, _ = m.cell(kind, text)
        x, first = prepare.window(pix, size)
        p = probabilities(net, x)
        Image.fromarray(pix).save('%s/%02d.png' % (out, i), optimize=True)
        read = [int(c) for j, c in enumerate(p.argmax(1)) if c and (j == 0 or p[j - 1].argmax() != c)]
        cells.append({'file': '%02d.png' % i, 'printed': ''.join(texts.CLASSES[c] for c in labels), 'read': ''.join(texts.CLASSES[c] for c in read), 'size': size, 'first': first, 'width': x.shape[1],
                      'sum': round(float(x.sum(dtype='f8')), 3),
                      'steps': [{str(c): round(float(r[c]), 5) for c in np.flatnonzero(r > .002)} for r in p]})
    with open(out + '/cells.json', 'w', encoding='utf-8') as f:
        json.dump(cells, f, ensure_ascii=False, indent=0)
