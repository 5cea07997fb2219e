package org.roentgen.imaging.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.dicom.geometry.OrientationCode;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.TestVolumes;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;

final class RecipeTest {
    private static final Recipe EVERY_STEP = Recipe.of(
            new GeometryStep.Orient("RAS"),
            new GeometryStep.Resample(List.of(1.2, 0.0, 1.0)),
            new IntensityStep.ClipPercentiles(1, 99),
            new IntensityStep.Clip(0, 500),
            new IntensityStep.ZScore(true),
            new IntensityStep.MinMax(),
            new IntensityStep.ScalePercentiles(0.5, 99.5),
            new IntensityStep.Window(0.5, 0.9),
            new IntensityStep.Standardize(0.4, 0.2),
            new GeometryStep.Resize(List.of(9, 8, 7)),
            new GeometryStep.CropOrPad(List.of(8, 0, 9)),
            new GeometryStep.PadToMultiple(List.of(4, 4, 4)),
            new RepeatChannel(3));

    @Test
    void trainingAndInferenceGiveTheSameBits() {
        VolumeGrid grid = new VolumeGrid(7, 6, 5, TestVolumes.affine("PIL"));
        Volume image = TestVolumes.random(grid, 11);
        float[] before = image.voxels().clone();
        Preprocessed training = EVERY_STEP.apply(image);
        Preprocessed inference = RecipeJson.read(RecipeJson.write(EVERY_STEP)).apply(image);
        assertThat(RecipeJson.read(RecipeJson.write(EVERY_STEP))).isEqualTo(EVERY_STEP);
        assertThat(bits(inference.tensor())).isEqualTo(bits(training.tensor()));
        assertThat(training.shape()).containsExactly(3, 12, 8, 8);
        assertThat(training.grid()).isEqualTo(EVERY_STEP.targetGrid(grid));
        assertThat(image.voxels()).as("the image is not changed").isEqualTo(before);
    }

    static Stream<String> orientations() {
        return OrientationCode.all().stream().map(OrientationCode::letters);
    }

    @ParameterizedTest
    @MethodSource("orientations")
    void everyOrientationIsTurnedLosslesslyAndEveryVoxelStaysInItsPlace(String orientation) {
        VolumeGrid grid = new VolumeGrid(4, 5, 3, TestVolumes.affine(orientation));
        Volume image = TestVolumes.random(grid, 1);
        Recipe recipe = Recipe.of(new GeometryStep.Orient("RAS"), new GeometryStep.CropOrPad(List.of(7, 6, 8)));
        Preprocessed turned = recipe.apply(image);
        assertThat(turned.grid().orientation().letters()).isEqualTo("RAS");
        Affine toIndex = turned.grid().affine().inverse();
        Volume tensor = new Volume(turned.grid(), turned.tensor());
        for (int z = 0; z < 3; z++) {
            for (int y = 0; y < 5; y++) {
                for (int x = 0; x < 4; x++) {
                    Vector3 there = toIndex.apply(grid.affine().apply(x, y, z));
                    assertThat(tensor.at(round(there.x()), round(there.y()), round(there.z())))
                            .isEqualTo(image.at(x, y, z));
                }
            }
        }
        assertThat(turned.invert(tensor, 0).voxels()).isEqualTo(image.voxels());
        assertThat(turned.imageGrid()).isEqualTo(grid);
        LabelVolume labels = TestVolumes.randomLabels(grid, 3, 4);
        byte[] forth = recipe.applyToLabels(labels, grid).labels();
        assertThat(turned.invertLabels(forth).labels()).isEqualTo(labels.labels());
    }

