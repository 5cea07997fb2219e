package org.roentgen.imaging.quality;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.recipe.IntensityStep;

/**
 * A small grey picture of an image: the picture itself, or the middle slice of a volume as the file has it.
 *
 * @param address a {@code data:} address of a PNG
 */
public record Picture(@JsonValue String address) {
    private static final int SIDE = 96;

    @JsonCreator
    public Picture {}

    /** Dark is the 1st percentile of the values, bright the 99th. */
    public static Picture of(Volume image) {
        VolumeGrid grid = image.grid();
        float[] slice = new float[grid.stride(2)];
        System.arraycopy(image.voxels(), grid.depth() / 2 * slice.length, slice, 0, slice.length);
        new IntensityStep.ScalePercentiles(1, 99).applyTo(slice);
        double scale = (double) SIDE / Math.max(grid.width(), grid.height());
        int width = Math.max(1, (int) Math.round(grid.width() * scale));
        int height = Math.max(1, (int) Math.round(grid.height() * scale));
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int from = Math.min(grid.width() - 1, (int) ((x + 0.5) / scale))
                        + grid.width() * Math.min(grid.height() - 1, (int) ((y + 0.5) / scale));
                picture.getRaster().setSample(x, y, 0, Math.round(255 * slice[from]));
            }
        }
        return new Picture("data:image/png;base64," + Base64.getEncoder().encodeToString(png(picture)));
    }

    private static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
