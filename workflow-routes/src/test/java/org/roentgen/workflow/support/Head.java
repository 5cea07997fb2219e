package org.roentgen.workflow.support;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.VR;

/** A synthetic MR series of a head: an ellipsoid with a nose, 190 mm from front to back, its middle at the origin of the patient. */
public final class Head {
    public static final int SLICES = 44;
    public static final int SIZE = 64;
    private static final int PIXEL = 4;
    private static final int APART = 5;
    private static final int TISSUE = 500;
    private static final int NOTHING = 5;
    public final MagneticResonance images = new MagneticResonance();

    /** From the chin to above the top. */
    public List<DataSet> slices() {
        List<DataSet> slices = new ArrayList<>();
        for (int index = 0; index < SLICES; index++) {
            slices.add(slice(index).build());
        }
        return slices;
    }

    /** Three slices of another series at the same place, too few to find a face in. */
    public List<DataSet> localizer() {
        MagneticResonance other = new MagneticResonance();
        List<DataSet> slices = new ArrayList<>();
        for (int index = 10; index < 25; index += 5) {
            slices.add(slice(index)
                    .put(Tag.SeriesInstanceUID, other.seriesUid)
                    .put(Tag.SOPInstanceUID, other.seriesUid + "." + index)
                    .build());
        }
        return slices;
    }

    /** One slice, to be changed by a test. */
    public DataSet.Builder slice(int index) {
        byte[] pixels = new byte[SIZE * SIZE * 2];
        for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
            int value = isHead(x(pixel), y(pixel), z(index)) ? TISSUE : NOTHING;
            pixels[2 * pixel] = (byte) value;
            pixels[2 * pixel + 1] = (byte) (value >> 8);
        }
        return images.slice(index)
                .putDecimals(Tag.ImagePositionPatient, x(0), y(0), z(index))
                .putIntegers(Tag.Rows, SIZE)
                .putIntegers(Tag.Columns, SIZE)
                .putDecimals(Tag.PixelSpacing, PIXEL, PIXEL)
                .put(Tag.SliceThickness, Integer.toString(APART))
                .putBytes(Tag.PixelData, VR.OW, pixels);
    }

    /** Mm to the left. */
    private static int x(int pixel) {
        return (pixel % SIZE - SIZE / 2) * PIXEL;
    }

    /** Mm to the back. */
    public static int y(int pixel) {
        return (pixel / SIZE - SIZE / 2) * PIXEL;
    }

    /** Mm to the top. */
    public static int z(int index) {
        return (index - SLICES / 2) * APART + 5;
    }

    /** Whether it is part of the nose. */
    public static boolean isNose(int index, int pixel) {
        return isIn(x(pixel), y(pixel) + 96, z(index) + 35, 14, 18, 22);
    }

    private static boolean isHead(int x, int y, int z) {
        return isIn(x, y, z, 75, 95, 100) || isIn(x, y + 96, z + 35, 14, 18, 22);
    }

    private static boolean isIn(double x, double y, double z, double halfX, double halfY, double halfZ) {
        return Math.pow(x / halfX, 2) + Math.pow(y / halfY, 2) + Math.pow(z / halfZ, 2) < 1;
    }
}
