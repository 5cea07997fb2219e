package org.roentgen.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricNamesTest {
    private static final JsonNode LABELS = new ObjectMapper()
            .valueToTree(
                    List.of(Map.of("value", 0, "name", "background"), Map.of("value", 1, "name", "Anterior horn")));

    @ParameterizedTest
    @CsvSource({
        "dice.1, dice[Anterior horn]",
        "tuneDice.0, tuneDice[background]",
        "fold2.tuneDice.1, fold2.tuneDice[Anterior horn]",
        "dice.10, dice.10",
        "dice, dice",
        "folds.tuneAuc, folds.tuneAuc"
    })
    void theNumberOfALabelBecomesItsName(String metric, String name) {
        assertThat(MetricNames.of(metric, LABELS)).isEqualTo(name);
    }
}
