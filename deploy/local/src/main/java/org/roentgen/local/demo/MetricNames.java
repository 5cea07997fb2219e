package org.roentgen.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Metrics as people read them. */
public final class MetricNames {
    private static final Pattern OF_A_LABEL = Pattern.compile("(.+)\\.(\\d+)");

    private MetricNames() {}

    /**
     * {@code dice.1} of a model whose label 1 is the liver is {@code dice[liver]}.
     *
     * @param labels of the model version or the training run; what it does not name stays as it is
     */
    public static String of(String metric, JsonNode labels) {
        Matcher parts = OF_A_LABEL.matcher(metric);
        if (!parts.matches()) {
            return metric;
        }
        for (JsonNode label : labels) {
            if (label.path("value").asText().equals(parts.group(2))) {
                return parts.group(1) + "[" + label.path("name").asText() + "]";
            }
        }
        return metric;
    }
}
