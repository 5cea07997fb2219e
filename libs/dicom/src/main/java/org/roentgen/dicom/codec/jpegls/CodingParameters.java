package org.roentgen.dicom.codec.jpegls;

/**
 * The parameters that steer one scan (T.87 C.2.4.1.1).
 *
 * @param maximum MAXVAL: largest sample value
 * @param near NEAR: largest difference to the original, 0 for lossless
 * @param t1 first gradient threshold
 * @param t2 second gradient threshold
 * @param t3 third gradient threshold
 * @param reset RESET: count at which context statistics are halved
 */
record CodingParameters(int maximum, int near, int t1, int t2, int t3, int reset) {
    private static final int DEFAULT_RESET = 64;

    CodingParameters {
        if (maximum < 1 || maximum > 65_535 || near < 0 || near > Math.min(255, maximum / 2)) {
            throw new IllegalArgumentException("MAXVAL " + maximum + " and NEAR " + near + " are out of range");
        }
        if (t1 < near + 1 || t2 < t1 || t3 < t2 || t3 > maximum || reset < 3 || reset > Math.max(255, maximum)) {
            throw new IllegalArgumentException(
                    "thresholds " + t1 + ", " + t2 + ", " + t3 + " and RESET " + reset + " are out of range");
        }
    }

    /** The default thresholds for a maximum and a tolerance. */
    static CodingParameters standard(int maximum, int near) {
        if (maximum >= 128) {
            int factor = (Math.min(maximum, 4095) + 128) / 256;
            int t1 = orLowest(factor + 2 + 3 * near, near + 1, maximum);
            int t2 = orLowest(factor * 4 + 3 + 5 * near, t1, maximum);
            int t3 = orLowest(factor * 17 + 4 + 7 * near, t2, maximum);
            return new CodingParameters(maximum, near, t1, t2, t3, DEFAULT_RESET);
        }
        int factor = 256 / (maximum + 1);
        int t1 = orLowest(Math.max(2, 3 / factor + 3 * near), near + 1, maximum);
        int t2 = orLowest(Math.max(3, 7 / factor + 5 * near), t1, maximum);
        int t3 = orLowest(Math.max(4, 21 / factor + 7 * near), t2, maximum);
        return new CodingParameters(maximum, near, t1, t2, t3, DEFAULT_RESET);
    }

    private static int orLowest(int value, int lowest, int maximum) {
        return value > maximum || value < lowest ? lowest : value;
    }

    /** Size of the quantized error range, RANGE. */
    int range() {
        return (maximum + 2 * near) / (2 * near + 1) + 1;
    }

    /** Bits of a quantized error, qbpp. */
    int errorBits() {
        return 32 - Integer.numberOfLeadingZeros(range() - 1);
    }

    /** Longest Golomb code, LIMIT. */
    int limit() {
        int bits = Math.max(2, 32 - Integer.numberOfLeadingZeros(maximum));
        return 2 * (bits + Math.max(8, bits));
    }

    /** Gradient regions of the differences -maximum to maximum: -4 to 4 at index difference + maximum. */
    byte[] gradientRegions() {
        byte[] regions = new byte[2 * maximum + 1];
        for (int difference = 0; difference <= maximum; difference++) {
            int region = difference <= near ? 0 : difference < t1 ? 1 : difference < t2 ? 2 : difference < t3 ? 3 : 4;
            regions[maximum + difference] = (byte) region;
            regions[maximum - difference] = (byte) -region;
        }
        return regions;
    }
}
