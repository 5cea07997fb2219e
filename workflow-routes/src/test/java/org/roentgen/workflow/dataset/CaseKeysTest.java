package org.roentgen.workflow.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.roentgen.domain.dataset.ImageEncoding;
import org.roentgen.domain.dataset.ImageReference;
import org.roentgen.domain.dataset.KeyUse;
import org.roentgen.domain.dataset.KeyVersion;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.imaging.quality.QualityFinding;
import org.roentgen.imaging.quality.QualityFinding.Kind;
import org.roentgen.imaging.quality.QualityFinding.Severity;

/** Cases whose pseudonyms were made with several keys. */
class CaseKeysTest {
    private static ImportedCase imported(String id, Optional<KeyVersion> key) {
        return new ImportedCase(
                new ImportedCase.CaseIdentity(id, "P" + id, id, Map.of(), key),
                Optional.empty(),
                new ImageReference(new ObjectId("0".repeat(64)), ImageEncoding.NIFTI, 0),
                ReferenceStandard.ofClass(0),
                "",
                id);
    }

    private static ImportedCase imported(String id, String project, int version) {
        return imported(id, Optional.of(new KeyVersion(project, version)));
    }

    @Test
    void casesAreCountedByKeyAndThoseWithoutAreLeftOut() {
        assertThat(CaseKeys.of(List.of(
                        imported("1", "lung", 2),
                        imported("2", "brain", 10),
                        imported("3", "lung", 2),
                        imported("4", Optional.empty()))))
                .containsExactly(new KeyUse("brain", 10, 1), new KeyUse("lung", 2, 2));
    }

    @Test
    void severalVersionsOfTheKeyOfAProjectAreAHarmfulFinding() {
        List<QualityFinding> findings = CaseKeys.mixed(List.of(
                imported("1", "lung", 9),
                imported("2", "lung", 10),
                imported("3", "lung", 2),
                imported("4", "brain", 1)));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.MIXED_KEYS);
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.cases()).containsExactly("3", "1");
            assertThat(finding.message()).contains("versions [2, 9, 10]", "'lung'");
        });
    }

    @Test
    void oneVersionOfEachProjectIsNone() {
        assertThat(CaseKeys.mixed(List.of(
                        imported("1", "lung", 2),
                        imported("2", "brain", 1),
                        imported("3", "lung", 2),
                        imported("4", Optional.empty()))))
                .isEmpty();
    }
}
