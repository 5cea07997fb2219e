package org.roentgen.dicom.object;

import java.util.Arrays;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;

/** Builds Secondary Capture images (PS3.3 A.8.1) of 8 bits, made by a workstation. */
public final class SecondaryCaptureBuilder {
    private final DerivedObject object;
    private final DataSet source;

    /**
     * Prepares a capture.
     *
     * @param source of patient and study
     */
    public SecondaryCaptureBuilder(DerivedObject object, DataSet source) {
        this.object = object;
        this.source = source;
    }

    /**
     * A grayscale or colour image.
     *
     * @param pixels row by row; three bytes a pixel for colour (RGB), one for grayscale
     * @param burnedInAnnotation whether the pixels show identifying text
     */
    public DataSet build(byte[] pixels, int rows, int columns, boolean burnedInAnnotation) {
        boolean color = pixels.length == 3L * rows * columns;
        if (!color && pixels.length != (long) rows * columns) {
            throw new IllegalArgumentException("%d bytes are neither one nor three for each of %d x %d pixels"
                    .formatted(pixels.length, rows, columns));
        }
        byte[] even = pixels.length % 2 == 0 ? pixels : Arrays.copyOf(pixels, pixels.length + 1);
        DataSet.Builder builder = Modules.start(source, object, Uid.SecondaryCaptureImageStorage, "OT")
                .put(Tag.Laterality)
                .put(Tag.ConversionType, "WSD")
                .put(Tag.ImageType, "DERIVED", "SECONDARY")
                .put(Tag.PatientOrientation)
                .put(Tag.BurnedInAnnotation, burnedInAnnotation ? "YES" : "NO")
                .putIntegers(Tag.SamplesPerPixel, color ? 3 : 1)
                .put(Tag.PhotometricInterpretation, color ? "RGB" : "MONOCHROME2")
                .putIntegers(Tag.Rows, rows)
                .putIntegers(Tag.Columns, columns)
                .putIntegers(Tag.BitsAllocated, 8)
                .putIntegers(Tag.BitsStored, 8)
                .putIntegers(Tag.HighBit, 7)
                .putIntegers(Tag.PixelRepresentation, 0)
                .putBytes(Tag.PixelData, VR.OB, even);
        if (color) {
            builder.putIntegers(Tag.PlanarConfiguration, 0);
        }
        return builder.build();
    }
}
