package org.roentgen.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;

class CasePictureTest {
    private static final int ORANGE = CasePicture.PREDICTED;
    private static final int BLUE = CasePicture.REFERENCE;

    private final VolumeGrid grid = new VolumeGrid(32, 16, 5, Affine.IDENTITY);

    @Test
    void theSliceOfTheLargestErrorIsShownWithBothContours() throws IOException {
        LabelVolume reference = box(4, 12, 1, 3);
        LabelVolume predicted = box(4, 12, 1, 2);
        for (int y = 6; y < 10; y++) {
            predicted.labels()[grid.index(20, y, 3)] = 1;
        }
        BufferedImage picture =
                read(CasePicture.png(brightOn(3), Optional.of(new CasePicture.Outlines(reference, predicted))));
        assertThat(picture.getWidth()).isEqualTo(256);
        assertThat(picture.getHeight()).isEqualTo(128);
        assertThat(colours(picture)).contains(BLUE, ORANGE);
        assertThat(picture.getRGB(200, 100) & 0xFFFFFF).as("the bright slice").isEqualTo(0xFFFFFF);
        assertThat(picture.getRGB(163, 63) & 0xFFFFFF)
                .as("inside a column of 8 pixels")
                .isNotEqualTo(ORANGE);
        assertThat(picture.getRGB(167, 63) & 0xFFFFFF).as("its right edge").isEqualTo(ORANGE);
    }

    @Test
    void withoutAnErrorTheSliceWithTheMostOfTheReferenceIsShown() throws IOException {
        LabelVolume reference = box(4, 12, 1, 3);
        reference.labels()[grid.index(25, 3, 2)] = 1;
        BufferedImage picture =
                read(CasePicture.png(brightOn(2), Optional.of(new CasePicture.Outlines(reference, reference))));
        assertThat(picture.getRGB(200, 100) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        assertThat(colours(picture)).contains(BLUE, ORANGE);
    }

    @Test
    void anImageWithoutMasksIsShownByItsMiddleSliceWithoutColour() throws IOException {
        BufferedImage picture = read(CasePicture.png(brightOn(2), Optional.empty()));
        assertThat(picture.getRGB(200, 100) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        assertThat(colours(picture)).allMatch(colour -> colour % 0x010101 == 0);
    }

    /** Bright on the right half of one slice, on the left half of the others. */
    private Volume brightOn(int slice) {
        float[] voxels = new float[grid.voxelCount()];
        for (int z = 0; z < grid.depth(); z++) {
            for (int y = 0; y < grid.height(); y++) {
                for (int x = 0; x < grid.width(); x++) {
                    voxels[grid.index(x, y, z)] = (x >= grid.width() / 2) == (z == slice) ? 100 : 0;
                }
            }
        }
        return new Volume(grid, voxels);
    }

    private LabelVolume box(int from, int to, int firstSlice, int lastSlice) {
        byte[] labels = new byte[grid.voxelCount()];
        for (int z = firstSlice; z <= lastSlice; z++) {
            for (int y = from; y < to; y++) {
                for (int x = from; x < to; x++) {
                    labels[grid.index(x, y, z)] = 1;
                }
            }
        }
        return new LabelVolume(grid, labels);
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static Set<Integer> colours(BufferedImage picture) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                colours.add(picture.getRGB(x, y) & 0xFFFFFF);
            }
        }
        return colours;
    }
}
