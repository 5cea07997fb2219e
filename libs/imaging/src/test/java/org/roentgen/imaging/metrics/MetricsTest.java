package org.roentgen.imaging.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.imaging.Judges;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.TestVolumes;
import org.roentgen.imaging.VolumeGrid;

final class MetricsTest {
    private static final VolumeGrid GRID = new VolumeGrid(12, 9, 7, Affine.ofSpacing(1, 1.5, 2));

    @Test
    void twoBoxesAreAsFarApartAsTheyAre() {
        SegmentationMetrics same = SegmentationMetrics.of(box(2, 6), box(2, 6), 1);
        assertThat(same.dice()).isEqualTo(1);
        assertThat(same.surface()).contains(new SurfaceDistances(0, 0));
        SegmentationMetrics longer = SegmentationMetrics.of(box(2, 9), box(2, 6), 1);
        assertThat(longer.dice()).isCloseTo(2.0 * 4 / (4 + 7), within(1e-12));
        assertThat(longer.surface().orElseThrow().hausdorff95()).isCloseTo(3, within(0.5));
        assertThat(longer.volumeDifferenceMl()).isCloseTo(3 * 3 * 3 * 3 / 1000.0, within(1e-9));
        SegmentationMetrics missed = SegmentationMetrics.of(new LabelVolume(GRID, new byte[756]), box(2, 6), 1);
        assertThat(missed.dice()).isZero();
        assertThat(missed.surface()).isEmpty();
        assertThat(SegmentationMetrics.of(box(2, 6), box(2, 6), 7).dice()).isEqualTo(1);
    }

    @Test
    void theDistanceMapIsExact() {
        Random random = new Random(4);
        boolean[] marked = new boolean[GRID.voxelCount()];
        for (int count = 0; count < 9; count++) {
            marked[random.nextInt(marked.length)] = true;
        }
        DistanceMap map = new DistanceMap(GRID, GRID.spacing(), marked);
        for (int index = 0; index < marked.length; index++) {
            double nearest = Double.MAX_VALUE;
            for (int other = 0; other < marked.length; other++) {
                if (marked[other]) {
                    nearest = Math.min(nearest, place(index).minus(place(other)).length());
                }
            }
            assertThat(map.distance(index)).isCloseTo(nearest, within(1e-9));
        }
    }

