package org.roentgen.training.foreign;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roentgen.domain.TrainingRunId;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.event.ModelImported;
import org.roentgen.domain.job.ImportModelJob;
import org.roentgen.domain.model.ForeignModel;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.domain.model.ParityReport;
import org.roentgen.domain.model.Software;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.imaging.prediction.InferencePlan;
import org.roentgen.imaging.recipe.RecipeJson;
import org.roentgen.training.packaging.ModelCard;
import org.roentgen.training.serving.SignedPackage;

/** Tries foreign models and packs those that run. */
public final class ForeignModels {
    private static final double TOLERANCE = 1e-4;

    private final ObjectStore store;
    private final ObjectMapper json;
    private final PrivateKey key;
    private final Software software;

    public ForeignModels(ObjectStore store, ObjectMapper json, PrivateKey key, Software software) {
        this.store = store;
        this.json = json;
        this.key = key;
        this.software = software;
    }

    /** @throws RoentgenException INVALID_MODEL_PACKAGE naming what is wrong with the model or the form, and the fix */
    public ModelImported run(ImportModelJob job) throws IOException {
        ForeignModel form = job.form();
        byte[] model = store.read(job.onnx());
        ModelProto parsed = OnnxFile.check(model);
        InferencePlan plan = readPlan(form.inference());
        checkActivation(form.task(), plan.activation());
        checkRecipe(form.recipe());
        TrialRun.Tensors tensors;
        try (TrialRun trial = new TrialRun(model, form, plan)) {
            tensors = trial.run();
        }
        ObjectId served = parsed.getGraph().getOutputCount() == 1
                ? job.onnx()
                : store.put(OnnxFile.withOutput(parsed, tensors.output().name()));
        return new ModelImported(job.jobId(), Instant.now(), pack(job, tensors, served));
    }

    private InferencePlan readPlan(Map<String, Object> plan) {
        try {
            return json.convertValue(plan, InferencePlan.class);
        } catch (IllegalArgumentException e) {
            throw OnnxFile.refused("The inference plan of the form cannot be read: " + e.getMessage());
        }
    }

    private static void checkActivation(Task task, InferencePlan.Activation activation) {
        InferencePlan.Activation wrong = task == Task.MULTI_LABEL_CLASSIFICATION
                ? InferencePlan.Activation.SOFTMAX
                : InferencePlan.Activation.SIGMOID;
        if (activation == wrong) {
            throw OnnxFile.refused("The activation " + activation + " does not suit a " + task + ": choose "
                    + ofLogits(task) + " for logits, NONE for probabilities");
        }
    }

    /** What makes probabilities of a task's logits. */
    static InferencePlan.Activation ofLogits(Task task) {
        return task == Task.MULTI_LABEL_CLASSIFICATION
                ? InferencePlan.Activation.SIGMOID
                : InferencePlan.Activation.SOFTMAX;
    }

    private void checkRecipe(Map<String, Object> recipe) throws IOException {
        try {
            RecipeJson.read(json.writeValueAsString(recipe));
        } catch (IllegalArgumentException e) {
            throw OnnxFile.refused("The preprocessing recipe of the form cannot be read: " + e.getMessage());
        }
    }

    private ObjectId pack(ImportModelJob job, TrialRun.Tensors tensors, ObjectId served) throws IOException {
        ForeignModel form = job.form();
        DatasetManifest unknown =
                new DatasetManifest(1, form.origin(), form.task(), "foreign", form.labels(), List.of());
        ModelManifest manifest = new ModelManifest(
                1,
                form.name(),
                form.task(),
                form.origin(),
                List.of(tensors.input()),
                List.of(tensors.output()),
                form.labels(),
                form.recipe(),
                form.inference(),
                form.operatingPoint(),
                store.put(json.writeValueAsBytes(unknown)),
                new TrainingRunId(job.jobId().value()),
                new ParityReport(0, TOLERANCE, 0),
                software.platform(),
                software.components(),
                form.intendedUse(),
                List.of(
                        "Trained elsewhere (" + form.origin() + "): not evaluated here yet.",
                        "Results must be reviewed by a qualified reader before any clinical use."),
                Instant.now());
        Map<String, ObjectId> entries = new TreeMap<>();
        entries.put(ModelPackage.MODEL, served);
        entries.put(ModelPackage.MANIFEST, store.put(json.writeValueAsBytes(manifest)));
        entries.put(
                ModelPackage.EVALUATION,
                store.put("{\"metrics\":{},\"caseCount\":0}".getBytes(StandardCharsets.UTF_8)));
        entries.put(ModelPackage.CARD, store.put(ModelCard.ofForeign(manifest).getBytes(StandardCharsets.UTF_8)));
        return SignedPackage.seal(entries, store, json, key);
    }
}
