package org.roentgen.training.evaluation;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.raster.SlicePicture;

/**
 * One slice of a case as a grey PNG in its true proportions, without any text: where there are masks, the slice on which they differ
 * most, with the contours of the reference standard in blue and of the model in orange; else the middle one.
 */
final class CasePicture {
    static final int REFERENCE = 0x00B0FF;
    static final int PREDICTED = 0xFF8C00;
    private static final int SIDE = 256;
    /** Pixels after which two contours on one line take turns. */
    private static final int DASH = 3;

    private final int slice;
    private final BufferedImage picture;
    private final SlicePicture grey;

    private CasePicture(Volume image, int slice) {
        Vector3 spacing = image.grid().spacing();
        double width = image.grid().width() * spacing.x();
        double height = image.grid().height() * spacing.y();
        double scale = SIDE / Math.max(width, height);
        this.slice = slice;
        this.picture = new BufferedImage(pixels(width * scale), pixels(height * scale), BufferedImage.TYPE_INT_RGB);
        this.grey = SlicePicture.draw(image, slice, picture);
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

    /** Dark is the 1st percentile of the slice, bright the 99th. */
    static byte[] png(Volume image, Optional<Outlines> outlines) {
        int middle = image.grid().depth() / 2;
        CasePicture picture =
                new CasePicture(image, outlines.map(Outlines::slice).orElse(middle));
        outlines.ifPresent(picture::draw);
        return picture.grey.png();
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
        int label = mask.at(grey.column(x), grey.row(y), slice);
        return label != mask.at(grey.column(Math.min(x + 1, picture.getWidth() - 1)), grey.row(y), slice)
                || label != mask.at(grey.column(x), grey.row(Math.min(y + 1, picture.getHeight() - 1)), slice);
    }
}
