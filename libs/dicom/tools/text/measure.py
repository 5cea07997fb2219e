#!/usr/bin/env python3
"""Measures what `./roentgen deidentify --profile basic+pixels` finds, keeps and loses of text drawn into real files.

usage: measure.py draw OUT --images DIR... [--count 60] [--seed 1] [--without WORD...]   writes OUT/in/*.dcm and OUT/truth.pickle
       measure.py score OUT CLEANED [--verbose]                                          CLEANED: what deidentify wrote of OUT/in

Each image gets two of the patient's identifiers and one mark, most in fonts and all in images that the networks were not trained on.
An identifier counts as found where at most 5 % of its ink is left, a mark as kept where at least 90 % of its ink is as it was.
"""
import argparse
import collections
import glob
import math
import os
import pathlib
import pickle
import random
import warnings

import cv2
import numpy as np
import pydicom
from pydicom.pixel_data_handlers.util import convert_color_space
from pydicom.uid import ExplicitVRLittleEndian, generate_uid

from drawing import Drawer, cut
from fonts import is_held_out
from lines import marks

COMMON_MARKS = ["L", "R", "LEFT", "RIGHT", "PA", "AP", "LAT", "ERECT", "SUPINE", "R LAT", "L MLO", "PORTABLE"]
MOST_LEFT, LEAST_KEPT = 0.05, 0.9


def single_images(folders, without):
    """Paths of held-out images of one frame of whole numbers, by folder."""
    found = {}
    for folder in folders:
        for path in sorted(glob.glob(os.path.join(folder, "**", "*"), recursive=True)):
            name = os.path.relpath(path, folder)
            if not os.path.isfile(path) or not is_held_out(name) or any(word in path for word in without):
                continue
            try:
                data_set = pydicom.dcmread(path)
                data_set.pixel_array
            except Exception:  # folders hold files of all kinds, broken ones among them
                continue
            if int(data_set.get("NumberOfFrames", 1) or 1) == 1 and min(data_set.Rows, data_set.Columns) >= 48 \
                    and 8 <= data_set.BitsAllocated <= 16 and data_set.PhotometricInterpretation != "PALETTE COLOR":
                found.setdefault(name.split(os.sep)[0], []).append(path)
    return found


class Burner:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.unseen, self.seen = Drawer(self.random, True), Drawer(self.random, False)
        self.wording = self.seen.wording
        self.marks = marks()

    def pixels(self, data_set):
        """Decoded, in RGB where they have colour."""
        if data_set.file_meta.TransferSyntaxUID.is_compressed:
            data_set.decompress()
        pixels = data_set.pixel_array.copy()
        if data_set.PhotometricInterpretation.startswith("YBR_FULL"):
            pixels = convert_color_space(pixels, data_set.PhotometricInterpretation, "RGB")
        if data_set.get("SamplesPerPixel", 1) == 3:
            data_set.PhotometricInterpretation, data_set.PlanarConfiguration = "RGB", 0
        return pixels

    def name_patient(self, data_set):
        """Gives a file to an invented patient; returns texts that identify."""
        wording = self.wording
        last, first = (self.wording.name().upper() for _ in range(2))
        while len(last) < 3:
            last = wording.name().upper()
        number, accession = wording.number(6, 9), "A" + wording.number(5, 7)
        year, month, day = f"19{self.random.randint(30, 99)}", f"{self.random.randint(1, 12):02}", f"{self.random.randint(1, 28):02}"
        data_set.PatientName, data_set.PatientID = f"{last}^{first}", number
        data_set.AccessionNumber, data_set.PatientBirthDate = accession, year + month + day
        data_set.SOPInstanceUID = data_set.file_meta.MediaStorageSOPInstanceUID = generate_uid()
        for keyword in ("BurnedInAnnotation", "SmallestImagePixelValue", "LargestImagePixelValue"):
            if keyword in data_set:
                delattr(data_set, keyword)
        return [f"{last}^{first}", f"{last}, {first.capitalize()}", f"{first.capitalize()} {last.capitalize()}", last, f"ID: {number}", number,
                f"DOB {day}.{month}.{year}", f"{year}-{month}-{day}", f"Acc {accession}", last[:3]]

    def burn(self, data_set):
        """Draws into a file; returns what was drawn where."""
        pixels, texts = self.pixels(data_set), self.name_patient(data_set)
        choices = self.random.choice([self.marks, COMMON_MARKS])
        taken, drawn = np.zeros(pixels.shape[:2], bool), []
        for kind in ("identifier", "identifier", "mark"):
            for _ in range(30):
                line = self.draw(pixels, data_set, taken, kind, self.random.choice(choices if kind == "mark" else texts))
                if line is not None:
                    drawn.append(line)
                    break
        data_set.PixelData = np.ascontiguousarray(pixels).tobytes()
        data_set["PixelData"].VR = "OW" if data_set.BitsAllocated > 8 else "OB"
        data_set["PixelData"].is_undefined_length = False
        data_set.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
        data_set.is_little_endian, data_set.is_implicit_VR = True, False
        return drawn

    def mask(self, height, text):
        kind = self.random.random()
        if kind < 0.12:
            return "Pillow", cut(self.seen.built_in(height, text))
        if kind < 0.25:
            return "OpenCV", cut(self.seen.strokes(height, text))
        line = (self.unseen if kind < 0.7 else self.seen).line(height, text)
        return "unseen font" if kind < 0.7 else "seen font", None if line is None else line[1]

    def draw(self, pixels, data_set, taken, kind, text):
        r = self.random
        rows, columns = taken.shape
        height = math.exp(r.uniform(math.log(6 if kind == "identifier" else 7), math.log(min(48, max(12, min(rows, columns) / 11)))))
        drawer, mask = self.mask(height, text)
        if mask is None:
            return None
        if kind == "identifier" and r.random() < 0.08:
            mask = np.rot90(mask, r.choice([1, 3]))
        high, wide = mask.shape
        if high + 6 > rows or wide + 6 > columns:
            return None
        x, y = r.choice([3, columns - wide - 3, r.randrange(columns - wide)]), r.choice([3, rows - high - 3, r.randrange(rows - high)])
        apart = max(6, min(high, wide))
        if taken[max(0, y - apart):y + high + apart, max(0, x - apart):x + wide + apart].any():
            return None
        part, ink, value = pixels[y:y + high, x:x + wide], mask > 127, self.value(pixels, data_set)
        grey = (part if part.ndim == 2 else part.max(-1)).astype(float)
        if (abs(grey[ink] - value) < 0.2 * (max(value, int(pixels.max())) - int(pixels.min()))).mean() > 0.1:
            return None
        alpha = mask / 255 if part.ndim == 2 else mask[..., None] / 255
        part[:] = np.round(part * (1 - alpha) + value * alpha).astype(pixels.dtype)
        taken[y:y + high, x:x + wide] = True
        return {"kind": kind, "text": text, "drawer": drawer, "height": round(height), "box": (x, y, wide, high), "ink": ink}

    def value(self, pixels, data_set):
        r = self.random
        least, most = int(pixels.min()), int(pixels.max())
        largest = (1 << data_set.BitsStored - data_set.PixelRepresentation) - 1
        if least == most:
            return min(largest, least + 200)
        return r.choice([most, most, min(largest, most * 1.3 + 1), largest if r.random() < 0.3 else most, least + (most - least) * r.uniform(.4, 1), least])


