package org.roentgen.api.modelimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.model.ModelName;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.model.ForeignModel;

/** Reads what a person says of a foreign model, and fills in what may be left out. */
@ApplicationScoped
class ImportForm {
    private final ObjectMapper mapper;

    ImportForm(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** @throws ProblemException 400 naming the field, the rule and the fix */
    ForeignModel read(@Nullable String json) {
        if (json == null || json.isBlank()) {
            throw ProblemException.invalid(
                    "manifest is missing: give name, origin, task, labels, recipe and inference as JSON");
        }
        ForeignModel form = parse(json);
        List<String> missing = new ArrayList<>();
        addMissing(missing, "name", form.name());
        addMissing(missing, "origin", form.origin());
        addMissing(missing, "task", form.task());
        addMissing(missing, "recipe", form.recipe());
        addMissing(missing, "inference", form.inference());
        addMissing(missing, "intendedUse", form.intendedUse());
        if (!missing.isEmpty()) {
            throw ProblemException.invalid("manifest lacks " + String.join(", ", missing) + ": fill them in");
        }
        ModelName.check("manifest.name", form.name());
        checkLabels(form.task(), form.labels());
        if (!form.recipe().containsKey("steps")) {
            throw ProblemException.invalid(
                    "manifest.recipe has no steps: give {\"schemaVersion\": 1, \"steps\": [...]}");
        }
        for (String needed : List.of("mode", "activation", "cleanup")) {
            if (!form.inference().containsKey(needed)) {
                throw ProblemException.invalid(
                        "manifest.inference has no " + needed
                                + ": give mode (WHOLE, SLICE_WISE, SLIDING_WINDOW), activation (SOFTMAX, SIGMOID, NONE) and cleanup (NONE)");
            }
        }
        return form;
    }

    private ForeignModel parse(String json) {
        try {
            return mapper.readValue(json, ForeignModel.class);
        } catch (JsonProcessingException e) {
            throw ProblemException.invalid("manifest cannot be read: " + e.getOriginalMessage());
        }
    }

    private static void addMissing(List<String> missing, String name, @Nullable Object value) {
        if (value == null || value.equals("") || value.equals(Map.of())) {
            missing.add(name);
        }
    }

    private static void checkLabels(Task task, List<LabelDefinition> labels) {
        int fewest = task == Task.MULTI_LABEL_CLASSIFICATION ? 1 : 2;
        if (labels.size() < fewest) {
            throw ProblemException.invalid("manifest.labels has " + labels.size() + " entries: name at least " + fewest
                    + (task == Task.SEGMENTATION ? ", the background first" : ""));
        }
        for (int place = 0; place < labels.size(); place++) {
            if (labels.get(place).value() != place) {
                throw ProblemException.invalid("manifest.labels[" + place + "] has the value "
                        + labels.get(place).value() + ": number them from 0 in the order of the output's channels");
            }
        }
    }
}
