package org.roentgen.imaging.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;

final class LabelTest {
    @Test
    void argMaxTakesTheMostProbableAndOfEqualOnesTheLowest() {
        assertThat(ArgMax.of(new float[] {.5f, .2f, .3f, .5f, .2f, .3f, 0, .6f, .4f}, 3))
                .containsExactly(0, 2, 2);
        VolumeGrid grid = VolumeGrid.flat(2, 1);
        LabelVolume labels =
                ArgMax.of(List.of(new Volume(grid, new float[] {.9f, .1f}), new Volume(grid, new float[] {.1f, .9f})));
        assertThat(labels.labels()).containsExactly(0, 1);
    }

    @Test
    void onlyTheLargestGroupStays() {
        VolumeGrid grid = VolumeGrid.flat(7, 2);
        byte[] row = {
            1, 0, 1, 1, 2, 0, 2,
            0, 1, 0, 0, 0, 0, 0
        };
        LabelVolume labels = new LabelVolume(grid, row);
        assertThat(LargestComponent.ofEachLabel(labels).labels())
                .containsExactly(0, 0, 1, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(LargestComponent.ofForeground(labels).labels())
                .containsExactly(0, 0, 1, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        byte[] stacked = {1, 0, 0, 0, 1, 0, 0, 0};
        LabelVolume column = new LabelVolume(new VolumeGrid(2, 2, 2, Affine.IDENTITY), stacked);
        assertThat(LargestComponent.ofEachLabel(column).labels()).isEqualTo(stacked);
    }

    @Test
    void statisticsAreInMillilitresAndPatientMillimetres() {
        Affine affine =
                new Affine(new Vector3(0, 2, 0), new Vector3(0, 0, -3), new Vector3(5, 0, 0), new Vector3(10, 20, 30));
        VolumeGrid grid = new VolumeGrid(4, 3, 2, affine);
        byte[] labels = new byte[24];
        labels[grid.index(1, 1, 0)] = 2;
        labels[grid.index(3, 1, 1)] = 2;
        List<LabelStatistics> statistics = LabelStatistics.of(new LabelVolume(grid, labels));
        assertThat(statistics).hasSize(1);
        LabelStatistics second = statistics.getFirst();
        assertThat(second.voxels()).isEqualTo(2);
        assertThat(second.volumeMl()).isCloseTo(0.06, within(1e-12));
        assertThat(second.box()).isEqualTo(new LabelStatistics.Box(1, 1, 0, 3, 1, 1));
        assertThat(second.centroid()).isEqualTo(new Vector3(12.5, 24, 27));
    }
}
