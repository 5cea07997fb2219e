package org.roentgen.dicom.deidentify.face;

/**
 * A head of ellipsoids in patient coordinates, mm: 190 mm from front to back, the top at z = 100, the brow near z = 0, the nose to the
 * front (y below zero).
 */
public final class HeadPhantom {
    /** What is at a point. */
    public enum Part {
        AIR(-1000, 5),
        SKIN(40, 500),
        NOSE(30, 450),
        LIPS(40, 500),
        EYE(10, 300),
        SKULL(900, 20),
        BRAIN(35, 350),
        CAVITY(-1000, 5),
        HOLDER(150, 5),
        TABLE(60, 5);

        private final int hounsfield;
        private final int signal;

        Part(int hounsfield, int signal) {
            this.hounsfield = hounsfield;
            this.signal = signal;
        }

        int hounsfield() {
            return hounsfield;
        }

        /** In MR, which shows neither holder nor table. */
        int signal() {
            return signal;
        }

        boolean isFace() {
            return this == NOSE || this == LIPS || this == EYE;
        }
    }

    /** What the patient lies on. */
    public enum Support {
        NONE,
        /** On the back: a table, and a shell around the back of the head that reaches over its top. */
        BELOW,
        /** On the front: a table under the face, and a shell around the face. */
        PRONE
    }

    private final Support support;

    public HeadPhantom(Support support) {
        this.support = support;
    }

    Part at(double x, double y, double z) {
        if (isIn(x, y, z, 0, -98, -35, 14, 18, 22)) {
            return Part.NOSE;
        }
        if (isIn(x, y, z, 0, -90, -75, 25, 8, 10)) {
            return Part.LIPS;
        }
        if (isIn(Math.abs(x), y, z, 32, -78, -19, 12, 12, 12)) {
            return Part.EYE;
        }
        if (isCavity(x, y, z)) {
            return Part.CAVITY;
        }
        boolean isHead = isIn(x, y, z, 0, 0, 0, 75, 95, 100);
        if (isHead && z > -50) {
            return inside(x, y, z);
        }
        boolean isFlesh =
                isHead || isIn(x, y, z, 0, -40, -50, 60, 50, 75) || z < -60 && x * x + (y - 10) * (y - 10) < 55 * 55;
        return isFlesh ? Part.SKIN : outside(x, y, z);
    }

    private static Part inside(double x, double y, double z) {
        if (isIn(x, y, z, 0, 0, 0, 63, 83, 88)) {
            return z > 5 || y > -30 ? Part.BRAIN : Part.SKIN;
        }
        return isIn(x, y, z, 0, 0, 0, 70, 90, 95) && (z > 5 || y > -30) ? Part.SKULL : Part.SKIN;
    }

    private static boolean isCavity(double x, double y, double z) {
        return isIn(x, y, z, 0, -72, -45, 10, 20, 18)
                || isIn(Math.abs(x), y, z, 28, -60, -45, 12, 12, 12)
                || z < -60 && x * x + (y + 20) * (y + 20) < 8 * 8;
    }

    private Part outside(double x, double y, double z) {
        double side = support == Support.PRONE ? -y : y;
        if (support == Support.NONE) {
            return Part.AIR;
        }
        boolean isTable = Math.abs(x) < 200 && side > 125 && side < 137;
        double fromAxis = Math.sqrt(x * x + y * y);
        boolean isHolder = side > 40 && fromAxis > 117 && fromAxis < 121;
        return isTable ? Part.TABLE : isHolder ? Part.HOLDER : Part.AIR;
    }

    private static boolean isIn(
            double x, double y, double z, double atX, double atY, double atZ, double rx, double ry, double rz) {
        double dx = (x - atX) / rx;
        double dy = (y - atY) / ry;
        double dz = (z - atZ) / rz;
        return dx * dx + dy * dy + dz * dz < 1;
    }
}
