package org.roentgen.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.imaging.window.PatchPredictor;
import org.roentgen.network.onnx.DynamicInt8;
import org.roentgen.network.onnx.HalfWeights;
import org.roentgen.training.dataset.PreparedCase;
import org.roentgen.training.serving.OnnxModel;
import org.roentgen.training.serving.ParityCheck;
import org.roentgen.training.task.Evaluation.CaseResult;
import org.roentgen.training.task.LearningTask.ParityInput;

/** Makes smaller forms of a model and measures what they lose; those that lose too much are left out, with the reason. */
public final class Variants {
    private static final double HALF_TOLERANCE = 0.005;
    private static final double INT8_TOLERANCE = 0.02;

    /** A variant that is slower is judged on as many cases fewer, so that it takes no longer than the model itself. */
    private static final double NO_SLOWER = 1.25;

    private final byte[] model;
    private final OnnxModel original;
    private final List<ParityInput> inputs;
    private final List<Variant> reports = new ArrayList<>();
    private final Map<String, byte[]> kept = new TreeMap<>();

    /** @param inputs held-back inputs for the parity of the scores */
    public Variants(byte[] model, OnnxModel original, List<ParityInput> inputs) {
        this.model = model;
        this.original = original;
        this.inputs = List.copyOf(inputs);
    }

    /**
     * Makes and judges the variants.
     *
     * @param results of the model itself, on all test cases
     * @param sample the test cases to judge on; of a slow variant only the first
     * @param fewest how many of them at least
     * @param judge runs a model on cases
     */
    public void judge(List<CaseResult> results, List<PreparedCase> sample, int fewest, Judge judge) {
        judge(Variant.HALF, HalfWeights::of, HALF_TOLERANCE, results, new Trial(sample, fewest, judge));
        judge(Variant.INT8, DynamicInt8::of, INT8_TOLERANCE, results, new Trial(sample, fewest, judge));
    }

    /** Runs a model on cases. */
    @FunctionalInterface
    public interface Judge {
        List<CaseResult> run(PatchPredictor network, List<PreparedCase> cases);
    }

    /** What a variant is tried on. */
    private record Trial(List<PreparedCase> sample, int fewest, Judge judge) {
        List<CaseResult> run(OnnxModel variant, double time) {
            int cases = Math.max(fewest, slower(sample.size(), time));
            return judge.run(variant::predict, sample.subList(0, Math.min(sample.size(), cases)));
        }
    }

    private static int slower(int count, double time) {
        return time <= NO_SLOWER ? count : (int) (count / time);
    }

    public List<Variant> reports() {
        return List.copyOf(reports);
    }

    /** The models that may be used, by their names in the package. */
    public Map<String, byte[]> kept() {
        return Map.copyOf(kept);
    }

    private void judge(
            String file, UnaryOperator<byte[]> rewrite, double tolerance, List<CaseResult> results, Trial trial) {
        byte[] variant;
        try {
            variant = rewrite.apply(model);
        } catch (IllegalArgumentException impossible) {
            reports.add(Variant.unusable(file, tolerance, impossible));
            return;
        }
        try (OnnxModel opened = new OnnxModel(variant)) {
            double share = (double) variant.length / model.length;
            Variant report = measure(file, share, opened, tolerance, results, trial);
            reports.add(report);
            if (report.refusal().isEmpty()) {
                kept.put(file, variant);
            }
        } catch (RoentgenException unusable) {
            reports.add(Variant.unusable(file, tolerance, unusable));
        }
    }

    private Variant measure(
            String file, double share, OnnxModel opened, double tolerance, List<CaseResult> results, Trial trial) {
        double time = time(opened);
        double difference = ParityCheck.largestDifference(
                original::predict, opened::predict, inputs.subList(0, Math.max(1, slower(inputs.size(), time))));
        List<CaseResult> judged = trial.run(opened, time);
        Set<String> cases = judged.stream().map(CaseResult::id).collect(Collectors.toSet());
        List<CaseResult> same =
                results.stream().filter(result -> cases.contains(result.id())).toList();
        Map<String, ToDoubleFunction<int[]>> expected = new CaseStatistics(same).headlines(Optional.empty());
        Map<String, ToDoubleFunction<int[]>> actual = new CaseStatistics(judged).headlines(Optional.empty());
        int[] all = IntStream.range(0, judged.size()).toArray();
        for (Map.Entry<String, ToDoubleFunction<int[]>> metric : expected.entrySet()) {
            ToDoubleFunction<int[]> counterpart = actual.get(metric.getKey());
            double loss = counterpart == null
                    ? Double.NaN
                    : metric.getValue().applyAsDouble(all) - counterpart.applyAsDouble(all);
            if (!Double.isNaN(loss)) {
                Optional<String> refusal = loss <= tolerance
                        ? Optional.empty()
                        : Optional.of("it loses " + loss + " of " + metric.getKey() + ", more than " + tolerance);
                return new Variant(
                        file, share, time, difference, metric.getKey(), judged.size(), loss, tolerance, refusal);
            }
        }
        return new Variant(
                file,
                share,
                time,
                difference,
                "",
                0,
                0,
                tolerance,
                Optional.of("no metric can be computed to judge it"));
    }

    /** Time of a call over that of the model, both warm. */
    private double time(OnnxModel variant) {
        ParityInput input = inputs.getFirst();
        original.predict(input.images(), input.shape());
        variant.predict(input.images(), input.shape());
        long begin = System.nanoTime();
        original.predict(input.images(), input.shape());
        long middle = System.nanoTime();
        variant.predict(input.images(), input.shape());
        return (double) (System.nanoTime() - middle) / Math.max(1, middle - begin);
    }
}
