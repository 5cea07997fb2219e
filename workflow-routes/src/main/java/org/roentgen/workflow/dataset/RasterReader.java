package org.roentgen.workflow.dataset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes PNG and JPEG, with a limit that is checked before pixels are allocated. */
final class RasterReader {
    private static final long MOST_PIXELS = 64L << 20;

    private RasterReader() {}

    static Optional<BufferedImage> read(Path path, String file, List<Problem> problems) throws IOException {
        try (ImageInputStream input = ImageIO.createImageInputStream(path.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                problems.add(Problem.error(file, "holds no PNG or JPEG image", "remove it or export it again"));
                return Optional.empty();
            }
            return decode(readers.next(), input, file, problems);
        }
    }

    private static Optional<BufferedImage> decode(
            ImageReader reader, ImageInputStream input, String file, List<Problem> problems) {
        try {
            reader.setInput(input, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                problems.add(
                        Problem.error(file, "has " + pixels + " pixels, more than " + MOST_PIXELS, "scale it down"));
                return Optional.empty();
            }
            return Optional.of(reader.read(0));
        } catch (IOException | RuntimeException e) {
            problems.add(Problem.error(file, "cannot be decoded: it is damaged", "remove it or export it again"));
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }
}
