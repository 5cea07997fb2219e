package org.roentgen.workflow.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roentgen.domain.dataset.DatasetCase;
import org.roentgen.imaging.quality.QualityFinding;
import org.roentgen.imaging.quality.QualityFinding.Kind;
import org.roentgen.imaging.quality.QualityFinding.Severity;
import org.roentgen.imaging.quality.QualityReport;
import org.roentgen.workflow.support.BackingServices;
import org.roentgen.workflow.support.PhantomUpload;
import org.roentgen.workflow.support.QuietSchedules;
import org.roentgen.workflow.support.Uploads;

/** Uploads with planted faults: the report of the version names each by its case. */
@QuarkusTest
@TestProfile(QuietSchedules.class)
@WithTestResource(BackingServices.class)
class PlantedFaultsTest {
    @Inject
    Imports imports;

    @Test
    void soundVolumesAreLeftInPeace() throws IOException {
        UUID id = imports.request("NIFTI", "{}", new PhantomUpload().sound(24).zip());
        imports.run(id);
        assertThat(imports.quality(id).findings()).isEmpty();
    }

    @Test
    void everyPlantedFaultOfVolumesIsReported() throws IOException {
        PhantomUpload upload = new PhantomUpload().sound(26);
        upload.inTwoSplits("case-03", "case-04");
        upload.flipped("case-05");
        upload.swapped("case-07");
        upload.maskFlipped("case-11");
        upload.copied("case-08", "copy", 0);
        upload.copied("case-09", "nearly", 6);
        UUID id = imports.request("NIFTI", "{}", upload.zip());
        imports.run(id);
        assertThat(imports.state(id)).isEqualTo("COMPLETED");
        assertThat(imports.problems(id)).extracting(Problem::rule).anySatisfy(rule -> assertThat(rule)
                .isEqualTo("its patient is in the splits TRAIN and TEST"));
        QualityReport report = imports.quality(id);
        assertFinding(report, Kind.PATIENT_IN_TWO_SPLITS, Severity.HIGH, "case-03", "case-04");
        assertFinding(report, Kind.MIRRORED, Severity.MEDIUM, "case-05");
        assertFinding(report, Kind.SWAPPED_LABELS, Severity.MEDIUM, "case-07");
        assertFinding(report, Kind.MIRRORED, Severity.MEDIUM, "case-11");
        assertFinding(report, Kind.DUPLICATE, Severity.HIGH, "case-08", "copy");
        assertFinding(report, Kind.NEAR_DUPLICATE, Severity.HIGH, "case-09", "nearly");
        assertThat(report.findings().stream()
                        .flatMap(finding -> finding.cases().stream())
                        .distinct())
                .containsExactlyInAnyOrder(
                        "case-03", "case-04", "case-05", "case-07", "case-08", "copy", "case-09", "nearly", "case-11");
        assertThat(report.pictures()).containsKeys("case-05", "copy", "nearly");
    }

    @Test
    void everyPlantedFaultOfPicturesIsReported() throws IOException {
        Uploads uploads = new Uploads();
        List<String> rows = new ArrayList<>(List.of("file,patient,split,label"));
        for (int index = 0; index < 120; index++) {
            int truth = index % 2;
            String name = "x%03d.png".formatted(index);
            uploads.add(name, PhantomUpload.picture(truth, index));
            int said = index == 10 || index == 51 ? 1 - truth : truth;
            rows.add(name + ",p" + (index == 90 ? 1 : index) + "," + splitOf(index) + ",class" + said);
        }
        uploads.add("again.png", PhantomUpload.picture(0, 20));
        rows.add("again.png,q1,test,class0");
        uploads.add("labels.csv", String.join("\n", rows).getBytes(StandardCharsets.UTF_8));
        UUID id = imports.request("IMAGE_FOLDER", "{}", uploads.zip());
        imports.run(id);
        assertThat(imports.state(id)).isEqualTo("COMPLETED");
        QualityReport report = imports.quality(id);
        assertFinding(report, Kind.PATIENT_IN_TWO_SPLITS, Severity.HIGH, "x001.png", "x090.png");
        assertFinding(report, Kind.DUPLICATE, Severity.HIGH, "x020.png", "again.png");
        assertFinding(report, Kind.DOUBTFUL_LABEL, Severity.MEDIUM, "x010.png");
        assertFinding(report, Kind.DOUBTFUL_LABEL, Severity.MEDIUM, "x051.png");
        assertThat(report.findings()).hasSize(4);
        assertThat(imports.manifest(id).cases()).extracting(DatasetCase::id).contains("again.png");
    }

    private static String splitOf(int index) {
        return index < 80 ? "train" : index < 100 ? "tune" : "test";
    }

    private static void assertFinding(QualityReport report, Kind kind, Severity severity, String... cases) {
        assertThat(report.findings())
                .as("%s of %s", kind, List.of(cases))
                .filteredOn(QualityFinding::kind, kind)
                .anySatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(severity);
                    assertThat(finding.cases()).containsExactlyInAnyOrder(cases);
                    assertThat(finding.fix()).isNotBlank();
                });
    }
}
