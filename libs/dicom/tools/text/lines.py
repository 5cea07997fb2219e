"""Lines of text cut out of images, and what they say: what the reader learns from."""
import math
import pathlib

import cv2
import numpy as np

from scenes import Scenes, jpeg, outlined

HEIGHT, NARROWEST, WIDEST = 32, 32, 320
STEP = 4
SPACE, OTHER = 37, 38
CLASSES = 39
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MARKS = pathlib.Path(__file__).parents[2] / "src/main/resources/org/roentgen/dicom/deidentify/marks.txt"
GROUNDS = 400
# Lines that get harder one by one: the reader learns nothing from hard ones before it knows letters.
EASY = 3000


def classes(text):
    """1..26 letters of either case, 27..36 figures, 37 space, 38 anything else; 0 is left for nothing."""
    return [ord(c.upper()) - 64 if c.upper() in LETTERS else 27 + int(c) if c in "0123456789" else SPACE if c == " " else OTHER for c in text]


def marks():
    """The words that stay in images."""
    return [word for line in MARKS.read_text().splitlines() if not line.startswith("#") for word in line.split()]


class Lines:
    """@param images: uint8 grounds"""

    def __init__(self, seed, held_out, images):
        self.scenes = Scenes(seed, held_out, images)
        self.random, self.drawer = self.scenes.random, self.scenes.drawer
        self.marks = marks()
        self.grounds = []
        self.easy = 0 if held_out else EASY

    def text(self):
        r = self.random
        kind = r.random()
        if kind < 0.45:
            words = " ".join(r.choice(self.marks) for _ in range(r.choice([1, 1, 1, 1, 2, 2, 3])))
            if r.random() < 0.18:
                words = self.nearly(words)
            case = r.random()
            return words if case < .65 else words.capitalize() if case < .8 else words.lower() if case < .9 else words.title()
        return self.drawer.wording.scrambled(1, 9, LETTERS) if kind < 0.6 else self.drawer.wording.line()

    def nearly(self, words):
        """A mark with one letter changed, added or left out."""
        at, letter = self.random.randrange(len(words)), self.random.choice(LETTERS)
        return self.random.choice([words[:at] + letter + words[at + 1:], words[:at] + letter + words[at:], words[:at] + words[at + 1:] or letter])

    def ground(self, rows, columns):
        if len(self.grounds) < GROUNDS / 3 or self.random.random() < 0.02:
            self.grounds = self.grounds[1 - GROUNDS:] + [self.scenes.ground()]
        ground = self.random.choice(self.grounds)
        if ground.shape[0] <= rows or ground.shape[1] <= columns:
            return np.full((rows, columns), self.random.random(), np.float32)
        top, left = self.random.randrange(ground.shape[0] - rows), self.random.randrange(ground.shape[1] - columns)
        return ground[top:top + rows, left:left + columns].copy()

    def sample(self):
        """float16 [HEIGHT, a multiple of 4] in 0..1, and the classes of its text; a tenth is ground without text."""
        while True:
            self.easy = max(0, self.easy - 1)
            kind = self.random.random()
            sample = self.plain() if kind < self.easy / EASY else self.nothing() if kind > 0.9 else self.attempt()
            if sample is not None:
                return sample

    def plain(self):
        """A few large letters, bright on dark."""
        line = self.drawer.line(self.random.uniform(14, 30), self.drawer.wording.scrambled(2, 6, LETTERS + "0123456789"))
        return None if line is None else self.scaled(np.pad(line[1], 4).astype(np.float32), classes(line[0]))

    def nothing(self):
        rows = self.random.randint(8, 80)
        return self.scaled(self.ground(rows, min(300, int(rows * self.random.uniform(1, 6)))), [])

    def attempt(self):
        r = self.random
        line = self.drawer.line(math.exp(r.uniform(math.log(5.5), math.log(40))), self.text() if r.random() < 0.93 else None)
        if line is None:
            return None
        text, mask = ("~~~" if line[0] is None else line[0].strip()), line[1]
        if not text:
            return None
        if mask.shape[1] > 300:
            mask = cv2.resize(mask, (300, max(5, mask.shape[0] * 300 // mask.shape[1])), interpolation=cv2.INTER_AREA)
        if r.random() < 0.2:
            mask = self.sheared(mask)
        image = self.written(mask)
        return None if image is None else self.scaled(image, classes(text))

    def sheared(self, mask):
        slant = self.random.uniform(-0.25, 0.25)
        rows, columns = mask.shape
        shear = np.float32([[1, slant, max(0, -slant * rows)], [0, 1, 0]])
        return cv2.warpAffine(mask, shear, (columns + int(abs(slant) * rows) + 1, rows))

    def written(self, mask):
        """A line with a margin on each side, or None where it cannot be seen."""
        r = self.random
        rows, columns = mask.shape
        above, below, left, right = (max(0, int(rows * r.uniform(-0.04, 0.6))) for _ in range(4))
        image = self.ground(rows + above + below, columns + left + right)
        part, inked = image[above:above + rows, left:left + columns], mask > 100
        value, style = self.scenes.ink(image), r.random()
        if style < 0.25:
            image[:] = r.choice([0, 0, 0, 1, r.random()])
        elif style < 0.32:
            part[:] = part * (1 - outlined(mask)) + outlined(mask) * (0 if value > 0.4 else 1)
        tries = 0
        while inked.sum() < 4 or (abs(part[inked] - value) < 0.15).mean() > 0.15:
            tries += 1
            if tries > 8:
                return None
            value = r.choice([0.0, 1.0, 1.3, r.random()])
        alpha = mask.astype(np.float32) / 255
        part[:] = part * (1 - alpha) + value * alpha
        if r.random() < 0.06:
            edges = [r.randint(0, 3) for _ in range(4)]
            cv2.rectangle(image, (edges[0], edges[1]), (image.shape[1] - 1 - edges[2], image.shape[0] - 1 - edges[3]), r.choice([value, r.random()]), 1)
        if r.random() < 0.2:
            image = cv2.GaussianBlur(image, (0, 0), r.uniform(0.4, 0.5 + rows / 40))
        if r.random() < 0.25:
            image = jpeg(image, r.randint(30, 95))
        if r.random() < 0.2:
            spread = float(image.max() - image.min())
            image = image + self.scenes.noise.standard_normal(image.shape).astype(np.float32) * r.choice([.02, .05]) * spread
        return image

    def scaled(self, image, wanted):
        """The line at the height that the reader takes, or None where its letters get too narrow to be told apart."""
        width = min(WIDEST, max(NARROWEST, round(image.shape[1] * HEIGHT / image.shape[0] / STEP) * STEP))
        image = cv2.resize(image, (width, HEIGHT), interpolation=cv2.INTER_AREA if image.shape[0] > HEIGHT else cv2.INTER_LINEAR)
        least, most = float(image.min()), float(image.max())
        steps = len(wanted) + sum(a == b for a, b in zip(wanted, wanted[1:]))
        return None if most - least < 1e-4 or steps >= width // STEP else (((image - least) / (most - least)).astype(np.float16), wanted)
