package org.roentgen.api.dataset;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.roentgen.api.Json;

/**
 * A class, a finding or a part of a mask. Figures whose names end in {@code .N}, such as {@code dice.1} and {@code auc.0}, are those of
 * the label with the value N.
 */
public record LabelView(int value, String name) {
    private static final TypeReference<List<LabelView>> LABELS = new TypeReference<>() {};

    /** Those of a column of label definitions. */
    public static List<LabelView> of(String column, Json json) {
        return json.read(column, LABELS);
    }
}
