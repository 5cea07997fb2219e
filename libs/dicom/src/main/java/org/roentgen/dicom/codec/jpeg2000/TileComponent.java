package org.roentgen.dicom.codec.jpeg2000;

import org.roentgen.dicom.codec.MalformedFrameException;

/** One component of one tile. */
final class TileComponent {
    final Region region;
    final ComponentStyle style;
    final Quantization quantization;
    final Resolution[] resolutions;

    TileComponent(Region region, ComponentStyle style, Quantization quantization) throws MalformedFrameException {
        this.region = region;
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
}
