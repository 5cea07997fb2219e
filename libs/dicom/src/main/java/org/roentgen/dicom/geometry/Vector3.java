package org.roentgen.dicom.geometry;

/** A point or direction of the patient coordinate system: x to the Left, y to the Posterior, z to the Superior, in mm. */
public record Vector3(double x, double y, double z) {
    public static final Vector3 ZERO = new Vector3(0, 0, 0);

    public Vector3 plus(Vector3 other) {
        return new Vector3(x + other.x, y + other.y, z + other.z);
    }

    public Vector3 minus(Vector3 other) {
        return new Vector3(x - other.x, y - other.y, z - other.z);
    }

    public Vector3 times(double factor) {
        return new Vector3(x * factor, y * factor, z * factor);
    }

    public double dot(Vector3 other) {
        return x * other.x + y * other.y + z * other.z;
    }

    public Vector3 cross(Vector3 other) {
        return new Vector3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    public double length() {
        return Math.sqrt(dot(this));
    }

    /**
     * The direction with length 1.
     *
     * @throws IllegalArgumentException for a vector of length zero or one that is not finite
     */
    public Vector3 normalized() {
        double length = length();
        if (!(length > 0) || !Double.isFinite(length)) {
            throw new IllegalArgumentException(
                    "Vector %s has no direction: it needs a finite length above zero".formatted(this));
        }
        return times(1 / length);
    }

    /** The angle to another direction in degrees, 0 to 180. */
    public double angleDegrees(Vector3 other) {
        return Math.toDegrees(Math.atan2(cross(other).length(), dot(other)));
    }

    /** The component by axis number: 0 is x, 1 is y, 2 is z. */
    public double component(int axis) {
        return switch (axis) {
            case 0 -> x;
            case 1 -> y;
            case 2 -> z;
            default -> throw new IllegalArgumentException("Axis %d does not exist: use 0, 1 or 2".formatted(axis));
        };
    }

    /** The same point read in the other handedness of the first two axes: LPS to RAS and RAS to LPS. */
    public Vector3 swapLpsRas() {
        return new Vector3(-x, -y, z);
    }
}
