package org.roentgen.dicom.deidentify.face;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.deidentify.RefusedException;
import org.roentgen.dicom.pixel.ModalityTransform;
import org.roentgen.dicom.pixel.PhotometricInterpretation;
import org.roentgen.dicom.pixel.PixelReader;

/** Decodes frames of a series one at a time; the image that was read last stays open, since frames of one come together. */
final class SeriesPixels {
    private final List<ImageSource> sources;
    private int open = -1;
    private @Nullable PixelReader reader;

    SeriesPixels(List<ImageSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** The modality's values, row by row, such as Hounsfield units; brighter is more. */
    float[] values(HeadFrame frame) throws IOException {
        PixelReader pixels = reader(frame.source());
        if (pixels.description().format().samplesPerPixel() != 1) {
            throw new RefusedException("its images are in colour");
        }
        float[] values = pixels.frame(frame.number()).toFloats();
        ModalityTransform transform = ModalityTransform.of(pixels.dataSet(), frame.number());
        float sign = !frame.isComputedTomography()
                        && pixels.description().photometric() == PhotometricInterpretation.MONOCHROME1
                ? -1
                : 1;
        for (int i = 0; i < values.length; i++) {
            values[i] = sign * (float) transform.apply(values[i]);
        }
        return values;
    }

    /** How much of the patient a frame shows across its plane, mm; infinite for a projection. */
    double thickness(HeadFrame frame) throws IOException {
        return Thickness.of(reader(frame.source()).dataSet(), frame.number());
    }

    private PixelReader reader(int source) throws IOException {
        PixelReader current = reader;
        if (current == null || open != source) {
            DicomFile file = sources.get(source).open();
            current = PixelReader.of(file);
            reader = current;
            open = source;
        }
        return current;
    }
}
