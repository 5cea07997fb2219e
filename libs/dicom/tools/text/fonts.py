"""The fonts of this machine that text is drawn with, scalable and bitmap, and what they are held out from."""
import functools
import glob
import hashlib
import io
import os

from PIL import ImageFont

# Beginnings of the names of fonts of other scripts, and ranges of their letters.
SCRIPTS = {
    "NotoSansCJK": [(0x4E00, 0x9FA5), (0x3041, 0x3093), (0x30A1, 0x30F3), (0xAC00, 0xD7A3)],
    "NotoSerifCJK": [(0x4E00, 0x9FA5), (0x3041, 0x3093), (0xAC00, 0xD7A3)],
    "ukai": [(0x4E00, 0x9FA5)],
    "VL-": [(0x3041, 0x3093), (0x30A1, 0x30F3)],
    "Nanum": [(0xAC00, 0xD7A3)],
    "NotoSansArabic": [(0x0627, 0x064A)],
    "NotoNaskhArabic": [(0x0627, 0x064A)],
    "NotoSansHebrew": [(0x05D0, 0x05EA)],
    "NotoSansThai-": [(0x0E01, 0x0E2E)],
    "NotoSansDevanagari": [(0x0905, 0x0939)],
}
# Cyrillic, Greek, Latin with accents.
ALPHABETS = [(0x0410, 0x044F), (0x0391, 0x03A1), (0x03B1, 0x03C9), (0x00C0, 0x00D6), (0x00D8, 0x00F6), (0x0100, 0x017F)]
SCALABLE = (".ttf", ".otf", ".ttc", ".pfb", ".t1")
BITMAP = (".pcf.gz", ".pcf", ".otb")
SIGNS = {"d050000l", "standardsymbolsps", "symbola"}
LATIN_NOTO = ("NotoSans-", "NotoSerif-", "NotoSansMono", "NotoSansDisplay", "NotoSerifDisplay")
BITMAP_SIZES = range(5, 41)


def is_held_out(name):
    """True for a fifth of the families of fonts and of the images, which are never trained on."""
    return hashlib.md5(name.encode()).digest()[0] % 5 == 0


def family(path):
    return os.path.basename(path).split("-")[0].split("_")[0].split(".")[0].lower()


@functools.lru_cache(None)
def content(path):
    with open(path, "rb") as file:
        return file.read()


@functools.lru_cache(6000)
def sized(path, size):
    return ImageFont.truetype(io.BytesIO(content(path)), size)


@functools.lru_cache(None)
def bitmap_sizes(path):
    """Sizes at which a bitmap font can be opened."""
    return [size for size in BITMAP_SIZES if has_letters(path, size, "R")]


def has_letters(path, size, letters):
    """True where a font draws each of the letters in a shape of its own."""
    try:
        shapes = {bytes(sized(path, size).getmask(letter)) for letter in letters}
    except OSError:
        return False
    return len(shapes) == len(letters) and all(any(shape) for shape in shapes)


@functools.lru_cache(None)
def installed(held_out):
    """Paths by family of scalable and of bitmap fonts with Latin letters, and by script of others."""
    latin, bitmap, others = {}, {}, {}
    for path in sorted(glob.glob("/usr/share/fonts/**/*", recursive=True)):
        name = os.path.basename(path)
        if not path.endswith(SCALABLE + BITMAP) or is_held_out(family(path)) != held_out or family(path) in SIGNS:
            continue
        script = next((script for script in SCRIPTS if name.startswith(script)), None)
        if script:
            others.setdefault(script, []).append(path)
        elif name.startswith("Noto") and not name.startswith(LATIN_NOTO):
            continue
        elif path.endswith(BITMAP):
            bitmap.setdefault(family(path), []).append(path)
        elif has_letters(path, 24, "ABCRS139xg"):
            latin.setdefault(family(path), []).append(path)
    return latin, bitmap, others