    @Test
    void surfaceDistancesAgreeWithScipy() {
        LabelVolume one = blob(3);
        LabelVolume other = blob(8);
        String answer = Judges.python("scipy.ndimage", """
                import sys, numpy
                from scipy import ndimage
                a, b = [numpy.array(list(map(int, v.split(','))), dtype=bool).reshape(7, 9, 12) for v in sys.argv[1:]]
                spacing = (2, 1.5, 1)
                edge = lambda m: m & ~ndimage.binary_erosion(m)
                da = ndimage.distance_transform_edt(~edge(b), spacing)[edge(a)]
                db = ndimage.distance_transform_edt(~edge(a), spacing)[edge(b)]
                print(2 * (a & b).sum() / (a.sum() + b.sum()), max(numpy.percentile(da, 95), numpy.percentile(db, 95)),
                      numpy.concatenate([da, db]).mean())
                """, text(one), text(other));
        SegmentationMetrics metrics = SegmentationMetrics.of(one, other, 1);
        double[] expected = Arrays.stream(answer.strip().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(metrics.dice()).isCloseTo(expected[0], within(1e-9));
        assertThat(metrics.surface().orElseThrow().hausdorff95()).isCloseTo(expected[1], within(1e-9));
        assertThat(metrics.surface().orElseThrow().mean()).isCloseTo(expected[2], within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "'0.1,0.2,0.8,0.9', 0011, 1.0",
        "'0.9,0.8,0.2,0.1', 0011, 0.0",
        "'0.5,0.5,0.5,0.5', 0101, 0.5",
        "'0.1,0.4,0.35,0.8', 0011, 0.75",
        "'0.2,0.4', 11, NaN"
    })
    void rocAucIsTheRankSum(String scores, String truths, double auc) {
        assertThat(scores(scores, truths).rocAuc()).isEqualTo(Double.valueOf(auc));
    }

    @Test
    void countsAtAThreshold() {
        BinaryScores scores = scores("0.1,0.4,0.5,0.8,0.9,0.3", "001110");
        ThresholdCounts counts = scores.at(0.5);
        assertThat(counts).isEqualTo(new ThresholdCounts(3, 0, 3, 0));
        assertThat(scores.youdenThreshold()).isEqualTo(0.5);
        ThresholdCounts strict = scores.at(0.85);
        assertThat(List.of(
                        strict.sensitivity(),
                        strict.specificity(),
                        strict.accuracy(),
                        strict.positivePredictiveValue()))
                .containsExactly(1 / 3.0, 1.0, 4 / 6.0, 1.0);
    }

    @Test
    void calibrationErrorIsTheWeightedGap() {
        assertThat(scores("0.25,0.25,0.25,0.25", "0001").expectedCalibrationError(10))
                .isZero();
        assertThat(scores("0.9,0.9,1.0,0.1", "0111").expectedCalibrationError(10))
                .isCloseTo((1.0 * 0 + Math.abs(2.8 - 2) + Math.abs(0.1 - 1)) / 4, within(1e-12));
    }

    @Test
    void curvesGoFromTheStrictestThresholdToTheLoosest() {
        BinaryScores scores = scores("0.1,0.4,0.35,0.8", "0011");
        assertThat(scores.rocCurve())
                .containsExactly(point(0, 0), point(0, 0.5), point(0.5, 0.5), point(0.5, 1), point(1, 1));
        assertThat(scores.precisionRecallCurve())
                .containsExactly(point(0.5, 1), point(0.5, 0.5), point(1, 2 / 3.0), point(1, 0.5));
        assertThat(scores.calibrationCurve(2)).containsExactly(point((0.1 + 0.4 + 0.35) / 3, 1 / 3.0), point(0.8, 1));
        assertThat(scores("0.5,0.5,0.5", "010").rocCurve()).containsExactly(point(0, 0), point(1, 1));
    }

    @Test
    void longCurvesAreThinnedAndKeepTheirEnds() {
        int cases = 5000;
        double[] values = new Random(2).doubles(cases).toArray();
        boolean[] positive = new boolean[cases];
        for (int index = 0; index < cases; index++) {
            positive[index] = index % 2 == 0;
        }
        List<CurvePoint> curve = new BinaryScores(values, positive).rocCurve();
        assertThat(curve).hasSizeLessThan(500).startsWith(point(0, 0)).endsWith(point(1, 1));
    }

    @ParameterizedTest
    @CsvSource({"1.0, 0.35, 0.8", "0.5, 0.8, 0.35", "0.0, 0.8, 0.1"})
    void thresholdsForAWantedRate(double rate, double forSensitivity, double forSpecificity) {
        BinaryScores scores = scores("0.1,0.4,0.35,0.8", "0011");
        assertThat(scores.thresholdForSensitivity(rate)).isEqualTo(forSensitivity);
        assertThat(scores.thresholdForSpecificity(rate)).isEqualTo(forSpecificity);
    }

    /** Logits of 4 that are right in 73 of 100 cases should have been ln(0.73 / 0.27). */
    @Test
    void temperatureMakesProbabilitiesWhatHappens() {
        float[] logits = new float[200];
        int[] truths = new int[100];
        for (int index = 0; index < 100; index++) {
            logits[2 * index + 1] = 4;
            truths[index] = index < 73 ? 1 : 0;
        }
        assertThat(Temperature.fit(logits, truths)).isCloseTo(4 / Math.log(0.73 / 0.27), within(1e-3));
    }

    @Test
    void casesThatAreAllRightDoNotMakeProbabilitiesSurer() {
        assertThat(Temperature.fit(new float[] {0, 3, 2, 0, 0, 1}, new int[] {1, 0, 1}))
                .isEqualTo(1);
    }

    private static CurvePoint point(double x, double y) {
        return new CurvePoint(x, y);
    }

    @Test
    void confusionMatrixCountsTruthByPrediction() {
        ConfusionMatrix matrix = ConfusionMatrix.of(new int[] {0, 0, 1, 2}, new int[] {0, 1, 1, 0}, 3);
        assertThat(matrix.counts()).containsExactly(List.of(1L, 1L, 0L), List.of(0L, 1L, 0L), List.of(1L, 0L, 0L));
        assertThat(matrix.accuracy()).isEqualTo(0.5);
    }

    @Test
    void bootstrapIntervalsComeFromTheSeedAndHoldTheEstimate() {
        Bootstrap bootstrap = new Bootstrap(500, 0.95, 7);
        double[] values = new Random(1).doubles(200).toArray();
        Bootstrap.Interval interval = bootstrap.mean(values);
        assertThat(bootstrap.mean(values)).isEqualTo(interval);
        double standardError = Math.sqrt(1 / 12.0 / 200);
        assertThat(interval.upper() - interval.lower()).isCloseTo(2 * 1.96 * standardError, within(0.02));
        assertThat(interval.estimate()).isBetween(interval.lower(), interval.upper());
        BinaryScores scores = scores("0.1,0.4,0.35,0.8", "0011");
        assertThat(bootstrap
                        .interval(4, indices -> scores.select(indices).rocAuc())
                        .estimate())
                .isEqualTo(0.75);
        assertThatThrownBy(() -> new Bootstrap(0, 0.95, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static BinaryScores scores(String scores, String truths) {
        boolean[] positive = new boolean[truths.length()];
        for (int index = 0; index < positive.length; index++) {
            positive[index] = truths.charAt(index) == '1';
        }
        return new BinaryScores(
                Arrays.stream(scores.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray(),
                positive);
    }

    private static LabelVolume box(int fromX, int toX) {
        byte[] labels = new byte[GRID.voxelCount()];
        for (int z = 2; z < 5; z++) {
            for (int y = 3; y < 6; y++) {
                for (int x = fromX; x < toX; x++) {
                    labels[GRID.index(x, y, z)] = 1;
                }
            }
        }
        return new LabelVolume(GRID, labels);
    }

    private static LabelVolume blob(long seed) {
        byte[] noise = TestVolumes.randomLabels(GRID, 3, seed).labels();
        byte[] labels = box(2, 8).labels();
        for (int index = 0; index < labels.length; index++) {
            labels[index] = (byte) (noise[index] == 0 ? 1 - labels[index] : labels[index]);
        }
        return new LabelVolume(GRID, labels);
    }

    private static String text(LabelVolume labels) {
        StringBuilder text = new StringBuilder();
        for (byte label : labels.labels()) {
            text.append(text.isEmpty() ? "" : ",").append(label);
        }
        return text.toString();
    }

    private static org.roentgen.dicom.geometry.Vector3 place(int index) {
        return GRID.affine().apply(index % 12, index / 12 % 9, (double) (index / (12 * 9)));
    }
}