    static Stream<Arguments> geometry() {
        return Stream.of(
                Arguments.of("resample to half", new GeometryStep.Resample(List.of(0.5, 0.5, 0.5)), "12 x 24 x 12"),
                Arguments.of("resample one axis", new GeometryStep.Resample(List.of(0.0, 0.0, 1.0)), "6 x 8 x 6"),
                Arguments.of("resize", new GeometryStep.Resize(List.of(12, 16, 6)), "12 x 16 x 6"),
                Arguments.of("pad", new GeometryStep.PadToMultiple(List.of(4, 4, 4)), "8 x 8 x 4"),
                Arguments.of("crop", new GeometryStep.CropOrPad(List.of(4, 4, 0)), "4 x 4 x 3"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("geometry")
    void aRampOfPositionsStaysTrueInsideTheImage(String name, GeometryStep step, String size) {
        VolumeGrid grid = new VolumeGrid(6, 8, 3, TestVolumes.affine("LPS"));
        float[] ramp = new float[grid.voxelCount()];
        for (int z = 0; z < 3; z++) {
            for (int y = 0; y < 8; y++) {
                for (int x = 0; x < 6; x++) {
                    ramp[grid.index(x, y, z)] = ramp(grid.affine().apply(x, y, z));
                }
            }
        }
        Preprocessed result = Recipe.of(step).apply(new Volume(grid, ramp));
        assertThat(result.grid().sizeText()).isEqualTo(size);
        Affine toSource = grid.affine().inverse();
        int compared = 0;
        for (int index = 0; index < result.grid().voxelCount(); index++) {
            int x = index % result.grid().width();
            int y = index / result.grid().width() % result.grid().height();
            int z = index / result.grid().stride(2);
            Vector3 patient = result.grid().affine().apply(x, y, z);
            Vector3 source = toSource.apply(patient);
            boolean inside = source.x() >= 0
                    && source.x() <= 5
                    && source.y() >= 0
                    && source.y() <= 7
                    && source.z() >= 0
                    && source.z() <= 2;
            if (inside) {
                assertThat(result.tensor()[index]).isCloseTo(ramp(patient), within(1e-3f));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(40);
    }

    static Stream<Arguments> intensities() {
        float[] ten = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        return Stream.of(
                Arguments.of(new IntensityStep.Clip(2, 7), ten, new float[] {2, 2, 2, 3, 4, 5, 6, 7, 7, 7}),
                Arguments.of(
                        new IntensityStep.ClipPercentiles(5, 95), ten, new float[] {0.45f, 1, 2, 3, 4, 5, 6, 7, 8, 8.55f
                        }),
                Arguments.of(
                        new IntensityStep.Window(2, 2), new float[] {0, 1, 1.5f, 3, 9}, new float[] {0, 0, 0.25f, 1, 1
                        }),
                Arguments.of(new IntensityStep.ZScore(false), new float[] {1, 3, Float.NaN, 4}, new float[] {
                    -0.6324555f, 0.6324555f, -1.2649111f, 1.2649111f
                }),
                Arguments.of(new IntensityStep.ZScore(true), new float[] {0, 2, 4}, new float[] {-3, -1, 1}),
                Arguments.of(new IntensityStep.ZScore(false), new float[] {5, 5}, new float[] {0, 0}),
                Arguments.of(new IntensityStep.MinMax(), new float[] {-10, 0, 30}, new float[] {0, 0.25f, 1}),
                Arguments.of(new IntensityStep.MinMax(), new float[] {7, 7}, new float[] {0, 0}),
                Arguments.of(new IntensityStep.ScalePercentiles(0, 50), new float[] {0, 4, 8}, new float[] {0, 1, 1}),
                Arguments.of(
                        new IntensityStep.Standardize(128, 64), new float[] {0, 128, 256}, new float[] {-2, 0, 2}));
    }

    @ParameterizedTest
    @MethodSource("intensities")
    void intensitiesBecome(IntensityStep step, float[] image, float[] expected) {
        Preprocessed result = Recipe.of(step).apply(new Volume(VolumeGrid.flat(image.length, 1), image));
        for (int index = 0; index < expected.length; index++) {
            assertThat(result.tensor()[index]).isCloseTo(expected[index], within(1e-6f));
        }
    }

    @Test
    void croppedVoxelsComeBackAsCertainBackground() {
        VolumeGrid grid = VolumeGrid.flat(4, 1);
        Preprocessed cropped =
                Recipe.of(new GeometryStep.CropOrPad(List.of(2, 1, 1))).apply(TestVolumes.random(grid, 2));
        List<Volume> back = cropped.invertProbabilities(new float[] {0.25f, 0.5f, 0.75f, 0.5f}, 2);
        assertThat(back.get(0).voxels()).containsExactly(1, 0.25f, 0.5f, 1);
        assertThat(back.get(1).voxels()).containsExactly(0, 0.75f, 0.5f, 0);
        assertThat(cropped.invertLabels(new byte[] {1, 2}).labels()).containsExactly(0, 1, 2, 0);
    }

    @Test
    void channelsKeepTheirOwnStatistics() {
        VolumeGrid grid = VolumeGrid.flat(2, 1);
        Preprocessed result = Recipe.of(new IntensityStep.MinMax())
                .apply(List.of(new Volume(grid, new float[] {0, 10}), new Volume(grid, new float[] {9, 5})));
        assertThat(result.tensor()).containsExactly(0, 1, 1, 0);
        assertThat(result.shape()).containsExactly(2, 1, 1, 2);
    }

    @Test
    void labelsOnAnotherGridAreRefused() {
        VolumeGrid image = new VolumeGrid(4, 5, 3, TestVolumes.affine("LPS"));
        VolumeGrid moved = new VolumeGrid(4, 5, 3, image.affine().withOrigin(new Vector3(0, 0, 0)));
        LabelVolume labels = new LabelVolume(moved, new byte[60]);
        assertThatThrownBy(() -> EVERY_STEP.applyToLabels(labels, image))
                .hasMessageContaining("does not lie on the grid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"schemaVersion\":2,\"steps\":[]}",
                "{\"schemaVersion\":1,\"steps\":[{\"type\":\"sharpen\"}]}",
                "{\"schemaVersion\":1,\"steps\":[{\"type\":\"orient\",\"axes\":\"RRS\"}]}",
                "{\"schemaVersion\":1,\"steps\":[{\"type\":\"clip\",\"lower\":1}]}",
                "{\"schemaVersion\":1,\"steps\":[{\"type\":\"clip\",\"lower\":1,\"upper\":2,\"more\":3}]}",
                "{\"schemaVersion\":1,\"steps\":[{\"type\":\"resize\",\"size\":[4,4]}]}",
                "{\"schemaVersion\":1,\"steps\":[{\"type\":\"scale-percentiles\",\"lower\":9,\"upper\":1}]}"
            })
    void anInvalidDocumentIsRefused(String json) {
        assertThatThrownBy(() -> RecipeJson.read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The recipe is not valid");
    }

    private static int round(double value) {
        return Math.toIntExact(Math.round(value));
    }

    private static float ramp(Vector3 patient) {
        return (float) (3 * patient.x() - 2 * patient.y() + 5 * patient.z());
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        Arrays.setAll(bits, index -> Float.floatToRawIntBits(values[index]));
        return bits;
    }
}
