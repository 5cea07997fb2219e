package org.roentgen.imaging.quality;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.awt.image.BufferedImage;
import java.util.Base64;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.raster.SlicePicture;

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
        double scale = (double) SIDE / Math.max(grid.width(), grid.height());
        BufferedImage picture = new BufferedImage(
                pixels(grid.width() * scale), pixels(grid.height() * scale), BufferedImage.TYPE_BYTE_GRAY);
        byte[] png = SlicePicture.draw(image, grid.depth() / 2, picture).png();
        return new Picture("data:image/png;base64," + Base64.getEncoder().encodeToString(png));
    }

    private static int pixels(double size) {
        return Math.max(1, (int) Math.round(size));
    }
}
