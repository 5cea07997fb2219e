package org.roentgen.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.imaging.window.PatchPredictor;
import org.roentgen.network.onnx.DynamicInt8;
import org.roentgen.network.onnx.HalfWeights;
import org.roentgen.training.serving.OnnxModel;
import org.roentgen.training.serving.ParityCheck;
import org.roentgen.training.task.Evaluation.CaseResult;
import org.roentgen.training.task.LearningTask.ParityInput;

/** Makes smaller forms of a model and measures what they lose; those that lose too much are left out, with the reason. */
public final class Variants {
    private static final double HALF_TOLERANCE = 0.005;
    private static final double INT8_TOLERANCE = 0.02;

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
     * @param judge runs a model on some of the test cases
     */
    public void judge(List<CaseResult> results, Function<PatchPredictor, List<CaseResult>> judge) {
        judge(Variant.HALF, HalfWeights::of, HALF_TOLERANCE, results, judge);
        judge(Variant.INT8, DynamicInt8::of, INT8_TOLERANCE, results, judge);
    }

    public List<Variant> reports() {
        return List.copyOf(reports);
    }

    /** The models that may be used, by their names in the package. */
    public Map<String, byte[]> kept() {
        return Map.copyOf(kept);
    }

    private void judge(
            String file,
            UnaryOperator<byte[]> rewrite,
            double tolerance,
            List<CaseResult> results,
            Function<PatchPredictor, List<CaseResult>> judge) {
        byte[] variant;
        try {
            variant = rewrite.apply(model);
        } catch (IllegalArgumentException impossible) {
            reports.add(
                    new Variant(file, 1, 0, "", 0, 0, tolerance, Optional.of(String.valueOf(impossible.getMessage()))));
            return;
        }
        try (OnnxModel opened = new OnnxModel(variant)) {
            double share = (double) variant.length / model.length;
            Variant report = measure(file, share, opened, tolerance, results, judge.apply(opened::predict));
            reports.add(report);
            if (report.refusal().isEmpty()) {
                kept.put(file, variant);
            }
        } catch (RoentgenException unusable) {
            reports.add(
                    new Variant(file, 1, 0, "", 0, 0, tolerance, Optional.of(String.valueOf(unusable.getMessage()))));
        }
    }

    private Variant measure(
            String file,
            double share,
            OnnxModel opened,
            double tolerance,
            List<CaseResult> results,
            List<CaseResult> judged) {
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
                        file, share, difference(opened), metric.getKey(), judged.size(), loss, tolerance, refusal);
            }
        }
        return new Variant(
                file,
                share,
                difference(opened),
                "",
                0,
                0,
                tolerance,
                Optional.of("no metric can be computed to judge it"));
    }

    private double difference(OnnxModel opened) {
        return ParityCheck.largestDifference(original::predict, opened::predict, inputs);
    }
}
