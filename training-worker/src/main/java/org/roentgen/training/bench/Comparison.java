package org.roentgen.training.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.roentgen.training.bench.Stepper.Rate;

/** Ways to train one network, measured in turns. */
final class Comparison implements AutoCloseable {
    private final Map<String, Stepper> ways = new LinkedHashMap<>();
    private final Map<String, Rate[]> rates = new LinkedHashMap<>();

    void add(String name, Stepper way) {
        ways.put(name, way);
    }

    /** A short round to warm up, then the given number of rounds. */
    void run(double seconds, int rounds) throws Exception {
        for (Map.Entry<String, Stepper> way : ways.entrySet()) {
            way.getValue().rate(seconds / 4);
            rates.put(way.getKey(), new Rate[rounds]);
        }
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Rate[]> way : rates.entrySet()) {
                Stepper stepper = ways.get(way.getKey());
                if (stepper != null) {
                    way.getValue()[round] = stepper.rate(seconds);
                }
            }
        }
    }

    /** Median steps for each second. */
    double rate(String way, ToDoubleFunction<Rate> clock) {
        return median(Arrays.stream(rates.getOrDefault(way, new Rate[0]))
                .mapToDouble(clock)
                .toArray());
    }

    /** Median over the rounds of one way's rate to another's, by the clock and by the processor's time. */
    String ratio(String one, String other) {
        Rate[] above = rates.get(one);
        Rate[] below = rates.get(other);
        if (above == null || below == null) {
            return "-";
        }
        return String.format(
                Locale.ROOT, "%.2f / %.2f", ratio(above, below, Rate::elapsed), ratio(above, below, Rate::processor));
    }

    private static double ratio(Rate[] above, Rate[] below, ToDoubleFunction<Rate> clock) {
        double[] ratios = new double[above.length];
        Arrays.setAll(ratios, round -> clock.applyAsDouble(above[round]) / clock.applyAsDouble(below[round]));
        return median(ratios);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    @Override
    public void close() {
        ways.values().forEach(Stepper::close);
    }
}
