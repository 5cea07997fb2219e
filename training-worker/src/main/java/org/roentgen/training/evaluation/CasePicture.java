package org.roentgen.training.evaluation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.recipe.IntensityStep;

/**
 * One slice of a case as a grey PNG in its true proportions, without any text: where there are masks, the slice on which they differ
 * most, with the contours of the reference standard in blue and of the model in orange; else the middle one.
 */
final class CasePicture {
    static final int REFERENCE = 0x00B0FF;
    static final int PREDICTED = 0xFF8C00;
    private static final int SIDE = 256;
    /** Puts a grey value into red, green and blue. */
    private static final int ALL_CHANNELS = 0x010101;
    /** Pixels after which two contours on one line take turns. */
    private static final int DASH = 3;

    private final VolumeGrid grid;
    private final int slice;
    private final BufferedImage picture;

    private CasePicture(VolumeGrid grid, int slice) {
        this.grid = grid;
        this.slice = slice;
        Vector3 spacing = grid.spacing();
        double width = grid.width() * spacing.x();
        double height = grid.height() * spacing.y();
        double scale = SIDE / Math.max(width, height);
        this.picture = new BufferedImage(pixels(width * scale), pixels(height * scale), BufferedImage.TYPE_INT_RGB);
    }

    private static int pixels(double size) {
        return Math.max(1, (int) Math.round(size));
    }

    /** Two masks on the grid of the image. */
    record Outlines(LabelVolume reference, LabelVolume predicted) {
        /** The slice with the most voxels that differ; where none do, that with the most of the reference. */
        int slice() {
            VolumeGrid grid = reference.grid();
            int area = grid.stride(2);
            int worst = 0;
            long most = -1;
            for (int z = 0; z < grid.depth(); z++) {
                long weight = 0;
                for (int voxel = z * area; voxel < (z + 1) * area; voxel++) {
                    weight += reference.labels()[voxel] != predicted.labels()[voxel] ? area + 1 : 0;
                    weight += reference.labels()[voxel] != 0 ? 1 : 0;
                }
                if (weight > most) {
                    most = weight;
                    worst = z;
                }
            }
            return worst;
        }
    }

    static byte[] png(Volume image, Optional<Outlines> outlines) {
        VolumeGrid grid = image.grid();
        CasePicture picture =
                new CasePicture(grid, outlines.map(Outlines::slice).orElse(grid.depth() / 2));
        picture.grey(image);
        outlines.ifPresent(picture::draw);
        return picture.png();
    }

    /** Dark is the 1st percentile of the slice, bright the 99th. */
    private void grey(Volume image) {
        float[] values = new float[grid.stride(2)];
        System.arraycopy(image.voxels(), slice * values.length, values, 0, values.length);
        new IntensityStep.ScalePercentiles(1, 99).applyTo(values);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int grey = Math.round(255 * values[column(x) + grid.width() * row(y)]);
                picture.setRGB(x, y, grey * ALL_CHANNELS);
            }
        }
    }

    private void draw(Outlines outlines) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                boolean reference = isEdge(outlines.reference(), x, y);
                boolean predicted = isEdge(outlines.predicted(), x, y);
                if (reference && (!predicted || (x + y) / DASH % 2 == 0)) {
                    picture.setRGB(x, y, REFERENCE);
                } else if (predicted) {
                    picture.setRGB(x, y, PREDICTED);
                }
            }
        }
    }

    private boolean isEdge(LabelVolume mask, int x, int y) {
        int label = mask.at(column(x), row(y), slice);
        return label != mask.at(column(Math.min(x + 1, picture.getWidth() - 1)), row(y), slice)
                || label != mask.at(column(x), row(Math.min(y + 1, picture.getHeight() - 1)), slice);
    }

    private int column(int x) {
        return Math.min(grid.width() - 1, (int) ((x + 0.5) * grid.width() / picture.getWidth()));
    }

    private int row(int y) {
        return Math.min(grid.height() - 1, (int) ((y + 0.5) * grid.height() / picture.getHeight()));
    }

    private byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
