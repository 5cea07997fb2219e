package org.roentgen.training.export;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.roentgen.domain.model.ParityReport;
import org.roentgen.imaging.label.ArgMax;
import org.roentgen.network.onnx.GraphTail;
import org.roentgen.training.serving.OnnxModel;

/** The exported graph against the platform's own way, on images of noise, both in ONNX Runtime. */
final class GraphParity {
    private static final double TOLERANCE = 1e-4;
    private static final int IMAGES = 3;
    private static final long SIDE = 64;
    private static final int CHANNEL_AXIS = 1;

    private final ServingGraph form;
    private final int classes;

    GraphParity(ServingGraph form) {
        this.form = form;
        this.classes = form.manifest().labels().size();
    }

    /** @throws ExportException when probabilities differ by more than 1e-4, or a label is not that of the largest probability */
    ParityReport check(byte[] model, byte[] graph) throws ExportException {
        double largest = 0;
        try (OnnxModel original = new OnnxModel(model);
                OnnxModel exported = new OnnxModel(graph)) {
            for (int image = 0; image < IMAGES; image++) {
                largest = Math.max(largest, difference(original, exported, image));
            }
        }
        ParityReport report = new ParityReport(largest, TOLERANCE, IMAGES);
        if (!report.withinTolerance()) {
            throw new ExportException("The graph's probabilities differ from the platform's by " + largest
                    + ", more than " + TOLERANCE + "; it is not written. Export without normalisation");
        }
        return report;
    }

    private double difference(OnnxModel original, OnnxModel exported, int seed) throws ExportException {
        long[] given = shape(form.input().shape());
        long[] prepared = shape(form.manifest().inputs().getFirst().shape());
        float[] values = noise(seed, given);
        float[] expected = form.plan()
                .activate(
                        original.predict(form.steps().apply(values, (int) given[CHANNEL_AXIS]), prepared), 1, classes);
        float[] actual = exported.predict(values, given);
        double largest = 0;
        for (int place = 0; place < expected.length; place++) {
            largest = Math.max(largest, Math.abs((double) expected[place] - actual[place]));
        }
        if (form.labels() && !Arrays.equals(labels(actual), exported.integers(values, given, GraphTail.LABELS))) {
            throw new ExportException("The graph's labels are not those of its probabilities; it is not written");
        }
        return largest;
    }

    private long[] labels(float... probabilities) {
        return form.judgesFindings() ? present(probabilities) : mostProbable(probabilities);
    }

    private static long[] present(float... probabilities) {
        long[] labels = new long[probabilities.length];
        for (int place = 0; place < labels.length; place++) {
            labels[place] = probabilities[place] > 0.5 ? 1 : 0;
        }
        return labels;
    }

    private long[] mostProbable(float... probabilities) {
        byte[] best = ArgMax.of(probabilities, classes);
        long[] labels = new long[best.length];
        for (int place = 0; place < labels.length; place++) {
            labels[place] = Byte.toUnsignedInt(best[place]);
        }
        return labels;
    }

    private static long[] shape(List<Long> declared) {
        long[] shape =
                declared.stream().mapToLong(size -> size < 0 ? SIDE : size).toArray();
        shape[0] = 1;
        return shape;
    }

    /** Values like those of pictures of 8 bits, a part of them empty background. */
    private static float[] noise(int seed, long... shape) {
        Random random = new Random(seed);
        float[] values = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
        for (int place = 0; place < values.length; place++) {
            values[place] = random.nextInt(4) == 0 ? 0 : (float) (120 + 40 * random.nextGaussian());
        }
        return values;
    }
}
