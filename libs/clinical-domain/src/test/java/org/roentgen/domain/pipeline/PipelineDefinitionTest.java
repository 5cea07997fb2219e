package org.roentgen.domain.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineDefinitionTest {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final String FULL = """
            {"match": {"modality": ["MR"], "seriesDescription": "crop", "minimumInstances": 5},
             "steps": [{"kind":"QUALITY_GATE","minimumSlices":5,"maximumSpacingDeviation":0.1},
                       {"kind":"DEIDENTIFY","profile":"basic"},
                       {"kind":"INFER","model":"hippocampus","priority":"STAT"},
                       {"kind":"RELINK"}, {"kind":"REVIEW"}, {"kind":"DELIVER","destination":"pacs"}]}
            """;

    @Test
    void isTheSameAfterARoundTripThroughJson() throws Exception {
        PipelineDefinition definition = MAPPER.readValue(FULL, PipelineDefinition.class);
        String written = MAPPER.writeValueAsString(definition);
        assertThat(MAPPER.readValue(written, PipelineDefinition.class)).isEqualTo(definition);
        assertThat(definition.problems()).isEmpty();
        assertThat(written).contains("\"kind\":\"QUALITY_GATE\"").doesNotContain("stepKind", "problems");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    QUALITY_GATE                        |
                    QUALITY_GATE DEIDENTIFY INFER RELINK|
                    INFER DEIDENTIFY                    | the order is
                    INFER                               | INFER needs a step DEIDENTIFY
                    DEIDENTIFY INFER REVIEW             | REVIEW needs a step RELINK
                    DELIVER                             | DELIVER needs a step RELINK
                    QUALITY_GATE QUALITY_GATE           | stands twice
                    DEIDENTIFY INFER RELINK DELIVER DELIVER|
                    """)
    void stepsStandInTheirOrder(String kinds, String problem) throws Exception {
        String steps = Stream.of(kinds.split(" "))
                .map(kind -> "{\"kind\":\"" + kind + "\",\"model\":\"m\",\"destination\":\"d\"}")
                .collect(Collectors.joining(","));
        PipelineDefinition definition = MAPPER.readValue(
                "{\"match\":{\"modality\":[\"MR\"]},\"steps\":[" + steps + "]}", PipelineDefinition.class);
        if (problem == null) {
            assertThat(definition.problems()).isEmpty();
        } else {
            assertThat(definition.problems())
                    .anySatisfy(line -> assertThat(line).contains(problem));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"modality":["MR"]}                                | true
                    {"modality":["CT"]}                                | false
                    {"seriesDescription":"^hippo"}                     | true
                    {"seriesDescription":"^crop"}                      | false
                    {"bodyPart":"brain"}                               | true
                    {"sourceAeTitle":["SCANNER1"]}                     | true
                    {"sourceAeTitle":["SCANNER2"]}                     | false
                    {"modality":["MR"],"minimumInstances":40}          | true
                    {"modality":["MR"],"minimumInstances":41}          | false
                    """)
    void everyConditionMustHold(String match, boolean accepted) throws Exception {
        var candidate = new SeriesMatch.Candidate("MR", "Hippocampus crop", "BRAIN", "SCANNER1", 40);
        assertThat(MAPPER.readValue(match, SeriesMatch.class).accepts(candidate))
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"seriesDescription":"(a"}           | not a regular expression
                    {"modality":["MR"],"minimumInstances":0} | at least 1
                    {}                                   | takes every series
                    """)
    void anInvalidMatchIsNamed(String match, String problem) throws Exception {
        assertThat(MAPPER.readValue(match, SeriesMatch.class).problems())
                .anySatisfy(line -> assertThat(line).contains(problem));
    }
}