def draw(options):
    folder = pathlib.Path(options.corpus) / "in"
    folder.mkdir(parents=True)
    paths, burner, truth = single_images(options.images, options.without), Burner(options.seed), []
    for number in range(options.count):
        path = burner.random.choice(paths[burner.random.choice(sorted(paths))])
        data_set = pydicom.dcmread(path)
        drawn = burner.burn(data_set)
        data_set.save_as(folder / f"{number:03}.dcm", write_like_original=False)
        truth.append({"name": f"{number:03}.dcm", "source": os.path.basename(path), "drawn": drawn})
    (folder.parent / "truth.pickle").write_bytes(pickle.dumps(truth))


def is_gone(before, after, ink):
    """True where hardly any ink of a line shows: it was changed, or nothing beside it has another value any more."""
    changed = before != after if before.ndim == 2 else (before != after).any(-1)
    after = (after if after.ndim == 2 else after.max(-1)).astype(np.int32)
    near = np.ones((5, 5), np.uint8)
    ground = np.where(ink, after.max() + 1, after).astype(np.float32), np.where(ink, after.min() - 1, after).astype(np.float32)
    darkest, brightest = cv2.erode(ground[0], near), cv2.dilate(ground[1], near)
    alone = (darkest == after) & (brightest == after)
    return (ink & ~changed & ~alone).sum() <= MOST_LEFT * ink.sum()


def score(options):
    corpus, cleaned = pathlib.Path(options.corpus), pathlib.Path(options.cleaned)
    found, drawn, others, held_back = collections.Counter(), collections.Counter(), [], 0
    for image in pickle.loads((corpus / "truth.pickle").read_bytes()):
        if not (cleaned / image["name"]).exists():
            held_back += 1
            continue
        before, after = (pydicom.dcmread(folder / image["name"]).pixel_array for folder in (corpus / "in", cleaned))
        changed = before != after if before.ndim == 2 else (before != after).any(-1)
        other = changed.copy()
        for line in image["drawn"]:
            x, y, wide, high = line["box"]
            place, room = np.s_[y:y + high, x:x + wide], max(4, int(0.6 * min(wide, high)))
            other[max(0, y - room):y + high + room, max(0, x - room):x + wide + room] = False
            group = line["drawer"] if line["kind"] == "identifier" else "mark"
            right = is_gone(before[place], after[place], line["ink"]) if group != "mark" else \
                (~changed[place][line["ink"]]).mean() >= LEAST_KEPT
            drawn[group] += 1
            found[group] += right
            if not right and options.verbose:
                print(image["name"], image["source"], {key: line[key] for key in ("kind", "text", "drawer", "height", "box")})
        others.append(other.mean())
        if others[-1] > 0.03 and options.verbose:
            print(image["name"], image["source"], f"other pixels {others[-1]:.3f}")
    groups = [group for group in sorted(drawn) if group != "mark"]
    print("identifiers", f"{sum(found[g] for g in groups)}/{sum(drawn[g] for g in groups)}", {g: f"{found[g]}/{drawn[g]}" for g in groups},
          "marks kept", f"{found['mark']}/{drawn['mark']}", "other pixels", f"{100 * np.mean(others):.2f} %, most {100 * max(others):.0f} %",
          "held back", held_back)


def main():
    warnings.filterwarnings("ignore")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("corpus")
    drawing.add_argument("--images", nargs="+", required=True)
    drawing.add_argument("--without", nargs="+", default=[])
    drawing.add_argument("--count", type=int, default=60)
    drawing.add_argument("--seed", type=int, default=1)
    drawing.set_defaults(run=draw)
    scoring = commands.add_parser("score")
    scoring.add_argument("corpus")
    scoring.add_argument("cleaned")
    scoring.add_argument("--verbose", action="store_true")
    scoring.set_defaults(run=score)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
