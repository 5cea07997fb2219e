package org.roentgen.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConformanceTest {
    /** Files whose own bytes break a rule, so that writing them well differs from what they were. */
    private static final Set<String> NOT_WELL_FORMED = Set.of(
            "chrJapMulti.dcm", // group length
            "693_J2KI.dcm", // group length
            "SC_rgb_jpeg.dcm", // implicit data set under an explicit transfer syntax
            "meta_missing_tsyntax.dcm",
            "nested_priv_SQ.dcm", // odd length
            "image_dfl.dcm"); // bytes after the deflated stream

    @Test
    void writesWellFormedFilesByteByByte() throws IOException {
        List<String> different = new ArrayList<>();
        int same = 0;
        for (Path path : SharedData.files("dicom-conformance")) {
            try {
                DicomFile file = DicomFile.read(path);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                file.write(out);
                if (java.util.Arrays.equals(out.toByteArray(), Files.readAllBytes(path))) {
                    same++;
                } else if (file.meta().preamble().length() > 0) {
                    different.add(path.getFileName().toString());
                }
            } catch (MalformedDicomException e) {
                assertThat(e.rule()).isIn(Rule.NOT_DICOM, Rule.TRUNCATED);
            }
        }
        assertThat(different).isSubsetOf(NOT_WELL_FORMED);
        assertThat(same).isGreaterThan(170);
    }

    @Test
    void readsEveryDicomFileLeniently() throws IOException {
        List<String> refused = new ArrayList<>();
        for (Path path : SharedData.files("dicom-conformance")) {
            try {
                DicomFile.read(path, ReadOptions.LENIENT);
            } catch (MalformedDicomException e) {
                assertThat(e.rule()).isEqualTo(Rule.NOT_DICOM);
                if (path.toString().endsWith(".dcm")) {
                    refused.add(path.getFileName().toString());
                }
            }
        }
        // The first byte of this file is missing, so that no element stands at a place that can be told.
        assertThat(refused).containsExactly("no_meta.dcm");
    }
}
