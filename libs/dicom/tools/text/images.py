"""Images without text of their own, from DICOM files below folders: what text is drawn on."""
import glob
import os
import warnings

import numpy as np
import pydicom

from fonts import is_held_out

SHORTEST = 32


def brightness(path):
    """One frame as uint8 [rows, columns], bright where a display is; None where a file is no image."""
    try:
        data_set = pydicom.dcmread(path)
        pixels = data_set.pixel_array
    except Exception:  # folders hold files of all kinds, broken ones among them
        return None
    if pixels.ndim == 4 or pixels.ndim == 3 and pixels.shape[-1] not in (3, 4):
        pixels = pixels[len(pixels) // 2]
    if pixels.ndim == 3:
        pixels = pixels[..., :3].max(-1)
    least, most = float(pixels.min()), float(np.percentile(pixels, 99.9))
    if min(pixels.shape) < SHORTEST or most <= least:
        return None
    grey = (np.clip((pixels - least) / (most - least), 0, 1) * 255).astype(np.uint8)
    return 255 - grey if data_set.get("PhotometricInterpretation") == "MONOCHROME1" else grey


def below(folders, held_out, without):
    """
    Images of the files below folders.

    @param held_out: those kept for measuring instead of those for training
    @param without: words; files with one of them in their path are left out, since they hold text
    """
    warnings.filterwarnings("ignore")
    images = []
    for folder in folders:
        for path in sorted(glob.glob(os.path.join(folder, "**", "*"), recursive=True)):
            name = os.path.relpath(path, folder)
            if os.path.isfile(path) and is_held_out(name) == held_out and not any(word in path for word in without):
                image = brightness(path)
                images += [] if image is None else [image]
    return images
