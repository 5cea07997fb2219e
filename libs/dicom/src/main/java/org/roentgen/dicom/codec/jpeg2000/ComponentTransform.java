package org.roentgen.dicom.codec.jpeg2000;

/** Inverse component transforms of the first three components, in place (T.800 annex G). */
final class ComponentTransform {
    private ComponentTransform() {}

    static void reversible(int[] first, int[] second, int[] third) {
        for (int i = 0; i < first.length; i++) {
            int green = first[i] - ((second[i] + third[i]) >> 2);
            int red = third[i] + green;
            int blue = second[i] + green;
            first[i] = red;
            second[i] = green;
            third[i] = blue;
        }
    }

    static void irreversible(float[] first, float[] second, float[] third) {
        for (int i = 0; i < first.length; i++) {
            float y = first[i];
            float cb = second[i];
            float cr = third[i];
            first[i] = y + 1.402f * cr;
            second[i] = y - 0.344136f * cb - 0.714136f * cr;
            third[i] = y + 1.772f * cb;
        }
    }
}
