package org.roentgen.imaging.raster;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.recipe.IntensityStep;

/** One slice of an image as a grey picture of any size, each pixel the nearest voxel. */
public final class SlicePicture {
    private static final int BRIGHTEST = 255;

    private final VolumeGrid grid;
    private final BufferedImage picture;

    private SlicePicture(VolumeGrid grid, BufferedImage picture) {
        this.grid = grid;
        this.picture = picture;
    }

    /**
     * Draws a slice; dark is the 1st percentile of its values, bright the 99th.
     *
     * @param picture of 8 bits a channel; drawn over as a whole
     */
    public static SlicePicture draw(Volume image, int slice, BufferedImage picture) {
        SlicePicture drawn = new SlicePicture(image.grid(), picture);
        float[] values = new float[image.grid().stride(2)];
        System.arraycopy(image.voxels(), slice * values.length, values, 0, values.length);
        new IntensityStep.ScalePercentiles(1, 99).applyTo(values);
        drawn.grey(values);
        return drawn;
    }

    private void grey(float[] values) {
        WritableRaster raster = picture.getRaster();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int grey = Math.round(BRIGHTEST * values[column(x) + grid.width() * row(y)]);
                for (int channel = 0; channel < raster.getNumBands(); channel++) {
                    raster.setSample(x, y, channel, grey);
                }
            }
        }
    }

    /** The column of voxels that a column of pixels shows. */
    public int column(int x) {
        return Math.min(grid.width() - 1, (int) ((x + 0.5) * grid.width() / picture.getWidth()));
    }

    /** The row of voxels that a row of pixels shows. */
    public int row(int y) {
        return Math.min(grid.height() - 1, (int) ((y + 0.5) * grid.height() / picture.getHeight()));
    }

    /** The picture as a PNG file. */
    public byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
