package org.roentgen.imaging.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.imaging.ImageFormatException;
import org.roentgen.imaging.VolumeGrid;

/**
 * What a NIfTI-1 or NIfTI-2 header says about the voxels.
 *
 * @param grid sizes of the first three dimensions and their affine, already in LPS
 * @param volumes product of the dimensions above the third
 * @param bytesBeforeData bytes between the end of the header (or the start of the second file) and the first voxel
 * @param dataInSecondFile whether the voxels are in an {@code .img} file beside the header
 */
record NiftiHeader(
        VolumeGrid grid,
        int volumes,
        NiftiDataType type,
        Scaling scaling,
        long bytesBeforeData,
        ByteOrder order,
        boolean dataInSecondFile) {
    static final int VERSION_1_BYTES = 348;
    static final int VERSION_2_BYTES = 540;

    /** Stored value to real value; a slope of zero or one that is not finite means none. */
    record Scaling(double slope, double intercept) {
        static final Scaling NONE = new Scaling(1, 0);

        static Scaling of(double slope, double intercept) {
            if (slope == 0 || !Double.isFinite(slope)) {
                return NONE;
            }
            return new Scaling(slope, Double.isFinite(intercept) ? intercept : 0);
        }

        double apply(double stored) {
            return stored * slope + intercept;
        }
    }

    /** The number of header bytes that the first four bytes announce, 348 or 540. */
    static int length(byte[] firstFour) throws ImageFormatException {
        int little = ByteBuffer.wrap(firstFour).order(ByteOrder.LITTLE_ENDIAN).getInt();
        int size = little == VERSION_1_BYTES || little == VERSION_2_BYTES ? little : Integer.reverseBytes(little);
        if (size != VERSION_1_BYTES && size != VERSION_2_BYTES) {
            throw new ImageFormatException(
                    "Not a NIfTI file: the header length field is %d, NIfTI-1 has 348 and NIfTI-2 has 540"
                            .formatted(little));
        }
        return size;
    }

    static NiftiHeader parse(byte[] bytes) throws ImageFormatException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean second = length(bytes) == VERSION_2_BYTES;
        if (buffer.getInt(0) != length(bytes)) {
            buffer.order(ByteOrder.BIG_ENDIAN);
        }
        NiftiFields fields = second ? NiftiFields.version2(buffer) : NiftiFields.version1(buffer);
        boolean separate = checkMagic(bytes, second);
        long[] dimensions = dimensions(fields);
        VolumeGrid grid = grid(fields, dimensions);
        NiftiDataType type = NiftiDataType.ofCode(fields.dataType())
                .orElseThrow(() -> new ImageFormatException(
                        ("NIfTI datatype %d is not a plain number per voxel: convert the image to float32 or an integer"
                                        + " type")
                                .formatted(fields.dataType())));
        return new NiftiHeader(
                grid,
                volumes(dimensions),
                type,
                Scaling.of(fields.slope(), fields.intercept()),
                Math.max(0, fields.dataOffset() - (separate ? 0 : bytes.length)),
                buffer.order(),
                separate);
    }

    private static boolean checkMagic(byte[] bytes, boolean second) throws ImageFormatException {
        String magic = new String(bytes, second ? 4 : 344, 3, StandardCharsets.ISO_8859_1);
        String digit = second ? "2" : "1";
        if (magic.equals("n+" + digit)) {
            return false;
        }
        if (magic.equals("ni" + digit)) {
            return true;
        }
        throw new ImageFormatException(
                "Not a NIfTI file: the magic is not n+%s or ni%s (Analyze 7.5 has no orientation and is not read)"
                        .formatted(digit, digit));
    }

    private static long[] dimensions(NiftiFields fields) throws ImageFormatException {
        int count = fields.dimensionCount();
        if (count < 1 || count > 7) {
            throw new ImageFormatException("NIfTI dim[0] is %d, allowed are 1 to 7".formatted(count));
        }
        long[] dimensions = {1, 1, 1, 1, 1, 1, 1};
        for (int axis = 0; axis < count; axis++) {
            dimensions[axis] = fields.dimension(axis);
            if (dimensions[axis] < 1 || dimensions[axis] > Integer.MAX_VALUE) {
                throw new ImageFormatException(
                        "NIfTI dim[%d] is %d, it must be at least 1".formatted(axis + 1, dimensions[axis]));
            }
        }
        return dimensions;
    }

    private static VolumeGrid grid(NiftiFields fields, long[] dimensions) throws ImageFormatException {
        Affine affine = NiftiAffine.ofHeader(fields, dimensions).swapLpsRas();
        try {
            return new VolumeGrid((int) dimensions[0], (int) dimensions[1], (int) dimensions[2], affine);
        } catch (IllegalArgumentException tooLarge) {
            throw new ImageFormatException(String.valueOf(tooLarge.getMessage()));
        }
    }

    private static int volumes(long[] dimensions) throws ImageFormatException {
        try {
            long product = 1;
            for (int axis = 3; axis < dimensions.length; axis++) {
                product = Math.multiplyExact(product, dimensions[axis]);
            }
            return Math.toIntExact(product);
        } catch (ArithmeticException overflow) {
            throw new ImageFormatException("The NIfTI dimensions above the third multiply to more than 2^31 volumes");
        }
    }
}
