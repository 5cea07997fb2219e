package org.roentgen.dicom.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

class NuclearStackTest {
    @ParameterizedTest
    @CsvSource({"4, 38", "-4, 22"})
    void framesFollowAlongTheNormalOrAgainstIt(String spacing, double third) {
        DataSet image = image(spacing, 1, 2, 3);
        assertThat(FrameGeometries.isPlaced(image)).isTrue();
        List<PlaneGeometry> planes = FrameGeometries.of(image);
        assertThat(planes).hasSize(3);
        assertThat(planes.get(2).position()).isEqualTo(new Vector3(10, 20, third));
        assertThat(planes.get(2).rowSpacing()).isEqualTo(2);
        SeriesGeometry series = SeriesGeometry.of(planes);
        assertThat(series.problems()).isEmpty();
        assertThat(series.affine().apply(1, 1, 0)).isEqualTo(new Vector3(13, 22, Math.min(30, third)));
    }

    @Test
    void slicesOfSeveralTimesLieUponEachOther() {
        SeriesGeometry series = SeriesGeometry.of(FrameGeometries.of(image("4", 1, 2, 1, 2)));
        assertThat(series.problems()).isNotEmpty();
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> FrameGeometries.of(image("", 1, 2, 3)))
                .isInstanceOf(GeometryException.class)
                .hasMessageContaining("Spacing Between Slices");
        assertThatThrownBy(() -> FrameGeometries.of(image("4", 4, new int[] {1, 2, 3})))
                .isInstanceOf(GeometryException.class)
                .hasMessageContaining("Slice Vector has 3 values");
    }

    private static DataSet image(String spacing, int... slices) {
        return image(spacing, slices.length, slices);
    }

    private static DataSet image(String spacing, int frames, int[] slices) {
        return DataSet.builder()
                .putIntegers(Tag.NumberOfFrames, frames)
                .putIntegers(Tag.Rows, 4)
                .putIntegers(Tag.Columns, 6)
                .put(Tag.PixelSpacing, "2", "3")
                .put(Tag.SpacingBetweenSlices, spacing)
                .putIntegers(Tag.SliceVector, slices)
                .putItems(
                        Tag.DetectorInformationSequence,
                        DataSet.builder()
                                .put(Tag.ImagePositionPatient, "10", "20", "30")
                                .put(Tag.ImageOrientationPatient, "1", "0", "0", "0", "1", "0")
                                .build())
                .build();
    }
}
