package org.roentgen.dicom.codec.jpeg2000;

import org.roentgen.dicom.codec.MalformedFrameException;

/** One component of one tile. */
final class TileComponent {
    final Region region;

    /** How far apart samples stand on the reference grid. */
    final int stepX;

    final int stepY;
    final ComponentStyle style;
    final Quantization quantization;
    final Resolution[] resolutions;

    /** Bit planes by which a region of interest stands above the rest, 0 without one. */
    final int regionShift;

    TileComponent(
            Region tile,
            ImageSize.Component component,
            ComponentStyle style,
            Quantization quantization,
            int regionShift)
            throws MalformedFrameException {
        region = component.samples(tile);
        stepX = component.stepX();
        stepY = component.stepY();
        this.regionShift = regionShift;
        this.style = style;
        this.quantization = quantization;
        if (style.has(ComponentStyle.HIGH_THROUGHPUT)) {
            throw new MalformedFrameException(
                    "JPEG 2000", -1, "high-throughput code-blocks belong to the HTJ2K transfer syntaxes");
        }
        resolutions = new Resolution[style.levels() + 1];
        if (!quantization.covers(3 * style.levels())) {
            throw new MalformedFrameException(
                    "JPEG 2000", -1, "quantization steps are missing for " + style.levels() + " levels");
        }
        for (int i = 0; i < resolutions.length; i++) {
            resolutions[i] = new Resolution(region, style, i);
        }
    }

    /** Bit planes of a subband, the missing ones of its code-blocks included (T.800 E-2). */
    int planes(Subband subband) {
        return quantization.guardBits() + quantization.exponent(subband.index()) - 1 + regionShift;
    }
}
