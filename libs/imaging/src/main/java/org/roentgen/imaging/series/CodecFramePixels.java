package org.roentgen.imaging.series;

import java.io.IOException;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.pixel.PixelReader;
import org.roentgen.imaging.ImageFormatException;

/** Frames of every transfer syntax that the DICOM toolkit decodes, of images with one sample per pixel. */
public final class CodecFramePixels implements FramePixels {
    @Override
    public float[] storedValues(DicomFile image, int frame) throws IOException {
        PixelReader reader = PixelReader.of(image);
        float[] values = reader.frame(frame).toFloats();
        int pixels = reader.description().format().rows()
                * reader.description().format().columns();
        if (values.length != pixels) {
            throw new ImageFormatException(
                    "Frame %d has %d values for %d pixels; only images of one sample per pixel are read"
                            .formatted(frame + 1, values.length, pixels));
        }
        return values;
    }
}
