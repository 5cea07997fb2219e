package org.roentgen.imaging.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeLongTest {
    private static final double[] FIRST = {0.9, 0.8, 0.7, 0.6, 0.55, 0.54, 0.53, 0.5, 0.4, 0.3};
    private static final boolean[] POSITIVE = {true, true, false, true, true, false, false, true, false, false};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithTheDefinition(long seed) {
        Random random = new Random(seed);
        int cases = 60;
        double[] first = new double[cases];
        double[] second = new double[cases];
        boolean[] positive = new boolean[cases];
        for (int i = 0; i < cases; i++) {
            positive[i] = random.nextInt(3) == 0;
            double shared = random.nextGaussian() + (positive[i] ? 1 : 0);
            first[i] = Math.round(4 * (shared + random.nextGaussian() / 2)) / 4.0;
            second[i] = Math.round(4 * (shared + random.nextGaussian())) / 4.0;
        }
        PairedDifference compared = DeLong.compare(first, second, positive);
        assertThat(compared.first()).isCloseTo(new BinaryScores(first, positive).rocAuc(), within(1e-12));
        assertThat(compared.second()).isCloseTo(new BinaryScores(second, positive).rocAuc(), within(1e-12));
        double half = (compared.difference().upper() - compared.difference().lower()) / 2;
        assertThat(half / 1.959963984540054).isCloseTo(Math.sqrt(definition(first, second, positive)), within(1e-12));
        PairedDifference other = DeLong.compare(second, first, positive);
        assertThat(other.difference().estimate())
                .isEqualTo(-compared.difference().estimate());
        assertThat(other.pValue()).isEqualTo(compared.pValue());
    }

    /** The variance by the kernel over all pairs of cases (DeLong et al. 1988, equations 4 to 6). */
    private static double definition(double[] first, double[] second, boolean[] positive) {
        double variance = 0;
        for (boolean side : new boolean[] {true, false}) {
            java.util.List<Double> components = new java.util.ArrayList<>();
            for (int i = 0; i < positive.length; i++) {
                if (positive[i] != side) {
                    continue;
                }
                double sum = 0;
                int others = 0;
                for (int j = 0; j < positive.length; j++) {
                    if (positive[j] != side) {
                        double sign = side ? 1 : -1;
                        sum += kernel(sign * (first[i] - first[j])) - kernel(sign * (second[i] - second[j]));
                        others++;
                    }
                }
                components.add(sum / others);
            }
            double mean = components.stream().mapToDouble(x -> x).average().orElseThrow();
            double squares = components.stream()
                    .mapToDouble(x -> (x - mean) * (x - mean))
                    .sum();
            variance += squares / (components.size() - 1) / components.size();
        }
        return variance;
    }

    private static double kernel(double difference) {
        return difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
    }

    @Test
    void equalModelsDoNotDiffer() {
        PairedDifference compared = DeLong.compare(FIRST, FIRST, POSITIVE);
        assertThat(compared.difference()).isEqualTo(new Bootstrap.Interval(0, 0, 0));
        assertThat(compared.pValue()).isEqualTo(1);
    }

    @Test
    void tooFewCasesAreRefused() {
        assertThatThrownBy(() -> DeLong.compare(
                        new double[] {1, 2, 3}, new double[] {1, 2, 3}, new boolean[] {true, false, false}))
                .hasMessageContaining("1 cases with and 2 without");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0.31731050786", "1.959963984540054, 0.05", "-2.5758293035489, 0.01", "5, 5.7330314e-7"})
    void theNormalDistributionIsRight(double deviations, double probability) {
        assertThat(NormalDistribution.twoSided(deviations)).isCloseTo(probability, within(2e-7 * probability + 1e-12));
    }

    @Test
    void thePairedBootstrapSeesADifferenceThatSeparateIntervalsHide() {
        Random random = new Random(7);
        int cases = 100;
        double[] hard = random.doubles(cases, 0.4, 0.9).toArray();
        PairedDifference better = new Bootstrap(1000, 0.95, 1)
                .paired(cases, drawn -> mean(hard, drawn) + 0.02, drawn -> mean(hard, drawn));
        assertThat(better.difference().lower()).isCloseTo(0.02, within(1e-12));
        assertThat(better.pValue()).isLessThan(0.01);
        PairedDifference same =
                new Bootstrap(1000, 0.95, 1).paired(cases, drawn -> mean(hard, drawn), drawn -> mean(hard, drawn));
        assertThat(same.pValue()).isEqualTo(1);
        assertThat(same.first()).isEqualTo(same.second());
    }

    private static double mean(double[] values, int[] drawn) {
        double sum = 0;
        for (int index : drawn) {
            sum += values[index];
        }
        return sum / drawn.length;
    }
}
