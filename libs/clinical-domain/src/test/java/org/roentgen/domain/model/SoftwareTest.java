package org.roentgen.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftwareTest {
    @ParameterizedTest
    @CsvSource({
        "0e2a038c01bb, false, 0e2a038c01bb",
        "0e2a038c01bb, true, 0e2a038c01bb-dirty",
        "${git.commit.id.abbrev}, ${git.dirty}, unknown",
        "'', '', unknown"
    })
    void aBuildNamesItsCommit(String commit, String dirty, String expected) {
        assertThat(Software.commit(commit, dirty)).isEqualTo(expected);
    }

    @Test
    void theRuntimeAndTheCommitStandBesideTheLibraries() {
        Software software = Software.of("1.2", Map.of("onnxruntime", "1.29.0"));
        assertThat(software.platform()).isEqualTo("1.2");
        assertThat(software.components()).containsOnlyKeys("commit", "java", "onnxruntime");
        assertThat(software.all()).containsOnlyKeys("commit", "java", "onnxruntime", "platform");
        assertThat(software.components().get("commit")).matches("unknown|[0-9a-f]{12}(-dirty)?");
    }
}
