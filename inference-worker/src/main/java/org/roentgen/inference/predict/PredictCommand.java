package org.roentgen.inference.predict;

import ai.djl.Device;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.inference.engine.LoadedModel;

/**
 * {@code roentgen predict}: runs a model package on files as the inference worker runs it on series. Ends with 0 when every input
 * has its result, else with 2 after naming what is wrong.
 */
public final class PredictCommand {
    private static final int DONE = 0;
    private static final int FAILED = 2;

    private final Path home;
    private final PrintStream out;
    private final PrintStream err;
    private final ObjectMapper json = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @param home the folder of the local stack, whose key and packages are used where there are any */
    PredictCommand(Path home, PrintStream out, PrintStream err) {
        this.home = home;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        Path home = Path.of(Optional.ofNullable(System.getenv("ROENTGEN_HOME")).orElse(".roentgen"));
        System.exit(new PredictCommand(home, System.out, System.err).run(List.of(arguments)));
    }

    int run(List<String> words) {
        try {
            return predict(PredictArguments.parse(words));
        } catch (PredictException e) {
            err.println("roentgen predict: " + e.getMessage());
            return FAILED;
        }
    }

    private int predict(PredictArguments arguments) throws PredictException {
        long begin = System.nanoTime();
        PackageFiles files = PackageFiles.open(arguments.model(), home.resolve("objects/deidentified"), json);
        verify(files, arguments);
        ModelManifest manifest = files.manifest(json);
        try (LoadedModel model = load(files, manifest)) {
            Results results = new Results(arguments.output());
            Predictions predictions = new Predictions(model, json, results, err);
            List<Input> inputs = Inputs.find(arguments.input(), predictions.takesVolumes(), arguments.array(), err);
            int failures = predictions.run(inputs);
            out.printf(
                    "%d of %d predicted with %s in %.1f s: %s%n",
                    inputs.size() - failures,
                    inputs.size(),
                    manifest.name(),
                    (System.nanoTime() - begin) / 1e9,
                    arguments.output());
            manifest.labels().forEach(label -> out.println("  " + label.value() + " = " + label.name()));
            return failures == 0 ? DONE : FAILED;
        }
    }

    private void verify(PackageFiles files, PredictArguments arguments) throws PredictException {
        if (!arguments.checksSignature()) {
            return;
        }
        Path key = arguments.key().orElse(home.resolve("keys/signing-public.pem"));
        if (arguments.key().isEmpty() && !Files.exists(key)) {
            err.println("roentgen predict: the signature is not checked, for there is no " + key
                    + "; give the maker's key with --key");
            return;
        }
        files.verify(key);
    }

    private static LoadedModel load(PackageFiles files, ModelManifest manifest) throws PredictException {
        try {
            return LoadedModel.open(files.model(), manifest, Device.cpu());
        } catch (RoentgenException e) {
            throw new PredictException(files.name() + ": " + e.getMessage(), e);
        }
    }
}
