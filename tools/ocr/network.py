"""The figures' network: a column of a window in, a class out, for CTC."""
import torch
import torch.nn.functional as F
from torch import nn


def conv(i, o, stride):
    return nn.Sequential(nn.Conv2d(i, o, 3, stride, 1, bias=False), nn.BatchNorm2d(o), nn.ReLU())


class Residual(nn.Module):
    def __init__(self, c, k):
        super().__init__()
        self.conv = nn.Conv2d(c, c, k, padding=(k[0] // 2, k[1] // 2), bias=False)
        self.norm = nn.BatchNorm2d(c)

    def forward(self, x):
        return F.relu(x + self.norm(self.conv(x)))


class Network(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.body = nn.Sequential(conv(1, 16, 2), conv(16, 32, 2), conv(32, 64, (2, 1)), conv(64, 64, 1), conv(64, 96, (2, 1)), Residual(96, (3, 3)))
        self.look = nn.Conv2d(96, 1, 1)
        self.head = nn.Sequential(Residual(96, (1, 5)), Residual(96, (1, 5)))
        self.out = nn.Conv2d(96, classes, 1)

    def forward(self, x):
        """x: n×1×48×w; gives n×classes×(w/4), before the softmax."""
        x = self.body(x)
        a = F.avg_pool2d(self.look(x), (1, 9), 1, (0, 4)).softmax(2)
        return self.out(self.head((x * a).sum(2, keepdim=True))).squeeze(2)
