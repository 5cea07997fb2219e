"""Prints the shapes of capital letters as programs draw them without a font file, in the form of GenerateGlyphs.java: by the
stroke fonts of OpenCV, by Pillow's built-in font and by the usual font of 5 by 7 dots. Needs OpenCV and Pillow."""
import string

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

COLUMNS, ROWS = 10, 12
LEAST_DIFFERENCE = 8
STROKES = [cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_COMPLEX, cv2.FONT_HERSHEY_TRIPLEX]
SIZES = [(0.4, 1), (0.5, 1), (0.7, 1), (0.7, 2), (1.0, 1), (1.0, 2), (1.0, 3), (2.0, 4), (2.0, 6)]
PLAIN_SIZES = [(1.0, 1), (1.5, 1), (2.0, 2), (3.0, 3), (4.0, 5)]
DOTS = """7E1111117E 7F49494936 3E41414122 7F4141221C 7F49494941 7F09090901 3E4149497A 7F0808087F 00417F4100 2040413F01
7F08142241 7F40404040 7F020C027F 7F0408107F 3E4141413E 7F09090906 3E4151215E 7F09192946 4649494931 01017F0101 3F4040403F
1F2040201F 3F4038403F 6314081463 0708700807 6151494543""".split()


def cropped(ink):
    rows, columns = np.nonzero(ink)
    return ink[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]


def stroke(letter, font, scale, thickness, line):
    image = np.zeros((200, 200), np.uint8)
    cv2.putText(image, letter, (40, 140), font, scale, 255, thickness, line)
    return cropped(image > 127)


def built_in(letter):
    image = Image.new("1", (40, 40))
    ImageDraw.Draw(image).text((10, 10), letter, fill=1, font=ImageFont.load_default())
    return cropped(np.array(image))


def dots(columns):
    lines = [int(columns[i : i + 2], 16) for i in range(0, 10, 2)]
    return cropped(np.array([[line >> row & 1 for line in lines] for row in range(7)], bool))


def cells(ink):
    """Bits of the grid, by the covered area of each cell."""
    fine = np.kron(ink, np.ones((ROWS, COLUMNS)))
    height, width = ink.shape
    return fine.reshape(ROWS, height, COLUMNS, width).mean(axis=(1, 3)) >= 0.5


def main():
    known = {}
    for index, letter in enumerate(string.ascii_uppercase):
        drawn = [built_in(letter), dots(DOTS[index])]
        for line in (cv2.LINE_8, cv2.LINE_AA):
            drawn += [stroke(letter, font, *size, line) for font in STROKES for size in SIZES]
            drawn += [stroke(letter, cv2.FONT_HERSHEY_PLAIN, *size, line) for size in PLAIN_SIZES]
        for ink in drawn:
            bits = cells(ink)
            width = 100 * ink.shape[1] // ink.shape[0]
            others = known.setdefault(letter, [])
            if all((bits != other).sum() >= LEAST_DIFFERENCE or abs(width - wide) > 10 for other, wide in others):
                others.append((bits, width))
                text = "".join("1" if bit else "0" for bit in bits.ravel())
                print(letter, width, f"{int(text, 2):030x}")


main()
