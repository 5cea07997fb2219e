"""Draws lines of text as scanners, workstations and scripts do: with fonts of all kinds, with dots, with strokes."""
import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

import fonts
from wording import Wording

STROKES = [cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_PLAIN, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_COMPLEX,
           cv2.FONT_HERSHEY_TRIPLEX, cv2.FONT_HERSHEY_COMPLEX_SMALL]
# Height of the built-in letters of Pillow, and of capital letters in parts of the size of a font.
BUILT_IN_HEIGHT = 7
CAPITALS = 0.7
LEAST_INK = 60


def cut(mask):
    """The part of a mask that holds ink, or None."""
    rows, columns = np.flatnonzero(mask.max(1) > LEAST_INK), np.flatnonzero(mask.max(0) > LEAST_INK)
    return mask[rows[0]:rows[-1] + 1, columns[0]:columns[-1] + 1] if len(rows) else None


class Drawer:
    """@param held_out: draws with fonts that are kept for measuring, instead of those for training"""

    def __init__(self, random, held_out):
        self.random = random
        self.wording = Wording(random)
        self.latin, self.bitmap, self.others = fonts.installed(held_out)

    def line(self, height, text=None):
        """(text, mask) or None: a uint8 mask cut to its ink, letters about `height` rows high; text is None in other scripts."""
        kind = self.random.random()
        if text is None and kind < 0.10 and self.others:
            script = self.random.choice(sorted(self.others))
            mask = self.scaled(self.random.choice(self.others[script]), height * 1.25, self.wording.other_script(fonts.SCRIPTS[script]))
        elif text is None and kind > 0.96:
            mask = self.scaled(self.any_latin(), height / CAPITALS, self.wording.other_script(fonts.ALPHABETS, 3))
        else:
            text = text or self.wording.line()
            mask = self.dots(height, text) if kind < 0.22 else self.strokes(height, text) if kind < 0.36 else \
                self.scaled(self.any_latin(), height / CAPITALS, text)
        mask = None if mask is None else cut(mask)
        if mask is not None and self.random.random() < 0.3:
            mask = cut(((mask > 127) * 255).astype(np.uint8))
        return None if mask is None or mask.shape[0] < 4 or mask.shape[1] < 3 else (text, mask)

    def any_latin(self):
        return self.random.choice(self.latin[self.random.choice(sorted(self.latin))])

    def scaled(self, path, size, text):
        font = fonts.sized(path, max(5, round(size)))
        spacing = self.random.choice([0] * 8 + [1, 2])
        try:
            _, _, right, bottom = font.getbbox(text)
            image = Image.new("L", (right + 8 + spacing * len(text), bottom + 8), 0)
            draw = ImageDraw.Draw(image)
            draw.fontmode = "1" if self.random.random() < 0.25 else "L"
            x = 2
            for part in text if spacing else [text]:
                draw.text((x, 2), part, 255, font=font)
                x += font.getlength(part) + spacing
        except (OSError, ValueError):
            return None  # a few fonts fail at letters that they lack
        return np.asarray(image)

    def dots(self, height, text):
        """With a bitmap font or the one that Pillow has built in, enlarged by whole numbers."""
        choice = self.random.choice
        font, natural = ImageFont.load_default(), BUILT_IN_HEIGHT
        if self.bitmap and self.random.random() > 0.45:
            path = choice(self.bitmap[choice(sorted(self.bitmap))])
            if not fonts.bitmap_sizes(path):
                return None
            size = min(fonts.bitmap_sizes(path), key=lambda size: abs(size * CAPITALS - height))
            font, natural = fonts.sized(path, size), size * CAPITALS
        return self.enlarged(font, natural, height, text)

    def built_in(self, height, text):
        """With the font that Pillow has built in."""
        return self.enlarged(ImageFont.load_default(), BUILT_IN_HEIGHT, height, text)

    def enlarged(self, font, natural, height, text):
        mask = font.getmask(text.encode("latin-1", "ignore").decode("latin-1"), mode="1")
        if mask.size[0] == 0:
            return None
        pixels = (np.asarray(mask, dtype=np.uint8).reshape(mask.size[1], mask.size[0]) > 0).astype(np.uint8) * 255
        times = max(1, round(height / natural))
        ways = [cv2.INTER_NEAREST, cv2.INTER_NEAREST, cv2.INTER_LINEAR]
        return cv2.resize(pixels, (pixels.shape[1] * times, pixels.shape[0] * times), interpolation=self.random.choice(ways))

    def strokes(self, height, text):
        """With the letters of OpenCV."""
        font = self.random.choice(STROKES) | (cv2.FONT_ITALIC if self.random.random() < 0.1 else 0)
        text = text.encode("ascii", "ignore").decode() or "TEST"
        scale = height / cv2.getTextSize("H", font, 1, 1)[0][1]
        thickness = max(1, round(height / self.random.choice([8, 10, 14, 20])))
        (width, high), below = cv2.getTextSize(text, font, scale, thickness)
        edge = 5 + thickness
        mask = np.zeros((high + below + 2 * edge, width + 2 * edge), np.uint8)
        line_type = cv2.LINE_AA if self.random.random() < 0.6 else cv2.LINE_8
        cv2.putText(mask, text, (edge, high + edge), font, scale, 255, thickness, line_type)
        return mask
