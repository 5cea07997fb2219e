package org.roentgen.workflow.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roentgen.domain.dataset.CodedConcept;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.pipeline.StepConfiguration.Deidentify;

/**
 * What the person who imports may choose.
 *
 * @param labels empty: taken from the data
 * @param patients patient of each file, by the file's name without its extension; a file that is not in it is a patient of
 *     its own
 * @param series which series, for {@link ImportFormat#ARCHIVE}
 * @param profile that series of the archive are de-identified with
 */
public record ImportOptions(
        Optional<Task> task,
        List<LabelDefinition> labels,
        long seed,
        SplitFractions split,
        Map<String, String> patients,
        SeriesSelection series,
        String profile) {
    private static final long DEFAULT_SEED = 20_260_101L;

    public ImportOptions {
        labels = List.copyOf(labels);
        patients = Map.copyOf(patients);
    }

    /** @throws RoentgenException INVALID_DATASET naming the option, the rule and the fix */
    static ImportOptions parse(JsonNode json, ImportFormat format) {
        return new ImportOptions(
                text(json, "task").map(ImportOptions::task),
                labels(json.path("labels"), firstLabel(format)),
                text(json, "seed").map(ImportOptions::seed).orElse(DEFAULT_SEED),
                text(json, "split").map(SplitFractions::parse).orElse(SplitFractions.DEFAULT),
                strings(json.path("patients")),
                SeriesSelection.parse(json),
                text(json, "profile").orElse(Deidentify.DEFAULT_PROFILE));
    }

    /** Names alone count from 1 in label maps, where 0 is the background, and from 0 for classes. */
    private static int firstLabel(ImportFormat format) {
        return switch (format) {
            case NIFTI, ARCHIVE -> 1;
            case IMAGE_FOLDER, NPZ -> 0;
        };
    }

    private static Task task(String value) {
        for (Task task : Task.values()) {
            if (task.name().equalsIgnoreCase(value)) {
                return task;
            }
        }
        throw invalid(
                "task '" + value + "' is unknown: use CLASSIFICATION, MULTI_LABEL_CLASSIFICATION or SEGMENTATION");
    }

    private static long seed(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw invalid("seed '" + value + "' is not a whole number");
        }
    }

    private static List<LabelDefinition> labels(JsonNode json, int first) {
        List<LabelDefinition> labels = new ArrayList<>();
        for (JsonNode label : json) {
            labels.add(
                    label.isTextual()
                            ? new LabelDefinition(first + labels.size(), label.asText(), Optional.empty())
                            : definition(label));
        }
        if (labels.stream().map(LabelDefinition::value).distinct().count() != labels.size()) {
            throw invalid("labels: two have the same value: give each its own");
        }
        return labels;
    }

    private static LabelDefinition definition(JsonNode json) {
        if (!json.path("value").canConvertToInt() || !json.path("name").isTextual()) {
            throw invalid("labels: each is a name, or an object with a whole number 'value' and a text 'name'");
        }
        JsonNode code = json.path("code");
        return new LabelDefinition(
                json.path("value").asInt(),
                json.path("name").asText(),
                code.isObject()
                        ? Optional.of(new CodedConcept(
                                code.path("value").asText(),
                                code.path("scheme").asText(),
                                code.path("meaning").asText()))
                        : Optional.empty());
    }

    private static Map<String, String> strings(JsonNode json) {
        Map<String, String> values = new HashMap<>();
        json.properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        return values;
    }

    private static Optional<String> text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? Optional.of(value.asText().strip())
                : Optional.empty();
    }

    private static RoentgenException invalid(String message) {
        return new RoentgenException(ErrorCode.INVALID_DATASET, message);
    }
}
