package org.roentgen.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.roentgen.domain.dataset.DatasetCase;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.dataset.ImageEncoding;
import org.roentgen.domain.dataset.ImageReference;
import org.roentgen.domain.dataset.Split;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.object.ObjectId;

class FoldsTest {
    private static final int PATIENTS = 40;

    @Test
    void eachPatientIsTunedOnOnceAndEachFoldHasTheClasses() {
        DatasetManifest data = data(PATIENTS);
        Set<String> tuned = new HashSet<>();
        for (int fold = 0; fold < 5; fold++) {
            DatasetManifest seen = Folds.of(data, 5, fold, 7);
            Set<String> tune = patients(seen, Split.TUNE);
            assertThat(patients(seen, Split.TRAIN)).doesNotContainAnyElementsOf(tune);
            assertThat(patients(seen, Split.TEST)).isEqualTo(patients(data, Split.TEST));
            assertThat(tuned).doesNotContainAnyElementsOf(tune);
            tuned.addAll(tune);
            assertThat(seen.cases().stream()
                            .filter(each ->
                                    each.split() == Split.TUNE && each.label().orElseThrow() == 1)
                            .map(DatasetCase::patient)
                            .distinct())
                    .as("patients of the rare class in fold %d", fold)
                    .hasSizeBetween(1, 3);
        }
        assertThat(tuned).hasSize(PATIENTS - PATIENTS / 5);
    }

    @Test
    void theSeedDecides() {
        DatasetManifest data = data(PATIENTS);
        assertThat(Folds.of(data, 3, 1, 7)).isEqualTo(Folds.of(data, 3, 1, 7));
        assertThat(Folds.of(data, 3, 1, 7)).isNotEqualTo(Folds.of(data, 3, 1, 8));
    }

    @Test
    void fewerPatientsThanFoldsAreRefused() {
        assertThatThrownBy(() -> Folds.of(data(5), 5, 0, 1))
                .hasMessageContaining("There are 4 patients outside of the test split for 5 folds");
    }

    private static Set<String> patients(DatasetManifest data, Split split) {
        return data.cases().stream()
                .filter(each -> each.split() == split)
                .map(DatasetCase::patient)
                .collect(Collectors.toSet());
    }

    /** Two images of each patient; every fourth has class 1, every fifth is in the test split. */
    private static DatasetManifest data(int patients) {
        List<DatasetCase> cases = new ArrayList<>();
        for (int index = 0; index < 2 * patients; index++) {
            int patient = index / 2;
            cases.add(new DatasetCase(
                    "case-" + index,
                    "patient-" + patient,
                    patient % 5 == 0 ? Split.TEST : patient % 5 == 1 ? Split.TUNE : Split.TRAIN,
                    new ImageReference(new ObjectId("0".repeat(64)), ImageEncoding.NIFTI, 0),
                    Optional.empty(),
                    OptionalInt.of(patient % 4 == 0 ? 1 : 0)));
        }
        return new DatasetManifest(1, "folds", Task.CLASSIFICATION, "nifti", List.of(), cases);
    }
}
