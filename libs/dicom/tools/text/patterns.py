"""Grounds without text, float32 in 0..1: patterns, noise, sectors of ultrasound, and what machines draw that is no text."""
import cv2
import numpy as np


def flat(r, rng, size, x, y):
    return np.full((size, size), r.random(), np.float32)


def ramp(r, rng, size, x, y):
    angle = r.random() * 6.3
    return np.cos(angle) * x + np.sin(angle) * y


def clouds(r, rng, size, x, y):
    return sum(cv2.resize(rng.random((n, n)).astype(np.float32), (size, size), interpolation=cv2.INTER_CUBIC) / n ** r.uniform(0.3, 1.2)
               for n in (3, 6, 12, 25, 50, 100))


def ellipses(r, rng, size, x, y):
    image = np.zeros((size, size), np.float32)
    for _ in range(r.randint(2, 25)):
        axes = (int(size * r.random() ** 2 * 0.5) + 2, int(size * r.random() ** 2 * 0.5) + 2)
        cv2.ellipse(image, (r.randrange(size), r.randrange(size)), axes, r.randrange(180), 0, 360, r.random(),
                    -1 if r.random() < 0.7 else r.randint(1, 4), cv2.LINE_AA)
    return cv2.GaussianBlur(image, (0, 0), r.choice([0.01, 1, 3]))


def checks(r, rng, size, x, y):
    step = r.choice([2, 3, 4, 6, 8, 12, 16, 24, 40])
    at = np.arange(size)
    if r.random() < 0.5:
        return ((at[:, None] % (2 * step) < r.randint(1, step)) | (at[None] % (2 * step) < r.randint(1, step))).astype(np.float32)
    return ((at[:, None] // step + at[None] // step) % 2).astype(np.float32)


def bars(r, rng, size, x, y):
    image = np.zeros((size, size), np.float32)
    for _ in range(r.randint(3, 14)):
        top, left, width, height = r.randrange(size), r.randrange(size), r.randint(10, size // 2), r.randint(4, 60)
        part = image[top:top + height, left:left + width]
        lines = (np.arange(width) // r.randint(2, 9) % 2).astype(np.float32) * r.uniform(0.3, 1)
        part[:] = np.broadcast_to(lines, (height, width))[:part.shape[0], :part.shape[1]]
    return image.T.copy() if r.random() < 0.5 else image


def blocks(r, rng, size, x, y):
    n = r.choice([4, 8, 12, 16, 32])
    return np.kron(rng.random((n, n)), np.ones((size // n + 1, size // n + 1)))[:size, :size].astype(np.float32)


def rings(r, rng, size, x, y):
    return (np.sin(((x - .5) ** 2 + (y - .5) ** 2) * r.uniform(20, 900)) + 1).astype(np.float32)


def ultrasound(r, rng, size, x, y):
    sector = np.abs(np.arctan2(x - 0.5, y + 0.01)) < r.uniform(0.4, 0.8)
    speckle = cv2.GaussianBlur(rng.rayleigh(1, (size, size)).astype(np.float32), (0, 0), r.uniform(0.6, 2))
    return sector * speckle * (cv2.resize(rng.random((8, 8)).astype(np.float32), (size, size)) ** 2)


GROUNDS = [flat, ramp, clouds, ellipses, checks, bars, blocks, rings, ultrasound]


def ground(r, size):
    """A pattern of [size, size]."""
    rng = np.random.default_rng(r.getrandbits(32))
    y, x = np.mgrid[0:size, 0:size].astype(np.float32) / size
    image = r.choice(GROUNDS)(r, rng, size, x, y)
    image = image + r.choice([0, 0, 0.01, 0.05, 0.15]) * rng.standard_normal((size, size)).astype(np.float32) * (image.std() + 0.05)
    least, most = float(image.min()), float(image.max())
    return ((image - least) / (most - least) if most > least else np.full_like(image, r.random())).astype(np.float32)


def ruler(r, image, x, y, length, value, thick):
    step, tick, down = r.randint(3, 24), r.randint(2, 12), r.random() < 0.5
    for i, at in enumerate(range(0, length, step)):
        long = tick * (2 if i % 5 == 0 else 1)
        start, end = ((x, y + at), (x + long, y + at)) if down else ((x + at, y), (x + at, y + long))
        cv2.line(image, start, end, value, thick)
    if r.random() < 0.6:
        cv2.line(image, (x, y), (x, y + length) if down else (x + length, y), value, thick)


def cross(r, image, x, y, length, value, thick):
    n = r.randint(2, 20)
    cv2.line(image, (x - n, y), (x + n, y), value, thick)
    cv2.line(image, (x, y - n), (x, y + n), value, thick)


def circle(r, image, x, y, length, value, thick):
    cv2.circle(image, (x, y), r.randint(2, 80), value, thick if r.random() < 0.8 else -1, cv2.LINE_AA)


def frame(r, image, x, y, length, value, thick):
    cv2.rectangle(image, (x, y), (x + r.randint(4, 150), y + r.randint(4, 80)), value, thick)


def curve(r, image, x, y, length, value, thick):
    xs = np.arange(length)
    ys = y + r.randint(2, 25) * np.sin(xs / r.uniform(2, 30)) * (1 + (xs % r.randint(20, 60) < 4) * 2)
    cv2.polylines(image, [np.stack([x + xs, ys], 1).astype(np.int32)], False, value, thick)


def wedge(r, image, x, y, length, value, thick):
    width, height = (r.randint(5, 20), length) if r.random() < 0.7 else (length, r.randint(5, 20))
    greys = np.linspace(0, 1, max(width, height), dtype=np.float32)
    part = image[y:y + height, x:x + width]
    part[:] = np.broadcast_to(greys[:, None] if height > width else greys[None], (height, width))[:part.shape[0], :part.shape[1]]


def arrow(r, image, x, y, length, value, thick):
    cv2.arrowedLine(image, (x, y), (x + r.randint(-60, 60), y + r.randint(-60, 60)), value, thick)


def dashes(r, image, x, y, length, value, thick):
    step = r.randint(3, 12)
    for at in range(0, length, step):
        image[y:y + thick, x + at:x + at + max(1, step // 2)] = value


def row_of_shapes(r, image, x, y, length, value, thick):
    gap, height, shape = r.randint(4, 20), r.randint(4, 24), r.randrange(3)
    for i in range(r.randint(2, 12)):
        left = x + i * gap
        if shape == 0:
            cv2.rectangle(image, (left, y), (left + gap // 2, y + height), r.random(), -1)
        elif shape == 1:
            cv2.circle(image, (left, y), max(1, gap // 3), value, -1)
        else:
            cv2.line(image, (left, y), (left, y + r.randint(2, height + 2)), value, thick)


DRAWINGS = [ruler, cross, circle, frame, curve, wedge, arrow, dashes, row_of_shapes]


def distract(r, image, value):
    """Draws a few things that are no text into a square image."""
    size = image.shape[0]
    for _ in range(r.choice([0, 0, 1, 1, 2, 4])):
        r.choice(DRAWINGS)(r, image, r.randrange(size), r.randrange(size), r.randint(8, size), value, r.choice([1, 1, 1, 2, 3]))
