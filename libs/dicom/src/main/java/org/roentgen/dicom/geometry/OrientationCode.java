package org.roentgen.dicom.geometry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Three letters that name where the indices i, j and k grow to: one each of L or R, P or A, S or I. DICOM's axial image with
 * directions 1\0\0\0\1\0 is {@code LPS}; a NIfTI identity affine is {@code RAS}. The letters of an oblique volume name the nearest
 * axes.
 */
public record OrientationCode(String letters) {
    private static final String POSITIVE = "LPS";
    private static final String NEGATIVE = "RAI";
    private static final int[][] PERMUTATIONS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    public OrientationCode {
        letters = letters.toUpperCase(Locale.ROOT);
        boolean[] seen = new boolean[3];
        for (int index = 0; index < letters.length(); index++) {
            int axis = patientAxis(letters.charAt(index));
            if (axis >= 0) {
                seen[axis] = true;
            }
        }
        if (letters.length() != 3 || !(seen[0] && seen[1] && seen[2])) {
            throw new IllegalArgumentException(
                    "Orientation code '%s' must hold one each of L or R, P or A, S or I, such as LPS or RAS"
                            .formatted(letters));
        }
    }

    /** The code of the patient axes nearest to the three index axes of an LPS affine. */
    public static OrientationCode of(Affine affine) {
        List<Vector3> axes = List.of(
                affine.axisI().normalized(),
                affine.axisJ().normalized(),
                affine.axisK().normalized());
        int[] best = PERMUTATIONS[0];
        double bestScore = -1;
        for (int[] permutation : PERMUTATIONS) {
            double score = 0;
            for (int index = 0; index < 3; index++) {
                score += Math.abs(axes.get(index).component(permutation[index]));
            }
            if (score > bestScore + 1e-9) {
                best = permutation;
                bestScore = score;
            }
        }
        StringBuilder code = new StringBuilder();
        for (int index = 0; index < 3; index++) {
            boolean positive = axes.get(index).component(best[index]) >= 0;
            code.append((positive ? POSITIVE : NEGATIVE).charAt(best[index]));
        }
        return new OrientationCode(code.toString());
    }

    /** All 48 codes, left-handed ones included. */
    public static List<OrientationCode> all() {
        return Arrays.stream(PERMUTATIONS)
                .flatMap(permutation -> IntStream.range(0, 8).mapToObj(signs -> code(permutation, signs)))
                .toList();
    }

    private static OrientationCode code(int[] permutation, int signs) {
        StringBuilder letters = new StringBuilder();
        for (int index = 0; index < 3; index++) {
            letters.append(((signs >> index & 1) == 0 ? POSITIVE : NEGATIVE).charAt(permutation[index]));
        }
        return new OrientationCode(letters.toString());
    }

    /** The patient axis that an index runs along: 0 left-right, 1 anterior-posterior, 2 inferior-superior. */
    public int patientAxis(int index) {
        return patientAxis(letters.charAt(index));
    }

    /** Whether an index grows to L, P or S, the positive directions of the patient coordinate system. */
    public boolean isPositive(int index) {
        return POSITIVE.indexOf(letters.charAt(index)) >= 0;
    }

    private static int patientAxis(char letter) {
        return Math.max(POSITIVE.indexOf(letter), NEGATIVE.indexOf(letter));
    }

    @Override
    public String toString() {
        return letters;
    }
}
