package org.roentgen.training.packaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.job.TrainJob;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.domain.model.ParityReport;
import org.roentgen.domain.model.Software;
import org.roentgen.domain.model.TensorDescription;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.imaging.recipe.RecipeJson;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Network;
import org.roentgen.network.TensorState;
import org.roentgen.network.onnx.OnnxExport;
import org.roentgen.training.evaluation.EvaluationReport;
import org.roentgen.training.evaluation.EvaluationReports;
import org.roentgen.training.evaluation.PackageLoader;
import org.roentgen.training.plan.TrainingPlan;
import org.roentgen.training.serving.SignedPackage;

/** Writes a model package to the object store and signs it. */
public final class ModelPackageWriter {
    private static final int SCHEMA_VERSION = 1;
    private static final int FEW_CASES = 50;
    private static final long DYNAMIC = -1;

    private final ObjectStore store;
    private final ObjectMapper json;
    private final PrivateKey key;
    private final Software software;

    public ModelPackageWriter(ObjectStore store, ObjectMapper json, PrivateKey key, Software software) {
        this.store = store;
        this.json = json;
        this.key = key;
        this.software = software;
    }

    /**
     * What goes into a package.
     *
     * @param files the exported model and what goes with it, by the names of their entries
     */
    public record Content(
            TrainJob job,
            List<LabelDefinition> labels,
            TrainingPlan plan,
            TensorState weights,
            Map<String, byte[]> files,
            ParityReport parity,
            EvaluationReport report) {}

    /** What to add to an evaluation before it is written. */
    public EvaluationReports reports() {
        return new EvaluationReports(store, json, new PackageLoader(store, json, key));
    }

    /** Stores all entries, then the directory that names them; returns the directory's id. */
    public ObjectId write(Content content) throws IOException {
        ModelManifest manifest = manifest(content);
        Map<String, ObjectId> entries = new TreeMap<>();
        entries.put(ModelPackage.MANIFEST, store.put(bytes(manifest)));
        entries.put(ModelPackage.EVALUATION, store.put(bytes(content.report())));
        String card = ModelCard.write(manifest, content.report(), content.plan());
        entries.put(ModelPackage.WEIGHTS, store.put(SourceModel.bytes(content.plan(), content.weights(), json)));
        entries.put(ModelPackage.CARD, store.put(card.getBytes(StandardCharsets.UTF_8)));
        for (Map.Entry<String, byte[]> file : content.files().entrySet()) {
            entries.put(file.getKey(), store.put(file.getValue()));
        }
        return SignedPackage.seal(entries, store, json, key);
    }

    /**
     * The model of a package, to train on from.
     *
     * @throws RoentgenException when the package is not one of this platform, or holds no weights
     */
    public SourceModel read(ObjectId modelPackage) throws IOException {
        SignedPackage signed = SignedPackage.open(modelPackage, store, json, key);
        byte[] weights = signed.find(ModelPackage.WEIGHTS)
                .orElseThrow(() -> new RoentgenException(
                        ErrorCode.INVALID_TRAINING_SPEC,
                        "Model package " + modelPackage + " holds no weights to train on from; choose a model that was"
                                + " trained here"));
        return SourceModel.read(json.readValue(signed.entry(ModelPackage.MANIFEST), ModelManifest.class), weights);
    }

    private byte[] bytes(Object value) throws JsonProcessingException {
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    }

    private ModelManifest manifest(Content content) throws JsonProcessingException {
        TrainingPlan plan = content.plan();
        Network network = plan.program().network();
        boolean dynamic = network.acceptsAnySpatialSize();
        Map<String, Object> recipe = json.readValue(RecipeJson.write(plan.recipe()), new TypeReference<>() {});
        return new ModelManifest(
                SCHEMA_VERSION,
                content.job().modelName(),
                plan.task(),
                plan.network(),
                List.of(describe(OnnxExport.INPUT, network.input(), dynamic)),
                List.of(describe(OnnxExport.OUTPUT, network.output().shape(), dynamic)),
                content.labels(),
                recipe,
                json.convertValue(plan.inference(), new TypeReference<>() {}),
                content.report().evaluation().operatingPoint(),
                content.job().datasetManifest(),
                content.job().trainingRun(),
                content.parity(),
                software.platform(),
                software.components(),
                intendedUse(plan, content.labels()),
                warnings(content),
                Instant.now());
    }

    private static TensorDescription describe(String name, FeatureShape shape, boolean dynamic) {
        List<Long> sizes = new ArrayList<>(List.of(DYNAMIC, (long) shape.channels()));
        shape.spatial().forEach(size -> sizes.add(dynamic ? DYNAMIC : (long) size));
        return new TensorDescription(name, "float32", sizes);
    }

    private static String intendedUse(TrainingPlan plan, List<LabelDefinition> labels) {
        List<String> names = labels.stream()
                .filter(label -> plan.task() != Task.SEGMENTATION || label.value() > 0)
                .map(LabelDefinition::name)
                .toList();
        String what =
                switch (plan.task()) {
                    case CLASSIFICATION -> "Suggests one of the classes ";
                    case MULTI_LABEL_CLASSIFICATION -> "Says of each of the findings whether it is present: ";
                    case SEGMENTATION -> "Outlines and measures ";
                };
        return what + String.join(", ", names) + " on images like those of its dataset version, for review by a"
                + " radiologist. For research; not a medical device.";
    }

    private static List<String> warnings(Content content) {
        List<String> warnings = new ArrayList<>();
        warnings.add("Results must be reviewed by a qualified reader before any clinical use.");
        if (content.report().evaluation().caseCount() < FEW_CASES) {
            warnings.add(
                    "The test split has only " + content.report().evaluation().caseCount()
                            + " cases: see the confidence intervals before trusting a figure.");
        }
        return warnings;
    }
}
