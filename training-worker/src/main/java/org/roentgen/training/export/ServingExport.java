package org.roentgen.training.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.domain.model.ParityReport;
import org.roentgen.imaging.prediction.InferencePlan;
import org.roentgen.imaging.recipe.Recipe;
import org.roentgen.imaging.recipe.RecipeJson;
import org.roentgen.training.evaluation.Variant;

/**
 * {@code roentgen model export --tail}: writes a package for other systems, whose graph gives probabilities, or labels too, and takes
 * images before their normalisation where so wanted. It is not signed, so that no worker takes it for a registered model. Ends with
 * 0, or with 2 after naming what is wrong.
 */
public final class ServingExport {
    private static final Set<String> LEFT_OUT =
            Set.of(ModelPackage.SIGNATURE, ModelPackage.WEIGHTS, Variant.HALF, Variant.INT8);

    private final PrintStream out;
    private final PrintStream err;
    private final ObjectMapper json = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .build();

    ServingExport(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(new ServingExport(System.out, System.err).run(List.of(arguments)));
    }

    /** @param words the package, the file to write, {@code probabilities} or {@code labels}, and {@code normalisation} if wanted */
    int run(List<String> words) {
        try {
            if (words.size() < 3
                    || words.size() > 4
                    || !Set.of("probabilities", "labels").contains(words.get(2))) {
                throw new ExportException(
                        "--tail takes probabilities or labels; --with-normalisation may stand beside it");
            }
            export(Path.of(words.get(0)), Path.of(words.get(1)), words.get(2).equals("labels"), words.size() == 4);
            return 0;
        } catch (ExportException | IllegalArgumentException | RoentgenException | IOException e) {
            err.println("roentgen model export: " + e.getMessage());
            return 2;
        }
    }

    private void export(Path source, Path target, boolean labels, boolean normalisation)
            throws ExportException, IOException {
        PackageZip files = PackageZip.read(source);
        ModelManifest manifest = json.readValue(files.entry(ModelPackage.MANIFEST), ModelManifest.class);
        InferencePlan plan = json.convertValue(manifest.inference(), InferencePlan.class);
        Recipe recipe = json.convertValue(manifest.recipe(), Recipe.class);
        ServingGraph form = ServingGraph.of(manifest, plan, recipe, labels, normalisation);
        byte[] model = files.entry(ModelPackage.MODEL);
        byte[] graph = form.graph(model);
        ParityReport parity = new GraphParity(form).check(model, graph);
        Map<String, byte[]> entries = new TreeMap<>(files.entries());
        entries.keySet().removeAll(LEFT_OUT);
        entries.put(ModelPackage.MODEL, graph);
        entries.put(
                ModelPackage.MANIFEST, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(describe(form, parity)));
        String card = new String(files.entry(ModelPackage.CARD), StandardCharsets.UTF_8) + GraphCard.of(form, parity);
        entries.put(ModelPackage.CARD, card.getBytes(StandardCharsets.UTF_8));
        new PackageZip(entries).write(target);
        out.println(manifest.name() + " with " + GraphCard.outputs(form) + " is in " + target);
    }

    private ModelManifest describe(ServingGraph form, ParityReport parity) throws IOException {
        ModelManifest manifest = form.manifest();
        Map<String, Object> inference = new TreeMap<>(manifest.inference());
        inference.put("activation", InferencePlan.Activation.NONE.name());
        List<String> warnings = new ArrayList<>(manifest.warnings());
        warnings.add("Exported for other systems and not signed: the platform's workers do not run it.");
        return new ModelManifest(
                manifest.schemaVersion(),
                manifest.name(),
                manifest.task(),
                manifest.network(),
                List.of(form.input()),
                form.outputs(),
                manifest.labels(),
                json.readValue(RecipeJson.write(form.steps().outside()), new TypeReference<>() {}),
                inference,
                manifest.operatingPoint(),
                manifest.datasetManifest(),
                manifest.trainingRun(),
                parity,
                manifest.codeVersion(),
                manifest.software(),
                manifest.intendedUse(),
                warnings,
                manifest.createdAt());
    }
}
