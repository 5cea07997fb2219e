"""Scenes with burned-in text and the cells that it takes: what the finder learns from."""
import math
import random

import cv2
import numpy as np

import patterns
from drawing import Drawer

SIZE = 320
CELL = 4
# Rows of the letters; larger ones are found in the image halved.
LEAST_HEIGHT, MOST_HEIGHT = 5, 36
SHORT = ["L", "R", "LT", "RT", "AP", "PA", "A", "P", "H", "F", "S", "I", "1", "12", "4"]


def channels(values):
    """The two channels that the finder sees of integers: their place between least and most, and their rank."""
    n = int(values.max()) + 1
    counts = np.bincount(values.ravel(), minlength=n).astype(np.float64)
    rank = ((np.cumsum(counts) - counts / 2) / values.size).astype(np.float32)
    return (values / max(1, n - 1)).astype(np.float32), rank[values]


def jpeg(image, quality):
    """What is left of an image after it was compressed."""
    least, most = float(image.min()), float(image.max())
    grey = np.clip((image - least) / max(most - least, 1e-6) * 255, 0, 255).astype(np.uint8)
    _, encoded = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return cv2.imdecode(encoded, cv2.IMREAD_GRAYSCALE).astype(np.float32) / 255 * (most - least) + least


def outlined(mask):
    """Ink and a pixel around it, 0..1."""
    return cv2.dilate(mask, np.ones((3, 3), np.uint8)).astype(np.float32) / 255


class Canvas:
    """An image that is written on, with the pixels of text and those that count neither way."""

    def __init__(self, image):
        self.image = image
        self.text = np.zeros(image.shape, np.uint8)
        self.neither = np.zeros(image.shape, np.uint8)


