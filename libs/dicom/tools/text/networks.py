"""The two networks, and their ONNX files."""
import os

import torch
from torch import nn

from lines import CLASSES


def normed(before, after, kernel=3, stride=1, padding=1, convolution=nn.Conv2d):
    return [convolution(before, after, kernel, stride, padding, bias=False), nn.BatchNorm2d(after), nn.ReLU()]


class Finder(nn.Module):
    """[N, 2, H, W] to logits of text in cells of 4 x 4 pixels, [N, 1, H/4, W/4]; H and W are multiples of 16."""

    def __init__(self):
        super().__init__()
        self.quarter = nn.Sequential(*normed(2, 24, stride=2), *normed(24, 36, stride=2), *normed(36, 36), *normed(36, 36))
        self.eighth = nn.Sequential(*normed(36, 64, stride=2), *normed(64, 64), *normed(64, 64))
        self.sixteenth = nn.Sequential(*normed(64, 96, stride=2), *normed(96, 96), *normed(96, 96))
        self.to_eighth, self.at_eighth = nn.Conv2d(96, 64, 1), nn.Sequential(*normed(64, 64))
        self.to_quarter, self.at_quarter = nn.Conv2d(64, 36, 1), nn.Sequential(*normed(36, 36))
        self.head = nn.Conv2d(36, 1, 1)
        self.twice = nn.Upsample(scale_factor=2, mode="nearest")

    def forward(self, image):
        quarter = self.quarter(image)
        eighth = self.eighth(quarter)
        below = self.at_eighth(eighth + self.twice(self.to_eighth(self.sixteenth(eighth))))
        return self.head(self.at_quarter(quarter + self.twice(self.to_quarter(below))))


class Reader(nn.Module):
    """[N, 1, 32, W] to logits of the classes of letters for each four columns, [N, W/4, 39]."""

    def __init__(self):
        super().__init__()
        self.shapes = nn.Sequential(
            *normed(1, 24), nn.MaxPool2d(2), *normed(24, 48), nn.MaxPool2d(2), *normed(48, 80), *normed(80, 80), nn.MaxPool2d((2, 1)),
            *normed(80, 128), nn.MaxPool2d((2, 1)), *normed(128, 128, (2, 3), 1, (0, 1)))
        self.letters = nn.Sequential(
            nn.Conv1d(128, 128, 5, 1, 2), nn.ReLU(), nn.Dropout(0.1), nn.Conv1d(128, 128, 5, 1, 2), nn.ReLU(), nn.Conv1d(128, CLASSES, 1))

    def forward(self, line):
        return self.letters(self.shapes(line).squeeze(2)).transpose(1, 2)


class Probabilities(nn.Module):
    def __init__(self, network, activation):
        super().__init__()
        self.network, self.activation = network, activation

    def forward(self, image):
        return self.activation(self.network(image))


def export(network, path):
    """Writes a network in evaluation mode, its output as probabilities; the file is there whole or not at all."""
    network.eval()
    finder = isinstance(network, Finder)
    ends, example = (["image", "text"], torch.zeros(1, 2, 64, 96)) if finder else (["line", "letters"], torch.zeros(1, 1, 32, 64))
    axes = {"image": {2: "height", 3: "width"}, "text": {2: "rows", 3: "columns"}} if finder else {"line": {3: "width"}, "letters": {1: "steps"}}
    whole = Probabilities(network, torch.sigmoid if finder else nn.Softmax(2)).eval()
    torch.onnx.export(whole, example, path + ".part", input_names=ends[:1], output_names=ends[1:], dynamic_axes=axes, opset_version=13)
    os.replace(path + ".part", path)
