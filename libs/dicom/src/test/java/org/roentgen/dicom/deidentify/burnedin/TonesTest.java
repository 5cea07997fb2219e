package org.roentgen.dicom.deidentify.burnedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class TonesTest {
    private static final Plane PLANE = new Plane(5, 2, new int[] {
        -10, 0, 10, 10, 30,
        0, 10, 10, 30, 30
    });

    @Test
    void brightnessIsAPartOfTheRangeAndRankOfThePixels() {
        assertThat(new Tones(PLANE).part(0, new Box(0, 0, 5, 2)))
                .containsExactly(
                        0, 0.25f, 0.5f, 0.5f, 1, 0.25f, 0.5f, 0.5f, 1, 1, //
                        0.05f, 0.2f, 0.5f, 0.5f, 0.85f, 0.2f, 0.5f, 0.5f, 0.85f, 0.85f);
    }

    @Test
    void aLevelHoldsMeansAndLeavesOutWhatIsNoPair() {
        Tones tones = new Tones(PLANE);

        assertThat(tones.width(1)).isEqualTo(2);
        assertThat(tones.height(1)).isEqualTo(1);
        assertThat(tones.part(1, new Box(0, 0, 3, 2)))
                .containsExactly(0.25f, 0.625f, 0, 0, 0, 0, 0.2375f, 0.5875f, 0, 0, 0, 0);
    }

    @Test
    void aPartIsThatOfTheWhole() {
        assertThat(new Tones(PLANE).part(0, new Box(3, 1, 2, 1))).containsExactly(1, 1, 0.85f, 0.85f);
    }

    @Test
    void oneValueIsDarkAndInTheMiddle() {
        assertThat(new Tones(new Plane(1, 1, new int[] {7})).part(0, new Box(0, 0, 1, 1)))
                .containsExactly(0, 0.5f);
    }

    @Test
    void valuesOfTheWidestRangeAreTold() {
        Plane plane = new Plane(3, 1, new int[] {-(1 << 30), 0, (1 << 30) - 1});

        assertThat(new Tones(plane).part(0, new Box(0, 0, 3, 1)))
                .containsExactly(new float[] {0, 0.5f, 1, 1 / 6f, 0.5f, 5 / 6f}, offset(1e-5f));
    }
}
