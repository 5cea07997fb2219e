package org.roentgen.imaging.nifti;

import java.nio.ByteBuffer;

/** The header fields that both NIfTI versions have, at the places of each version. */
record NiftiFields(ByteBuffer buffer, Layout layout) {
    /** Byte offsets of the fields, and whether numbers are wide (NIfTI-2). */
    record Layout(boolean wide, int dim, int dataType, int pixelSize, int dataOffset, int slope, int formCodes) {}

    private static final Layout VERSION_1 = new Layout(false, 40, 70, 76, 108, 112, 252);
    private static final Layout VERSION_2 = new Layout(true, 16, 12, 104, 168, 176, 344);

    static NiftiFields version1(ByteBuffer buffer) {
        return new NiftiFields(buffer, VERSION_1);
    }

    static NiftiFields version2(ByteBuffer buffer) {
        return new NiftiFields(buffer, VERSION_2);
    }

    int dimensionCount() {
        return (int) integer(layout.dim(), 0);
    }

    long dimension(int axis) {
        return integer(layout.dim(), axis + 1);
    }

    int dataType() {
        return buffer.getShort(layout.dataType());
    }

    /** Voxel size along an axis; index -1 is the handedness factor of the quaternion. */
    double pixelSize(int axis) {
        return real(layout.pixelSize(), axis + 1);
    }

    long dataOffset() {
        return layout.wide() ? buffer.getLong(layout.dataOffset()) : (long) buffer.getFloat(layout.dataOffset());
    }

    double slope() {
        return real(layout.slope(), 0);
    }

    double intercept() {
        return real(layout.slope(), 1);
    }

    int qformCode() {
        return layout.wide() ? buffer.getInt(layout.formCodes()) : buffer.getShort(layout.formCodes());
    }

    int sformCode() {
        return layout.wide() ? buffer.getInt(layout.formCodes() + 4) : buffer.getShort(layout.formCodes() + 2);
    }

    /** Quaternion b, c, d and offsets x, y, z. */
    double qform(int index) {
        return real(layout.formCodes() + (layout.wide() ? 8 : 4), index);
    }

    double sform(int row, int column) {
        return real(layout.formCodes() + (layout.wide() ? 56 : 28), row * 4 + column);
    }

    private long integer(int offset, int index) {
        return layout.wide() ? buffer.getLong(offset + 8 * index) : buffer.getShort(offset + 2 * index);
    }

    private double real(int offset, int index) {
        return layout.wide() ? buffer.getDouble(offset + 8 * index) : buffer.getFloat(offset + 4 * index);
    }
}
