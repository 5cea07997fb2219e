package org.roentgen.training.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.domain.model.ParityReport;
import org.roentgen.domain.model.ServingForm;
import org.roentgen.imaging.prediction.InferencePlan;
import org.roentgen.imaging.recipe.Recipe;
import org.roentgen.imaging.recipe.RecipeJson;
import org.roentgen.training.evaluation.Variant;

/**
 * A package for other systems, whose graph gives probabilities, or labels too, and takes images before their normalisation where so
 * wanted. It is not signed, so that no worker takes it for a registered model.
 *
 * @param files its entries
 * @param summary what it is, for people
 */
record ServingPackage(PackageZip files, String summary) {
    private static final Set<String> LEFT_OUT =
            Set.of(ModelPackage.SIGNATURE, ModelPackage.WEIGHTS, Variant.HALF, Variant.INT8);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .build();

    /** @throws ExportException when the package cannot be exported in this form, with the fix */
    static ServingPackage of(PackageZip source, ServingForm asked) throws ExportException, IOException {
        ModelManifest manifest = JSON.readValue(source.entry(ModelPackage.MANIFEST), ModelManifest.class);
        InferencePlan plan = JSON.convertValue(manifest.inference(), InferencePlan.class);
        Recipe recipe = JSON.convertValue(manifest.recipe(), Recipe.class);
        boolean labels = asked.tail() == ServingForm.Tail.LABELS;
        ServingGraph form = ServingGraph.of(manifest, plan, recipe, labels, asked.normalisation());
        byte[] model = source.entry(ModelPackage.MODEL);
        byte[] graph = form.graph(model);
        ParityReport parity = new GraphParity(form).check(model, graph);
        Map<String, byte[]> entries = new TreeMap<>(source.entries());
        entries.keySet().removeAll(LEFT_OUT);
        entries.put(ModelPackage.MODEL, graph);
        entries.put(
                ModelPackage.MANIFEST, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(describe(form, parity)));
        String card = new String(source.entry(ModelPackage.CARD), StandardCharsets.UTF_8) + GraphCard.of(form, parity);
        entries.put(ModelPackage.CARD, card.getBytes(StandardCharsets.UTF_8));
        return new ServingPackage(new PackageZip(entries), manifest.name() + " with " + GraphCard.outputs(form));
    }

    private static ModelManifest describe(ServingGraph form, ParityReport parity) throws IOException {
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
                JSON.readValue(RecipeJson.write(form.steps().outside()), new TypeReference<>() {}),
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
