package org.roentgen.imaging.synthetic;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.roentgen.imaging.numpy.NpzWriter;

/** Chest-like thumbnails of 28 by 28 in two classes, normal and with an opacity in a lung, as {@code .npz} and as folders. */
final class SyntheticRadiographs {
    private static final int SIZE = 28;
    private static final List<String> CLASSES = List.of("normal", "opacity");

    private SyntheticRadiographs() {}

    static void write(Path folder, int trainImages, int validationImages, long seed) throws IOException {
        Files.createDirectories(folder);
        try (NpzWriter npz = new NpzWriter(folder.resolve("radiographs.npz"))) {
            writePart(npz, folder.resolve("images"), "train", trainImages, new SplittableRandom(seed));
            writePart(npz, folder.resolve("images"), "val", validationImages, new SplittableRandom(seed + 1));
        }
    }

    private static void writePart(NpzWriter npz, Path images, String part, int count, SplittableRandom random)
            throws IOException {
        byte[] pixels = new byte[count * SIZE * SIZE];
        byte[] labels = new byte[count];
        for (int image = 0; image < count; image++) {
            int label = image % CLASSES.size();
            byte[] drawn = draw(label == 1, random);
            labels[image] = (byte) label;
            System.arraycopy(drawn, 0, pixels, image * drawn.length, drawn.length);
            Path classFolder = Files.createDirectories(images.resolve(part).resolve(CLASSES.get(label)));
            writePng(drawn, classFolder.resolve("synthetic-%04d.png".formatted(image)));
        }
        npz.add(part + "_images", List.of(count, SIZE, SIZE), pixels);
        npz.add(part + "_labels", List.of(count, 1), labels);
    }

    private static byte[] draw(boolean opacity, SplittableRandom random) {
        double side = random.nextBoolean() ? 1 : -1;
        double blobX = 13.5 + side * (5 + random.nextDouble() * 2);
        double blobY = 9 + random.nextDouble() * 9;
        double blobRadius = 2 + random.nextDouble() * 1.5;
        double lungWidth = 4 + random.nextDouble();
        double lungHeight = 9 + random.nextDouble() * 1.5;
        byte[] pixels = new byte[SIZE * SIZE];
        for (int index = 0; index < pixels.length; index++) {
            double x = index % SIZE;
            double y = index / SIZE;
            double lung = Math.max(
                    ellipse(x - 7.5, y - 13, lungWidth, lungHeight), ellipse(x - 19.5, y - 13, lungWidth, lungHeight));
            double value = 190
                    - 120 * lung
                    + (opacity ? 75 * lung * ellipse(x - blobX, y - blobY, blobRadius, blobRadius) : 0);
            pixels[index] = (byte) Math.clamp(Math.round(value + 10 * random.nextGaussian()), 0, 255);
        }
        return pixels;
    }

    /** 1 inside, 0 outside, soft in between. */
    private static double ellipse(double x, double y, double width, double height) {
        double radius = Math.sqrt(x * x / (width * width) + y * y / (height * height));
        return Math.clamp((1.2 - radius) / 0.4, 0, 1);
    }

    private static void writePng(byte[] pixels, Path file) throws IOException {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, SIZE, SIZE, pixels);
        ImageIO.write(image, "png", file.toFile());
    }
}
