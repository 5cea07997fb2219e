#!/usr/bin/env python3
"""Trains a network for burned-in text and writes it as ONNX (see README.md).

usage: train.py finder|reader --seconds N --out FILE.onnx --images DIR... [--without WORD...] [--seed N] [--from FILE.pt]

Two processes draw, one learns; every two minutes the averaged weights are judged on fonts and images that are not trained on, and written.
"""
import argparse
import math
import os
import random
import time

import cv2
import numpy as np
import torch
import torch.multiprocessing as processes
from torch.nn import functional

import images
from lines import HEIGHT, Lines, STEP
from networks import Finder, Reader, export
from scenes import Scenes

JUDGED_EVERY_SECONDS = 120
DECAY = 0.995


class FinderTask:
    source, network, rate, batch, bank, at_once, judged = Scenes, Finder, 3e-3, 8, 3000, 1, 160

    @staticmethod
    def turned(scene):
        """A scene mirrored or turned by chance, since text runs in all directions."""
        seen, text, counts = scene
        if random.random() < 0.5:
            seen, text, counts = seen[:, :, ::-1], text[:, ::-1], counts[:, ::-1]
        if random.random() < 0.5:
            seen, text, counts = seen[:, ::-1], text[::-1], counts[::-1]
        if random.random() < 0.2:
            seen, text, counts = seen.transpose(0, 2, 1), text.T, counts.T
        return seen, text, counts

    @staticmethod
    def loss(network, batch):
        turned = [FinderTask.turned(scene) for scene in batch]
        seen, text, counts = (torch.from_numpy(np.stack(part).astype(np.float32)) for part in zip(*turned))
        text, counts = text[:, None], counts[:, None]
        logits = network(seen.to(memory_format=torch.channels_last))
        found = torch.sigmoid(logits) * counts
        cross_entropy = functional.binary_cross_entropy_with_logits(logits, text, counts * (1 + 2 * text), reduction="sum") / counts.sum()
        dice = (2 * (found * text).sum() + 1) / ((found + text * counts).sum() + 1)
        return cross_entropy + 0.5 * (1 - dice)

    @staticmethod
    def judge(network, scenes):
        right = wrong = missed = 0
        for seen, text, counts in scenes:
            found = network(torch.from_numpy(seen.astype(np.float32))[None])[0, 0].numpy() > 0
            text, counts = text > 0, counts > 0
            right += (found & text & counts).sum()
            wrong += (found & ~text & counts).sum()
            missed += (~found & text & counts).sum()
        return f"cells found {right / max(1, right + missed):.4f}, right {right / max(1, right + wrong):.4f}"


class ReaderTask:
    source, network, rate, batch, bank, at_once, judged = Lines, Reader, 2e-3, 32, 24000, 16, 500

    @staticmethod
    def loss(network, batch):
        widths = [line.shape[1] for line, _ in batch]
        seen = np.zeros((len(batch), 1, HEIGHT, max(widths)), np.float32)
        for i, (line, _) in enumerate(batch):
            line = line.astype(np.float32)
            line = (1 - line if random.random() < 0.3 else line) ** random.choice([1, 1, 0.7, 1.4])
            seen[i, 0, :, :widths[i]], seen[i, 0, :, widths[i]:] = line, line[:, -1:]
        wanted = [letters for _, letters in batch]
        probabilities = network(torch.from_numpy(seen)).log_softmax(2).transpose(0, 1)
        return functional.ctc_loss(probabilities, torch.tensor(sum(wanted, [])), torch.tensor(widths) // STEP,
                                   torch.tensor([len(letters) for letters in wanted]), zero_infinity=True)

    @staticmethod
    def judge(network, lines):
        right = sure = wrong = 0
        for line, wanted in lines:
            most, best = network(torch.from_numpy(line.astype(np.float32))[None, None])[0].softmax(1).max(1)
            read = [int(k) for i, k in enumerate(best) if k and (i == 0 or k != best[i - 1])]
            is_sure = float(most.min()) > 0.85
            right += read == wanted
            sure += is_sure
            wrong += is_sure and read != wanted
        return f"lines read {right / len(lines):.4f}, sure {sure / len(lines):.4f}, wrong among the sure {wrong / max(1, sure):.4f}"


def draw(task, seed, grounds, queue):
    torch.set_num_threads(1)
    source = task.source(seed, False, grounds)
    while True:
        queue.put([source.sample() for _ in range(task.at_once)])


def average(weights, network, step):
    """The running mean of the weights, longer the longer it runs."""
    decay = min(DECAY, (1 + step) / (10 + step))
    for name, value in network.state_dict().items():
        weights[name] = weights[name] * decay + value * (1 - decay) if value.dtype.is_floating_point and step else value.clone()


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=["finder", "reader"])
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--images", nargs="+", default=[])
    parser.add_argument("--without", nargs="+", default=[])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="start")
    return parser.parse_args()


def main():
    options = parse()
    task = FinderTask if options.task == "finder" else ReaderTask
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    cv2.setNumThreads(1)
    torch.set_num_threads(os.cpu_count())
    context = processes.get_context("fork")
    queue = context.Queue(64)
    grounds = images.below(options.images, False, options.without)
    drawers = [context.Process(target=draw, args=(task, options.seed + 1000 * (i + 1), grounds, queue)) for i in range(2)]
    for drawer in drawers:
        drawer.start()
    judged_source = task.source(options.seed, True, images.below(options.images, True, options.without))
    judged = [judged_source.sample() for _ in range(task.judged)]
    network = task.network()
    if options.start:
        network.load_state_dict(torch.load(options.start))
    network = network.to(memory_format=torch.channels_last)
    try:
        learn(options, task, network, queue, judged)
    finally:
        for drawer in drawers:
            drawer.kill()
        queue.cancel_join_thread()


def learn(options, task, network, queue, judged):
    optimizer = torch.optim.AdamW(network.parameters(), lr=task.rate, weight_decay=1e-3)
    peak = task.rate / 2 if options.start else task.rate
    bank, weights, losses = [], {}, []
    start = last = time.time()
    step = 0
    while (part := (time.time() - start) / options.seconds) < 1:
        drawn = 0
        while drawn < 20 and (not queue.empty() or len(bank) < 4 * task.batch):
            bank += queue.get()
            drawn += 1
        del bank[:max(0, len(bank) - task.bank)]
        for group in optimizer.param_groups:
            group["lr"] = peak * min(1, step / 200 + 0.01) * (0.5 * (1 + math.cos(math.pi * part)) + 0.01)
        loss = task.loss(network, random.sample(bank, task.batch))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimizer.step()
        losses.append(loss.item())
        average(weights, network, step)
        step += 1
        if time.time() - last > JUDGED_EVERY_SECONDS:
            last = time.time()
            written = keep(options, task, weights, judged)
            print(f"{last - start:.0f} s, step {step}, loss {np.mean(losses):.4f}; not trained on: {written}", flush=True)
            losses.clear()
    print(f"done, step {step}: {keep(options, task, weights, judged)}", flush=True)


def keep(options, task, weights, judged):
    averaged = task.network()
    averaged.load_state_dict(weights)
    averaged.eval()
    torch.save(weights, options.out + ".pt")
    export(averaged, options.out)
    with torch.no_grad():
        return task.judge(averaged, judged)


if __name__ == "__main__":
    main()
