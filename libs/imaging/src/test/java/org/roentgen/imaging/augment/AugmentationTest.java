package org.roentgen.imaging.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class AugmentationTest {
    private static final AugmentationPlan ALL = new AugmentationPlan(List.of(
            new Augmentation.Flip(0, 0.5),
            new Augmentation.Flip(2, 1),
            new Augmentation.Rotate90(1),
            new Augmentation.Affine(15, 0.2, 1),
            new Augmentation.Deform(15, 10, 0.2, 1.5, 1),
            new Augmentation.Intensity(0.1, 0.1),
            new Augmentation.Gamma(0.3),
            new Augmentation.Noise(0.05),
            new Augmentation.Shift(0.2, 1),
            new Augmentation.Blur(1, 1)));

    static Stream<Augmentation> spatial() {
        return Stream.of(
                new Augmentation.Flip(0, 1),
                new Augmentation.Flip(1, 1),
                new Augmentation.Flip(2, 1),
                new Augmentation.Rotate90(1));
    }

    @ParameterizedTest
    @MethodSource("spatial")
    void imageAndLabelsMoveTogetherAndNothingIsLost(Augmentation augmentation) {
        Sample sample = sample(8, 8, 3);
        Sample moved = new AugmentationPlan(List.of(augmentation)).apply(sample, 5);
        assertThat(moved.image()).isNotEqualTo(sample.image()).containsExactlyInAnyOrder(box(sample.image()));
        assertSameAsImage(moved);
    }

    @Test
    void aShiftMovesImageAndLabelsTogetherAndRepeatsTheEdge() {
        Sample sample = sample(10, 8, 4);
        Sample moved = sample.moved(2, -3, 1);
        assertSameAsImage(moved);
        for (int z = 0; z < 4; z++) {
            for (int y = 0; y < 8; y++) {
                for (int x = 0; x < 10; x++) {
                    int source = Math.max(0, x - 2) + 10 * (Math.min(7, y + 3) + 8 * Math.max(0, z - 1));
                    assertThat(moved.image()[x + 10 * (y + 8 * z)]).isEqualTo(sample.image()[source]);
                }
            }
        }
        Sample drawn = new AugmentationPlan(List.of(new Augmentation.Shift(0.3, 1))).apply(sample, 4);
        assertSameAsImage(drawn);
        assertThat(drawn.image()).isNotEqualTo(sample.image());
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5", "1, 2", "9, 1.2"})
    void aBlurIsABellCurveAndKeepsTheSum(int depth, double deviation) {
        int size = 21;
        float[] image = new float[size * size * depth];
        int middle = size / 2 + size * (size / 2 + size * (depth / 2));
        image[middle] = 1;
        float[] blurred =
                new GaussianBlur(deviation).apply(new Sample(image, new byte[image.length], 1, depth, size, size));
        double sum = 0;
        for (float value : blurred) {
            sum += value;
        }
        assertThat(sum).isCloseTo(1, within(1e-4));
        double expected = Math.exp(-1 / (2 * deviation * deviation));
        assertThat(blurred[middle + 1] / blurred[middle]).isCloseTo((float) expected, within(1e-4f));
        assertThat(blurred[middle + size] / blurred[middle]).isCloseTo((float) expected, within(1e-4f));
    }

    @Test
    void aTurnKeepsLabelsWholeNumbersThatWereThere() {
        Sample sample = sample(9, 12, 2);
        Sample turned = new AugmentationPlan(List.of(new Augmentation.Affine(30, 0.2, 1))).apply(sample, 3);
        byte[] labels = java.util.Objects.requireNonNull(turned.labels());
        for (byte label : labels) {
            assertThat(label).isBetween((byte) 0, (byte) 3);
        }
        assertThat(labels).isNotEqualTo(sample.labels());
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "25, 0, 0.2, 0", "25, 20, 0.2, 2"})
    void imageAndLabelsDeformAlike(double degrees, double tilt, double scale, double displacement) {
        Sample sample = ball(40, 32, 24);
        AugmentationPlan plan =
                new AugmentationPlan(List.of(new Augmentation.Deform(degrees, tilt, scale, displacement, 1)));
        Sample moved = plan.apply(sample, 11);
        byte[] labels = java.util.Objects.requireNonNull(moved.labels());
        int different = 0;
        for (int index = 0; index < labels.length; index++) {
            different += (moved.image()[index] > 0.5 ? 1 : 0) == labels[index] ? 0 : 1;
        }
        assertThat(different).isLessThan(labels.length / 100);
        if (degrees == 0) {
            assertThat(moved.image()).isEqualTo(sample.image());
        }
    }

    private static Sample ball(int width, int height, int depth) {
        float[] image = new float[width * height * depth];
        byte[] labels = new byte[image.length];
        for (int index = 0; index < image.length; index++) {
            double x = index % width - 14;
            double y = index / width % height - 12;
            double z = index / width / height - 10;
            if (x * x + y * y + z * z < 64) {
                image[index] = 1;
                labels[index] = 1;
            }
        }
        return new Sample(image, labels, 1, depth, height, width);
    }

    @Test
    void theSeedDecidesAndTheSampleStays() throws JsonProcessingException {
        Sample sample = sample(8, 8, 4);
        float[] before = sample.image().clone();
        Sample once = ALL.apply(sample, 42);
        JsonMapper json = JsonMapper.builder().build();
        AugmentationPlan read = json.readValue(json.writeValueAsString(ALL), AugmentationPlan.class);
        assertThat(read.apply(sample, 42).image()).isEqualTo(once.image());
        assertThat(ALL.apply(sample, 43).image()).isNotEqualTo(once.image());
        assertThat(sample.image()).isEqualTo(before);
        assertThat(AugmentationPlan.NONE.apply(sample, 1)).isSameAs(sample);
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Augmentation.Flip(3, 1)).hasMessageContaining("axis 3");
        assertThatThrownBy(() -> new Augmentation.Flip(0, 2)).hasMessageContaining("Probability 2");
        assertThatThrownBy(() -> new Augmentation.Affine(5, 1, 1)).hasMessageContaining("below 1");
        assertThatThrownBy(() -> new Augmentation.Shift(1, 1)).hasMessageContaining("below 1");
        assertThatThrownBy(() -> new Augmentation.Blur(0, 1)).hasMessageContaining("above 0");
    }

    /** Every voxel's label is its value modulo 4, in two channels. */
    private static Sample sample(int width, int height, int depth) {
        int voxels = width * height * depth;
        float[] image = new float[2 * voxels];
        byte[] labels = new byte[voxels];
        for (int index = 0; index < voxels; index++) {
            image[index] = index * 7 % 1009;
            image[voxels + index] = image[index] + 2000;
            labels[index] = (byte) (image[index] % 4);
        }
        return new Sample(image, labels, 2, depth, height, width);
    }

    private static void assertSameAsImage(Sample sample) {
        byte[] labels = java.util.Objects.requireNonNull(sample.labels());
        for (int index = 0; index < labels.length; index++) {
            assertThat(labels[index]).isEqualTo((byte) (sample.image()[index] % 4));
            assertThat(sample.image()[labels.length + index]).isEqualTo(sample.image()[index] + 2000);
        }
    }

    private static Float[] box(float[] values) {
        Float[] boxed = new Float[values.length];
        java.util.Arrays.setAll(boxed, index -> values[index]);
        return boxed;
    }
}
