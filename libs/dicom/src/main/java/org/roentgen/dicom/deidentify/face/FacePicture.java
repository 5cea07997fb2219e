package org.roentgen.dicom.deidentify.face;

import java.util.Arrays;

/**
 * What a person looks at to judge whether the face is gone and the brain is not: the head from its left side, the brightest value
 * of each line of sight, before and after. The first one shows the profile of the patient: it stays where identities may be.
 *
 * @param width pixels of both views side by side
 * @param height pixels
 * @param grey brightness, row by row
 */
public record FacePicture(int width, int height, byte[] grey) {
    static FacePicture of(HeadVolume volume, FaceRegion region) {
        double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
        double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE};
        int last = volume.values().getFirst().length - 1;
        for (int slice = 0; slice < volume.slices(); slice++) {
            for (int pixel : new int[] {0, volume.columns() - 1, last - volume.columns() + 1, last}) {
                var point = volume.toPatient(slice, pixel);
                low[0] = Math.min(low[0], point.y());
                low[1] = Math.min(low[1], point.z());
                high[0] = Math.max(high[0], point.y());
                high[1] = Math.max(high[1], point.z());
            }
        }
        int side = (int) (high[0] - low[0]) + 1;
        int height = (int) (high[1] - low[1]) + 1;
        int[] before = new int[side * height];
        int[] after = new int[side * height];
        Arrays.fill(before, Integer.MIN_VALUE);
        Arrays.fill(after, Integer.MIN_VALUE);
        int rowsOfSlice = (int) Math.ceil(volume.sliceSpacing());
        for (int slice = 0; slice < volume.slices(); slice++) {
            int[] values = volume.values().get(slice);
            for (int pixel = 0; pixel < values.length; pixel++) {
                var point = volume.toPatient(slice, pixel);
                int column = (int) (point.y() - low[0]);
                for (int row = (int) (high[1] - point.z()), end = Math.min(height, row + rowsOfSlice);
                        row < end;
                        row++) {
                    before[row * side + column] = Math.max(before[row * side + column], values[pixel]);
                    if (!region.mask(slice).get(pixel)) {
                        after[row * side + column] = Math.max(after[row * side + column], values[pixel]);
                    }
                }
            }
        }
        byte[] grey = new byte[2 * side * height];
        int most = Arrays.stream(before).max().orElse(1);
        int least = Arrays.stream(before)
                .filter(value -> value != Integer.MIN_VALUE)
                .min()
                .orElse(0);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < side; x++) {
                grey[y * 2 * side + x] = grey(before[y * side + x], least, most);
                grey[y * 2 * side + side + x] = grey(after[y * side + x], least, most);
            }
        }
        return new FacePicture(2 * side, height, grey);
    }

    private static byte grey(int value, int least, int most) {
        return (byte) Math.clamp(255L * ((long) value - least) / Math.max(1, most - least), 0, 255);
    }

    /** The picture as a portable graymap (PGM, P5). */
    public byte[] portableGraymap() {
        byte[] header = "P5 %d %d 255\n".formatted(width, height).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(header, header.length + grey.length);
        System.arraycopy(grey, 0, all, header.length, grey.length);
        return all;
    }
}
