package org.roentgen.imaging.nifti;

import org.roentgen.dicom.geometry.Affine;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.imaging.ImageFormatException;

/** NIfTI's three ways to place voxels, all in RAS mm: sform before qform before bare voxel sizes, as nibabel chooses. */
final class NiftiAffine {
    private NiftiAffine() {}

    static Affine ofHeader(NiftiFields fields, long[] dimensions) throws ImageFormatException {
        Affine affine = choose(fields, dimensions);
        if (!(Math.abs(affine.determinant()) > 1e-12)
                || !Double.isFinite(affine.origin().length())) {
            throw new ImageFormatException(
                    "The NIfTI affine %s does not span a volume: its voxel sizes must be above zero".formatted(affine));
        }
        return affine;
    }

    private static Affine choose(NiftiFields fields, long[] dimensions) {
        if (fields.sformCode() > 0) {
            double[][] rows = new double[3][4];
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 4; column++) {
                    rows[row][column] = fields.sform(row, column);
                }
            }
            return Affine.ofRows(rows);
        }
        if (fields.qformCode() > 0) {
            return ofQuaternion(fields);
        }
        return centred(fields, dimensions);
    }

    private static Affine ofQuaternion(NiftiFields fields) {
        double b = fields.qform(0);
        double c = fields.qform(1);
        double d = fields.qform(2);
        double a = Math.sqrt(Math.max(0, 1 - b * b - c * c - d * d));
        double handedness = fields.pixelSize(-1) < 0 ? -1 : 1;
        Vector3 i = new Vector3(a * a + b * b - c * c - d * d, 2 * (b * c + a * d), 2 * (b * d - a * c));
        Vector3 j = new Vector3(2 * (b * c - a * d), a * a + c * c - b * b - d * d, 2 * (c * d + a * b));
        Vector3 k = new Vector3(2 * (b * d + a * c), 2 * (c * d - a * b), a * a + d * d - b * b - c * c);
        return new Affine(
                i.times(fields.pixelSize(0)),
                j.times(fields.pixelSize(1)),
                k.times(fields.pixelSize(2) * handedness),
                new Vector3(fields.qform(3), fields.qform(4), fields.qform(5)));
    }

    /** No placement given: x grows to the left, the middle of the grid is the origin. */
    private static Affine centred(NiftiFields fields, long[] dimensions) {
        double x = -Math.abs(fields.pixelSize(0));
        double y = Math.abs(fields.pixelSize(1));
        double z = Math.abs(fields.pixelSize(2));
        Vector3 origin = new Vector3(
                -x * (dimensions[0] - 1) / 2.0, -y * (dimensions[1] - 1) / 2.0, -z * (dimensions[2] - 1) / 2.0);
        return Affine.ofSpacing(x, y, z).withOrigin(origin);
    }

    /** The quaternion (b, c, d) of a rotation given by three orthonormal right-handed axes. */
    static double[] quaternion(Vector3 i, Vector3 j, Vector3 k) {
        double trace = i.x() + j.y() + k.z();
        double a;
        double b;
        double c;
        double d;
        if (trace > 0.5) {
            a = 0.5 * Math.sqrt(1 + trace);
            b = 0.25 * (j.z() - k.y()) / a;
            c = 0.25 * (k.x() - i.z()) / a;
            d = 0.25 * (i.y() - j.x()) / a;
        } else if (i.x() >= j.y() && i.x() >= k.z()) {
            b = 0.5 * Math.sqrt(1 + i.x() - j.y() - k.z());
            a = 0.25 * (j.z() - k.y()) / b;
            c = 0.25 * (j.x() + i.y()) / b;
            d = 0.25 * (k.x() + i.z()) / b;
        } else if (j.y() >= k.z()) {
            c = 0.5 * Math.sqrt(1 + j.y() - i.x() - k.z());
            a = 0.25 * (k.x() - i.z()) / c;
            b = 0.25 * (j.x() + i.y()) / c;
            d = 0.25 * (k.y() + j.z()) / c;
        } else {
            d = 0.5 * Math.sqrt(1 + k.z() - i.x() - j.y());
            a = 0.25 * (i.y() - j.x()) / d;
            b = 0.25 * (k.x() + i.z()) / d;
            c = 0.25 * (k.y() + j.z()) / d;
        }
        double sign = a < 0 ? -1 : 1;
        return new double[] {sign * b, sign * c, sign * d};
    }
}
