package org.roentgen.training.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.imaging.ImageFormatException;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.metrics.SegmentationMetrics;
import org.roentgen.imaging.prediction.Classifier;
import org.roentgen.imaging.prediction.InferencePlan;
import org.roentgen.imaging.prediction.Segmenter;
import org.roentgen.imaging.recipe.Recipe;
import org.roentgen.training.dataset.PreparedCase;
import org.roentgen.training.serving.OnnxModel;
import org.roentgen.training.task.Evaluation.CaseResult;
import org.roentgen.training.task.LearningTask.CaseImages;

/** A model of a package, run on cases as a hospital would run it. */
public final class PackagedModel implements AutoCloseable {
    private final ModelManifest manifest;
    private final OnnxModel model;
    private final ObjectMapper json;

    PackagedModel(ModelManifest manifest, byte[] network, ObjectMapper json) {
        this.manifest = manifest;
        this.model = new OnnxModel(network);
        this.json = json;
    }

    public ModelManifest manifest() {
        return manifest;
    }

    Recipe recipe() {
        return json.convertValue(manifest.recipe(), Recipe.class);
    }

    private InferencePlan plan() {
        return json.convertValue(manifest.inference(), InferencePlan.class);
    }

    /** Whether the classes are those of a data set, in its order. */
    boolean hasLabels(List<LabelDefinition> labels) {
        return names(manifest.labels()).equals(names(labels));
    }

    private static List<String> names(List<LabelDefinition> labels) {
        return labels.stream().map(LabelDefinition::name).toList();
    }

    /** One result for each case, in their order. */
    List<CaseResult> judge(List<PreparedCase> cases, CaseImages images) {
        return cases.stream()
                .map(each -> manifest.task() == Task.SEGMENTATION
                        ? segmented(each, images.read(each.origin()))
                        : classified(each, images.read(each.origin())))
                .toList();
    }

    private CaseResult classified(PreparedCase each, List<Volume> channels) {
        int classes = manifest.labels().size();
        Classifier classifier =
                new Classifier(recipe(), plan(), manifest.inputs().getFirst().shape(), classes);
        try {
            float[] probabilities = classifier.probabilities(channels, model::predict);
            Map<String, Double> values = new TreeMap<>();
            for (int label = 0; label < classes; label++) {
                values.put(CaseResult.probability(label), (double) probabilities[label]);
                if (manifest.task() == Task.MULTI_LABEL_CLASSIFICATION) {
                    values.put("label." + label, (double) each.target()[label]);
                }
            }
            if (manifest.task() == Task.CLASSIFICATION) {
                values.put("label", (double) Byte.toUnsignedInt(each.target()[0]));
            }
            return new CaseResult(each.origin().id(), values);
        } catch (ImageFormatException e) {
            throw new RoentgenException(
                    ErrorCode.INVALID_DATASET, "Case " + each.origin().id() + ": " + e.getMessage(), e);
        }
    }

    private CaseResult segmented(PreparedCase each, List<Volume> channels) {
        int classes = manifest.labels().size();
        LabelVolume predicted = new Segmenter(recipe(), plan(), classes).segment(channels.getFirst(), model::predict);
        Map<String, Double> values = new TreeMap<>();
        double sum = 0;
        for (int label = 1; label < classes; label++) {
            double dice = SegmentationMetrics.of(predicted, each.reference().orElseThrow(), label)
                    .dice();
            values.put("dice." + label, dice);
            sum += dice;
        }
        values.put("dice", sum / (classes - 1));
        return new CaseResult(each.origin().id(), values);
    }

    @Override
    public void close() {
        model.close();
    }
}
