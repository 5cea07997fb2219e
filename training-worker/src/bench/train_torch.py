"""Steps per second of the benchmark's networks in plain PyTorch, one thread: train_torch.py SECONDS ROUNDS [NETWORK...]

The same networks, batches, losses and optimiser (AdamW, gradient norm clipped) as `roentgen bench train`, written as a data
scientist would write them. Figures are medians over the rounds, by the clock and by processor time.
"""

import statistics
import sys
import time

import torch
from torch import nn
from torch.nn import functional


def small_cnn():
    return nn.Sequential(
        nn.Conv2d(1, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(64 * 49, 128), nn.ReLU(), nn.Dropout(0.5), nn.Linear(128, 2))


def normalized(inputs, outputs, size, stride=1):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, size // 2, bias=False), nn.BatchNorm2d(outputs))


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.one = normalized(inputs, outputs, 3, stride)
        self.two = normalized(outputs, outputs, 3)
        changes = stride != 1 or inputs != outputs
        self.short = normalized(inputs, outputs, 1, stride) if changes else nn.Identity()

    def forward(self, x):
        return functional.relu(self.two(functional.relu(self.one(x))) + self.short(x))


def resnet_18():
    layers = [normalized(1, 64, 3), nn.ReLU()]
    inputs = 64
    for stage in range(4):
        for block in range(2):
            outputs = 64 << stage
            layers.append(Block(inputs, outputs, 2 if stage > 0 and block == 0 else 1))
            inputs = outputs
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, 2))


class UNet(nn.Module):
    def __init__(self, axes, width, depth):
        super().__init__()
        self.axes, self.depth = axes, depth
        self.conv = nn.Conv2d if axes == 2 else nn.Conv3d
        self.norm = nn.BatchNorm2d if axes == 2 else nn.BatchNorm3d
        grow = nn.ConvTranspose2d if axes == 2 else nn.ConvTranspose3d
        self.down = nn.ModuleList(
            self.level(1 if i == 0 else width << (i - 1), width << i) for i in range(depth + 1))
        self.grow = nn.ModuleList(grow(width << (i + 1), width << i, 2, 2) for i in range(depth))
        self.up = nn.ModuleList(self.level(width << (i + 1), width << i) for i in range(depth))
        self.scores = self.conv(width, 2, 1)

    def level(self, inputs, outputs):
        parts = []
        for channels in (inputs, outputs):
            parts += [self.conv(channels, outputs, 3, padding=1, bias=False), self.norm(outputs), nn.LeakyReLU(0.01)]
        return nn.Sequential(*parts)

    def forward(self, x):
        pool = functional.max_pool2d if self.axes == 2 else functional.max_pool3d
        skips = []
        for i in range(self.depth):
            x = self.down[i](x)
            skips.append(x)
            x = pool(x, 2)
        x = self.down[self.depth](x)
        for i in reversed(range(self.depth)):
            x = self.up[i](torch.cat([skips[i], self.grow[i](x)], 1))
        return self.scores(x)


def overlap_cross_entropy(scores, target):
    axes = [0] + list(range(2, scores.dim()))
    probabilities = functional.softmax(scores, 1)
    reference = torch.zeros_like(probabilities).scatter_(1, target.unsqueeze(1), 1.0)
    shared = (probabilities * reference).sum(axes) + 0.5
    dice = shared / (0.5 * (probabilities.sum(axes) + reference.sum(axes)) + 0.5)
    return 1 - dice[1:].mean() + functional.cross_entropy(scores, target)


CASES = {
    "small-cnn": (small_cnn, (64, 1, 28, 28), False),
    "resnet-18": (resnet_18, (8, 1, 28, 28), False),
    "unet 2D": (lambda: UNet(2, 24, 4), (4, 1, 96, 96), True),
    "unet 3D": (lambda: UNet(3, 16, 3), (2, 1, 40, 48, 40), True),
}


def rates(name, seconds, rounds):
    build, shape, dense = CASES[name]
    torch.manual_seed(1)
    network = build().train()
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-4, weight_decay=0.01)
    images = torch.randn(shape)
    target = torch.randint(0, 2, shape[:1] + shape[2:] if dense else shape[:1])
    loss_of = overlap_cross_entropy if dense else functional.cross_entropy

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss_of(network(images), target).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 12 if dense else 5)
        optimizer.step()

    step()
    found = []
    for _ in range(rounds):
        begin, busy, steps = time.perf_counter(), time.process_time(), 0
        while time.perf_counter() - begin < seconds:
            step()
            steps += 1
        found.append((steps / (time.perf_counter() - begin), steps / (time.process_time() - busy)))
    return [statistics.median(column) for column in zip(*found)]


def main():
    torch.set_num_threads(1)
    seconds, rounds = float(sys.argv[1]), int(sys.argv[2])
    print(f"Plain PyTorch {torch.__version__}, 1 thread; steps/s by the clock / by processor time")
    for name in sys.argv[3:] or CASES:
        clock, processor = rates(name, seconds, rounds)
        print(f"| {name}, batch {CASES[name][1][0]} | {clock:.1f} / {processor:.1f} |", flush=True)


if __name__ == "__main__":
    main()
