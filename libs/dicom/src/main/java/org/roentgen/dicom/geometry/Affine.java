package org.roentgen.dicom.geometry;

/**
 * Maps voxel indices (i along a row, j down the rows, k through the slices) to millimetres: {@code origin + i*axisI + j*axisJ +
 * k*axisK}, the voxel's centre being at whole indices. Its results are LPS unless a name says RAS.
 */
public record Affine(Vector3 axisI, Vector3 axisJ, Vector3 axisK, Vector3 origin) {
    /** Index equals millimetre: 1 mm voxels along L, P and S. */
    public static final Affine IDENTITY =
            new Affine(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1), Vector3.ZERO);

    /** From the first three rows of a 4 by 4 matrix; a fourth row is ignored. */
    public static Affine ofRows(double[][] rows) {
        return new Affine(column(rows, 0), column(rows, 1), column(rows, 2), column(rows, 3));
    }

    /** Voxels of the given size in mm along L, P and S, the first one centred at the origin. */
    public static Affine ofSpacing(double x, double y, double z) {
        return new Affine(new Vector3(x, 0, 0), new Vector3(0, y, 0), new Vector3(0, 0, z), Vector3.ZERO);
    }

    private static Vector3 column(double[][] rows, int column) {
        return new Vector3(rows[0][column], rows[1][column], rows[2][column]);
    }

    /** The four rows of the matrix, the last one 0 0 0 1. */
    public double[][] toRows() {
        return new double[][] {
            {axisI.x(), axisJ.x(), axisK.x(), origin.x()},
            {axisI.y(), axisJ.y(), axisK.y(), origin.y()},
            {axisI.z(), axisJ.z(), axisK.z(), origin.z()},
            {0, 0, 0, 1}
        };
    }

    public Vector3 apply(double i, double j, double k) {
        return origin.plus(axisI.times(i)).plus(axisJ.times(j)).plus(axisK.times(k));
    }

    public Vector3 apply(Vector3 index) {
        return apply(index.x(), index.y(), index.z());
    }

    /** The axis of an index by number: 0 is i, 1 is j, 2 is k. */
    public Vector3 axis(int index) {
        return switch (index) {
            case 0 -> axisI;
            case 1 -> axisJ;
            case 2 -> axisK;
            default -> throw new IllegalArgumentException("Axis %d does not exist: use 0, 1 or 2".formatted(index));
        };
    }

    /** The size of a voxel in mm along i, j and k. */
    public Vector3 spacing() {
        return new Vector3(axisI.length(), axisJ.length(), axisK.length());
    }

    /** The signed volume of a voxel in cubic millimetres, negative for a left-handed index system. */
    public double determinant() {
        return axisI.cross(axisJ).dot(axisK);
    }

    /**
     * From millimetres to (fractional) voxel indices.
     *
     * @throws IllegalArgumentException when the axes lie in one plane
     */
    public Affine inverse() {
        double determinant = determinant();
        if (!(Math.abs(determinant) > 1e-12)) {
            throw new IllegalArgumentException(
                    "Affine %s cannot be inverted: its three axes must span a volume".formatted(this));
        }
        Vector3 rowI = axisJ.cross(axisK).times(1 / determinant);
        Vector3 rowJ = axisK.cross(axisI).times(1 / determinant);
        Vector3 rowK = axisI.cross(axisJ).times(1 / determinant);
        return new Affine(
                new Vector3(rowI.x(), rowJ.x(), rowK.x()),
                new Vector3(rowI.y(), rowJ.y(), rowK.y()),
                new Vector3(rowI.z(), rowJ.z(), rowK.z()),
                new Vector3(-rowI.dot(origin), -rowJ.dot(origin), -rowK.dot(origin)));
    }

    /** The same mapping with its results in RAS instead of LPS, or the other way round. */
    public Affine swapLpsRas() {
        return new Affine(axisI.swapLpsRas(), axisJ.swapLpsRas(), axisK.swapLpsRas(), origin.swapLpsRas());
    }

    /** The same axes with the first voxel elsewhere. */
    public Affine withOrigin(Vector3 newOrigin) {
        return new Affine(axisI, axisJ, axisK, newOrigin);
    }

    /** Whether both map every voxel of a grid of this size to the same place within the tolerance in mm. */
    public boolean matches(Affine other, int columns, int rows, int slices, double toleranceMm) {
        for (int corner = 0; corner < 8; corner++) {
            double i = (corner & 1) == 0 ? 0 : columns - 1;
            double j = (corner & 2) == 0 ? 0 : rows - 1;
            double k = (corner & 4) == 0 ? 0 : slices - 1;
            if (apply(i, j, k).minus(other.apply(i, j, k)).length() > toleranceMm) {
                return false;
            }
        }
        return true;
    }
}
