package org.roentgen.dicom.codec.jpeg;

/**
 * The inverse 8 by 8 discrete cosine transform in integers, after Loeffler, Ligtenberg and Moschytz (1989), with 13 bits
 * of constants: the accurate method of the common decoders, so that lossy images agree with theirs.
 */
final class InverseTransform {
    private static final int CONSTANT_BITS = 13;
    private static final int F_0_298 = 2446;
    private static final int F_0_390 = 3196;
    private static final int F_0_541 = 4433;
    private static final int F_0_765 = 6270;
    private static final int F_0_899 = 7373;
    private static final int F_1_175 = 9633;
    private static final int F_1_501 = 12299;
    private static final int F_1_847 = 15137;
    private static final int F_1_961 = 16069;
    private static final int F_2_053 = 16819;
    private static final int F_2_562 = 20995;
    private static final int F_3_072 = 25172;

    private final int extraBits;
    private final int centre;
    private final int maximum;
    private final int[] work = new int[64];

    InverseTransform(int precision) {
        extraBits = precision == 8 ? 2 : 1;
        centre = 1 << (precision - 1);
        maximum = (1 << precision) - 1;
    }

    /** Transforms dequantized coefficients in natural order and writes an 8 by 8 block of samples. */
    void apply(int[] coefficients, short[] plane, int offset, int stride) {
        for (int i = 0; i < 8; i++) {
            pass(coefficients, i, 8, CONSTANT_BITS - extraBits);
        }
        System.arraycopy(work, 0, coefficients, 0, 64);
        for (int i = 0; i < 8; i++) {
            pass(coefficients, i * 8, 1, CONSTANT_BITS + extraBits + 3);
        }
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                int value = work[y * 8 + x] + centre;
                plane[offset + y * stride + x] = (short) Math.clamp(value, 0, maximum);
            }
        }
    }

    private void pass(int[] in, int at, int step, int shift) {
        int z2 = in[at + 2 * step];
        int z3 = in[at + 6 * step];
        int z1 = (z2 + z3) * F_0_541;
        int even2 = z1 - z3 * F_1_847;
        int even3 = z1 + z2 * F_0_765;
        int even0 = (in[at] + in[at + 4 * step]) << CONSTANT_BITS;
        int even1 = (in[at] - in[at + 4 * step]) << CONSTANT_BITS;
        int sum0 = even0 + even3;
        int sum3 = even0 - even3;
        int sum1 = even1 + even2;
        int sum2 = even1 - even2;

        int odd0 = in[at + 7 * step];
        int odd1 = in[at + 5 * step];
        int odd2 = in[at + 3 * step];
        int odd3 = in[at + step];
        int s1 = odd0 + odd3;
        int s2 = odd1 + odd2;
        int s3 = odd0 + odd2;
        int s4 = odd1 + odd3;
        int s5 = (s3 + s4) * F_1_175;
        s1 *= -F_0_899;
        s2 *= -F_2_562;
        s3 = s5 - s3 * F_1_961;
        s4 = s5 - s4 * F_0_390;
        odd0 = odd0 * F_0_298 + s1 + s3;
        odd1 = odd1 * F_2_053 + s2 + s4;
        odd2 = odd2 * F_3_072 + s2 + s3;
        odd3 = odd3 * F_1_501 + s1 + s4;

        int half = 1 << (shift - 1);
        work[at] = (sum0 + odd3 + half) >> shift;
        work[at + 7 * step] = (sum0 - odd3 + half) >> shift;
        work[at + step] = (sum1 + odd2 + half) >> shift;
        work[at + 6 * step] = (sum1 - odd2 + half) >> shift;
        work[at + 2 * step] = (sum2 + odd1 + half) >> shift;
        work[at + 5 * step] = (sum2 - odd1 + half) >> shift;
        work[at + 3 * step] = (sum3 + odd0 + half) >> shift;
        work[at + 4 * step] = (sum3 - odd0 + half) >> shift;
    }
}
