package org.roentgen.dicom.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small generated images that reach the corners of the codecs: flat, noisy, smooth and extreme, of every depth. */
final class TestImages {
    /** An image with the name that a failing test shows. */
    record Image(String name, FrameFormat format, byte[] samples) {
        @Override
        public String toString() {
            return name;
        }
    }

    private TestImages() {}

    static List<Image> all() {
        List<Image> images = new ArrayList<>();
        int[][] sizes = {{1, 1}, {1, 37}, {19, 1}, {33, 47}};
        int[][] depths = {{8, 2}, {8, 7}, {8, 8}, {16, 10}, {16, 12}, {16, 15}, {16, 16}};
        for (int[] size : sizes) {
            for (int[] depth : depths) {
                for (int samples : new int[] {1, 3}) {
                    for (boolean signed : new boolean[] {false, true}) {
                        FrameFormat format =
                                new FrameFormat(size[0], size[1], samples, SampleFormat.of(depth[0], depth[1], signed));
                        for (String content : List.of("flat", "noise", "ramp", "extremes", "blobs")) {
                            images.add(image(content, format));
                        }
                    }
                }
            }
        }
        return images;
    }

    static Image image(String content, FrameFormat format) {
        Random random = new Random(7);
        SampleFormat sample = format.sample();
        int span = 1 << sample.bitsStored();
        int lowest = sample.signed() ? -span / 2 : 0;
        byte[] bytes = new byte[(int) format.bytes()];
        for (int i = 0; i < format.samples(); i++) {
            int pixel = i / format.samplesPerPixel();
            int x = pixel % format.columns();
            int y = pixel / format.columns();
            int value = lowest
                    + switch (content) {
                        case "flat" -> span / 3;
                        case "noise" -> random.nextInt(span);
                        case "ramp" -> (x * 3 + y * 5 + i % format.samplesPerPixel()) % span;
                        case "extremes" -> ((x / 3 + y) & 1) * (span - 1);
                        default -> (int) (span * (0.5 + 0.49 * Math.sin(x / 5.0) * Math.cos(y / 7.0)));
                    };
            for (int b = 0; b < sample.bytes(); b++) {
                bytes[i * sample.bytes() + b] = (byte) (value >> 8 * b);
            }
        }
        return new Image(
                content + " " + format.rows() + "x" + format.columns() + "x" + format.samplesPerPixel() + " "
                        + sample.bitsStored() + "/" + sample.bitsAllocated() + (sample.signed() ? " signed" : ""),
                format,
                bytes);
    }
}
