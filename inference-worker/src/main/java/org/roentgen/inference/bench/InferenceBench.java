package org.roentgen.inference.bench;

import ai.djl.Device;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.inference.engine.LoadedModel;

/**
 * {@code roentgen bench infer PACKAGE_FOLDER [SIZE...]}: calls per second of a package's model through the inference worker's
 * engine and through a bare ONNX Runtime session with the same options, alternated, at batch 1. Sizes are those of dynamic axes.
 */
public final class InferenceBench {
    private static final int ROUNDS = 15;
    private static final double SECONDS = 1;
    private static final long SIZE = 64;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final float[] values;
    private final long[] shape;

    private InferenceBench(long[] shape) {
        this.shape = shape;
        this.values = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
        Random random = new Random(1);
        for (int index = 0; index < values.length; index++) {
            values[index] = (float) random.nextGaussian();
        }
    }

    public static void main(String[] arguments) throws IOException, OrtException {
        if (arguments.length == 0) {
            System.err.println("roentgen bench infer: needs the folder of a model package");
            System.exit(2);
        }
        Path folder = Path.of(arguments[0]);
        ObjectMapper json = JsonMapper.builder()
                .findAndAddModules()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        ModelManifest manifest =
                json.readValue(folder.resolve(ModelPackage.MANIFEST).toFile(), ModelManifest.class);
        byte[] model = Files.readAllBytes(folder.resolve(ModelPackage.MODEL));
        List<String> sizes = List.of(arguments).subList(1, arguments.length);
        new InferenceBench(shape(manifest, sizes)).run(manifest, model);
    }

    private static long[] shape(ModelManifest manifest, List<String> sizes) {
        List<Long> declared = manifest.inputs().getFirst().shape();
        long[] shape = new long[declared.size()];
        int given = 0;
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = axis == 0 ? 1 : declared.get(axis);
            if (shape[axis] < 0) {
                shape[axis] = given < sizes.size() ? Long.parseLong(sizes.get(given++)) : SIZE;
            }
        }
        return shape;
    }

    private void run(ModelManifest manifest, byte[] model) throws OrtException {
        double[] ratios = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        try (LoadedModel worker = LoadedModel.open(model, manifest, Device.cpu());
                OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session = environment.createSession(model, options)) {
            String input = session.getInputNames().iterator().next();
            rate(() -> worker.scores(values, shape));
            rate(() -> bare(session, input));
            for (int round = 0; round < ROUNDS; round++) {
                double through = rate(() -> worker.scores(values, shape));
                bare[round] = rate(() -> bare(session, input));
                ratios[round] = through / bare[round];
            }
        }
        Arrays.sort(ratios);
        Arrays.sort(bare);
        System.out.printf(
                Locale.ROOT,
                "%s, input %s: bare session %.1f calls/s, worker : bare %.3f (median of %d rounds of %.0f s)%n",
                manifest.name(),
                Arrays.toString(shape),
                bare[ROUNDS / 2],
                ratios[ROUNDS / 2],
                ROUNDS,
                SECONDS);
    }

    /** Makes the tensor, runs, and copies the scores out, as anyone must who wants to use them. */
    private float[] bare(OrtSession session, String input) throws OrtException {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            return ((OnnxTensor) result.get(0)).getFloatBuffer().array();
        }
    }

    /** One call of a model. */
    @FunctionalInterface
    private interface Call {
        float[] run() throws OrtException;
    }

    private static double rate(Call call) throws OrtException {
        long begin = System.nanoTime();
        int calls = 0;
        double elapsed = 0;
        while (elapsed < SECONDS) {
            calls += call.run().length > 0 ? 1 : 0;
            elapsed = (System.nanoTime() - begin) / 1e9;
        }
        return calls / elapsed;
    }
}