class Scenes:
    """@param images: uint8 grounds"""

    def __init__(self, seed, held_out, images):
        self.random = random.Random(seed)
        self.noise = np.random.default_rng(seed)
        self.drawer = Drawer(self.random, held_out)
        self.images = images

    def ground(self):
        r = self.random
        if r.random() < 0.45 or not self.images:
            return patterns.ground(r, SIZE)
        image = r.choice(self.images)
        scale = max(math.exp(r.uniform(math.log(0.15), math.log(2.2))), 64 / min(image.shape))
        ground = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR).astype(np.float32) / 255
        top, left = r.randint(0, max(0, ground.shape[0] - SIZE)), r.randint(0, max(0, ground.shape[1] - SIZE))
        ground = ground[top:top + SIZE, left:left + SIZE] ** r.choice([1, 1, 1, 0.6, 0.4, 1.7])
        if r.random() < 0.12:
            ground = 1 - ground
        if r.random() < 0.5:
            ground = np.rot90(ground, r.randrange(4))
        if r.random() < 0.25:
            ground = np.clip(ground * r.uniform(1, 3), 0, 1)
        return np.ascontiguousarray(ground * r.choice([1, 1, 0.7, 0.4]) + r.choice([0, 0, 0.2]), dtype=np.float32)

    def ink(self, image):
        """A value to write with."""
        r = self.random
        most = float(image.max())
        return r.choice([most, most, 1.0, max(most, 1e-3) * r.uniform(1, 2.5), r.random(), r.random(), 0.0])

    def sample(self):
        """float16 [2, SIZE, SIZE]; uint8 [SIZE / 4, SIZE / 4] of cells with text, and of cells that count."""
        r = self.random
        canvas = Canvas(self.ground())
        patterns.distract(r, canvas.image, r.choice([float(canvas.image.max()) or 1.0, 1.0, r.random()]))
        if r.random() > 0.2:
            value = self.ink(canvas.image)
            if r.random() < 0.45:
                self.write_block(canvas, value)
            for _ in range(r.choice([0, 1, 1, 2, 3, 5])):
                self.write_anywhere(canvas, self.ink(canvas.image) if r.random() < 0.5 else value)
        return self.seen(canvas)

    def height(self):
        return math.exp(self.random.uniform(math.log(LEAST_HEIGHT), math.log(MOST_HEIGHT)))

    def write_block(self, canvas, value):
        """Lines under each other, as in the corners of images."""
        r = self.random
        rows, columns = canvas.image.shape
        height, right = min(self.height(), 20), r.random() < 0.3
        x, y = r.choice([3, 4, 8, r.randrange(columns)]), r.choice([3, r.randrange(rows)])
        for _ in range(r.randint(2, 7)):
            line = self.drawer.line(height)
            if line is not None:
                mask = line[1]
                self.write(canvas, mask, columns - x - mask.shape[1] if right else x, y, value)
                y += int(max(mask.shape[0], height * 1.1) * r.uniform(1.15, 1.6)) + 1

    def write_anywhere(self, canvas, value):
        r = self.random
        rows, columns = canvas.image.shape
        short = r.random() < 0.18
        line = self.drawer.line(self.height(), r.choice(SHORT) if short else None)
        if line is None:
            return
        mask, area, turn = line[1], None, r.random()
        if turn > 0.8:
            mask = np.rot90(mask, r.choice([1, 1, 3, 3, 2]))
        elif turn > 0.74:
            mask, area = self.slanted(mask)
        x = r.randint(-3, max(0, columns - mask.shape[1])) if r.random() < .7 else r.choice([2, 3, max(0, columns - mask.shape[1] - 3)])
        y = r.randint(0, max(0, rows - mask.shape[0])) if r.random() < .7 else r.choice([2, 3, max(0, rows - mask.shape[0] - 3)])
        self.write(canvas, mask, x, y, value, area, short)

    def slanted(self, mask):
        """A mask turned by up to 20 degrees, and the area of its line."""
        angle = self.random.uniform(-20, 20)
        rows, columns = mask.shape
        cosine, sine = abs(math.cos(math.radians(angle))), abs(math.sin(math.radians(angle)))
        height, width = int(rows * cosine + columns * sine) + 2, int(columns * cosine + rows * sine) + 2
        turn = cv2.getRotationMatrix2D((columns / 2, rows / 2), angle, 1)
        turn[:, 2] += (width - columns) / 2, (height - rows) / 2
        area = cv2.warpAffine(np.full(mask.shape, 255, np.uint8), turn, (width, height))
        return cv2.warpAffine(mask, turn, (width, height)), (area > 127).astype(np.uint8)

    def write(self, canvas, mask, x, y, value, area=None, short=False):
        """Draws a line where no other is, with a ground or an outline of its own at times, in a value that stands out."""
        r = self.random
        rows, columns = canvas.image.shape
        left, top, right, bottom = max(0, x), max(0, y), min(columns, x + mask.shape[1]), min(rows, y + mask.shape[0])
        if right - left < 6 or bottom - top < 4:
            return
        place, inside = np.s_[top:bottom, left:right], np.s_[top - y:bottom - y, left - x:right - x]
        mask = mask[inside]
        inked = mask > 100
        if canvas.text[place].any() or canvas.neither[place].any() or inked.sum() < 4:
            return
        part, style = canvas.image[place], r.random()
        if style < 0.1:
            edge = r.randint(1, 5)
            canvas.image[max(0, top - edge):bottom + edge, max(0, left - edge):right + edge] = r.choice([0, 0, 1, r.random()])
        elif style < 0.18:
            part[:] = part * (1 - outlined(mask)) + outlined(mask) * (0 if value > 0.4 else 1)
        value, visible = self.visible(canvas.image, part, inked, value)
        alpha = mask.astype(np.float32) / 255 * (1 if r.random() < 0.9 else r.uniform(0.5, 0.9))
        part[:] = part * (1 - alpha) + value * alpha
        letters = max(mask.shape) / max(4, min(mask.shape))
        marked = canvas.neither if short or letters < 1.3 or not visible else canvas.text
        marked[place] |= np.ones(mask.shape, np.uint8) if area is None else area[inside]

    def visible(self, image, part, inked, value):
        """A value that differs from what is below the ink, and whether one was found."""
        span = max(float(image.max()) - float(image.min()), 0.2)
        for _ in range(7):
            if abs(float(part[inked].mean()) - value) >= 0.12 * span and np.percentile(abs(part[inked] - value), 25) >= 0.06 * span:
                return value, True
            value = self.random.choice([0.0, 1.0, float(image.max()) * 1.2, self.random.random()])
        return value, False

    def seen(self, canvas):
        """What the finder sees of a canvas after blur, compression, noise and other values elsewhere in the image."""
        r = self.random
        image = canvas.image
        if r.random() < 0.1:
            image = cv2.GaussianBlur(image, (0, 0), r.uniform(0.4, 0.9))
        if r.random() < 0.25:
            image = jpeg(image, r.randint(25, 95))
        least, most = float(image.min()), float(image.max())
        if r.random() < 0.15:
            image = image + self.noise.standard_normal(image.shape).astype(np.float32) * r.choice([.01, .03, .06]) * (most - least + 1e-3)
            least, most = float(image.min()), float(image.max())
        place, rank = channels(np.round((image - least) / max(most - least, 1e-6) * r.choice([255, 255, 1023, 4095])).astype(np.int32))
        if r.random() < 0.3:
            place = place * math.exp(r.uniform(math.log(0.04), 0))
        if r.random() < 0.1:
            least = r.uniform(0, 0.4)
            place = place * (1 - least) + least
        if r.random() < 0.35:
            elsewhere = r.uniform(0, 0.8)
            rank = elsewhere + (1 - elsewhere) * rank if r.random() < 0.7 else rank * (1 - elsewhere)
        rows, columns = image.shape
        both = np.zeros((2, SIZE, SIZE), np.float32)
        both[0, :rows, :columns], both[1, :rows, :columns] = place, rank
        text, neither = self.share(canvas.text), self.share(canvas.neither)
        counts = ((text < 0.05) | (text >= 0.3)) & (neither < 0.05)
        return both.astype(np.float16), (text >= 0.3).astype(np.uint8), counts.astype(np.uint8)

    def share(self, pixels):
        """The part of each cell that is marked."""
        whole = np.zeros((SIZE, SIZE), np.float32)
        whole[:pixels.shape[0], :pixels.shape[1]] = pixels
        return cv2.resize(whole, (SIZE // CELL, SIZE // CELL), interpolation=cv2.INTER_AREA)
