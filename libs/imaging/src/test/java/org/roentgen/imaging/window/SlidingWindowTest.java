package org.roentgen.imaging.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.imaging.TestVolumes;
import org.roentgen.imaging.VolumeGrid;

final class SlidingWindowTest {
    @ParameterizedTest
    @CsvSource({
        "8, 8, 8, 0.5, false, 1",
        "5, 4, 3, 0.5, false, 4",
        "5, 4, 3, 0, false, 3",
        "20, 20, 20, 0.25, false, 2",
        "11, 9, 1, 0, true, 4",
        "6, 6, 1, 0.5, true, 7"
    })
    void aNetworkThatEchoesGivesTheImageBack(
            int width, int height, int depth, double overlap, boolean flat, int batch) {
        VolumeGrid grid = new VolumeGrid(11, 9, 7, Affine.IDENTITY);
        float[] first = TestVolumes.random(grid, 1).voxels();
        float[] second = TestVolumes.random(grid, 2).voxels();
        float[] tensor = new float[first.length * 2];
        System.arraycopy(first, 0, tensor, 0, first.length);
        System.arraycopy(second, 0, tensor, first.length, first.length);
        PatchPlan plan = new PatchPlan(width, height, depth, overlap, flat, batch);
        List<long[]> shapes = new ArrayList<>();
        float[] result = new SlidingWindow(plan, (patches, shape) -> {
                    shapes.add(shape);
                    return patches.clone();
                })
                .run(tensor, 2, grid, 2);
        for (int index = 0; index < tensor.length; index++) {
            assertThat(result[index]).isCloseTo(tensor[index], within(1e-2f));
        }
        assertThat(shapes.getFirst()).hasSize(flat ? 4 : 5);
        assertThat(shapes.getFirst()[0]).isLessThanOrEqualTo(batch);
    }

    /** A network that shifts by one voxel along x gives the mean of both neighbours where x is mirrored. */
    @Test
    void mirroredPredictionsComeBackToTheirPlaces() {
        float[] image =
                TestVolumes.random(new VolumeGrid(5, 4, 3, Affine.IDENTITY), 3).voxels();
        PatchPredictor echo = (patches, shape) -> patches.clone();
        long[] shape = {1, 1, 3, 4, 5};
        assertThat(new MirroredPredictor(echo, List.of(0, 1, 2)).predict(image, shape))
                .containsExactly(image, within(1e-4f));
        PatchPredictor shift = (patches, _) -> {
            float[] shifted = new float[patches.length];
            System.arraycopy(patches, 0, shifted, 1, patches.length - 1);
            return shifted;
        };
        float[] result = new MirroredPredictor(shift, List.of(0)).predict(image, shape);
        for (int index = 0; index < image.length; index++) {
            int x = index % 5;
            if (x > 0 && x < 4) {
                assertThat(result[index]).isCloseTo((image[index - 1] + image[index + 1]) / 2, within(1e-4f));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10, 0.5, 0",
        "4, 10, 0.5, 0",
        "10, 4, 0.5, '0,2,4,6'",
        "11, 4, 0, '0,4,7'",
        "11, 4, 0.9, '0,1,2,3,4,5,6,7'"
    })
    void patchesReachBothBorders(int size, int patch, double overlap, String expected) {
        assertThat(PatchPlan.starts(size, patch, overlap).stream()
                        .map(String::valueOf)
                        .toList())
                .containsExactly(expected.split(","));
    }

    @Test
    void overlappingPatchesBlendTowardsTheirMiddles() {
        VolumeGrid grid = VolumeGrid.flat(6, 1);
        int[] call = {0};
        float[] result = new SlidingWindow(new PatchPlan(4, 1, 1, 0.5, false, 1), (patches, shape) -> {
                    float value = call[0]++;
                    return new float[] {value, value, value, value};
                })
                .run(new float[6], 1, grid, 1);
        assertThat(result[0]).isEqualTo(0);
        assertThat(result[5]).isEqualTo(1);
        assertThat(result[2]).isLessThan(0.5f);
        assertThat(result[2] + result[3]).isCloseTo(1, within(1e-6f));
    }

    @Test
    void anAnswerOfTheWrongSizeIsNamed() {
        SlidingWindow window = new SlidingWindow(PatchPlan.slices(2, 2, 1), (patches, shape) -> new float[3]);
        assertThatThrownBy(() -> window.run(new float[4], 1, VolumeGrid.flat(2, 2), 2))
                .hasMessageContaining("3 values");
    }
}
