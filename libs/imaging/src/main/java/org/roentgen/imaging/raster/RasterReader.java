package org.roentgen.imaging.raster;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.roentgen.imaging.ImageFormatException;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;

/** Reads PNG and JPEG as grey values. */
public final class RasterReader {
    private static final long MOST_PIXELS = 64L << 20;

    private RasterReader() {}

    /**
     * Rec. 601 luminance of the decoded colours; the grey value itself for grey images.
     *
     * @throws ImageFormatException for a file that is damaged, too large, or neither PNG nor JPEG
     */
    public static Volume read(Path file) throws IOException {
        BufferedImage image = decode(file);
        VolumeGrid grid = VolumeGrid.flat(image.getWidth(), image.getHeight());
        float[] pixels = new float[grid.voxelCount()];
        boolean grey = image.getRaster().getNumBands() == 1;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int colour = grey ? 0 : image.getRGB(x, y);
                pixels[grid.index(x, y, 0)] = grey
                        ? image.getRaster().getSample(x, y, 0)
                        : 0.299f * (colour >> 16 & 0xff) + 0.587f * (colour >> 8 & 0xff) + 0.114f * (colour & 0xff);
            }
        }
        return new Volume(grid, pixels);
    }

    /** Looks at the size before pixels are allocated. */
    private static BufferedImage decode(Path file) throws IOException {
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new ImageFormatException(file.getFileName() + " is neither PNG nor JPEG");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) {
                    throw new ImageFormatException("%s has %d pixels, more than %d: scale it down"
                            .formatted(file.getFileName(), pixels, MOST_PIXELS));
                }
                return reader.read(0);
            } catch (ImageFormatException known) {
                throw known;
            } catch (IOException | RuntimeException damaged) {
                throw new ImageFormatException(file.getFileName() + " cannot be decoded: it is damaged");
            } finally {
                reader.dispose();
            }
        }
    }
}
