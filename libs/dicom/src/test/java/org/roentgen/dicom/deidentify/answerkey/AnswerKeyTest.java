package org.roentgen.dicom.deidentify.answerkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.deidentify.DatePolicy;
import org.roentgen.dicom.deidentify.DeidentificationReport;
import org.roentgen.dicom.deidentify.Deidentified;
import org.roentgen.dicom.deidentify.Deidentifier;
import org.roentgen.dicom.deidentify.Option;
import org.roentgen.dicom.deidentify.Profile;
import org.roentgen.dicom.deidentify.Profiles;
import org.roentgen.dicom.deidentify.PseudonymKey;

/** The score against the answer key: no leak, and every action right. */
class AnswerKeyTest {
    private static final PseudonymKey KEY =
            PseudonymKey.of("a key of the answer key test 0001".getBytes(StandardCharsets.US_ASCII));
    private static final List<String> KINDS = List.of(
            Uid.CTImageStorage,
            Uid.MRImageStorage,
            Uid.UltrasoundImageStorage,
            Uid.ComputedRadiographyImageStorage,
            Uid.PositronEmissionTomographyImageStorage,
            Uid.ComprehensiveSRStorage,
            Uid.SegmentationStorage,
            Uid.RTStructureSetStorage,
            Uid.EnhancedMRImageStorage,
            Uid.GrayscaleSoftcopyPresentationStateStorage,
            Uid.KeyObjectSelectionDocumentStorage,
            Uid.TwelveLeadECGWaveformStorage);

    private static Profile profile(String name) {
        if (!name.equals("clean")) {
            return Profiles.named(name);
        }
        return new Profile(
                "clean",
                1,
                Profile.DEFAULT_PROJECT,
                Set.of(
                        Option.CLEAN_DESCRIPTORS,
                        Option.CLEAN_STRUCTURED_CONTENT,
                        Option.CLEAN_GRAPHICS,
                        Option.RETAIN_LONGITUDINAL_MODIFIED_DATES),
                DatePolicy.SHIFT,
                Map.of(),
                List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "longitudinal", "year-only", "research", "clean"})
    void scoresAgainstTheKey(String name) throws IOException {
        Profile profile = profile(name);
        Corpus corpus = new Corpus(new StandardTable());
        Deidentifier deidentifier = new Deidentifier(profile, KEY);
        Score score = new Score();
        List<String> leaks = new ArrayList<>();
        for (int i = 0; i < People.ALL.size(); i++) {
            Planted planted = corpus.make(KINDS.get(i % KINDS.size()), People.ALL.get(i), profile, i);
            DicomFile input = DicomFile.read(
                    new ByteArrayInputStream(
                            written(DicomFile.of(planted.dataSet(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))),
                    ReadOptions.STRICT);
            Deidentified result = deidentifier.apply(input);
            byte[] output = written(result.file());
            score.add(
                    planted,
                    input.dataSet(),
                    DicomFile.read(new ByteArrayInputStream(output), ReadOptions.STRICT)
                            .dataSet());
            LeakScan.find(output, planted.needles()).forEach(needle -> leaks.add(planted.kind() + ": " + needle));
            LeakScan.find(report(profile, result), planted.needles()).forEach(needle -> leaks.add("report: " + needle));
        }
        double right = 1 - score.wrong.size() / (double) score.places;
        System.out.printf(
                "answer key, profile %s: %d places, %.4f %% of the actions right, %d leaks%n",
                name, score.places, 100 * right, leaks.size());

        assertThat(leaks).isEmpty();
        assertThat(score.wrong).isEmpty();
    }

    @Test
    void findsALeakWhereThereIsOne() {
        byte[] bytes = "xxGR\u00dcNWxx".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(LeakScan.find(bytes, Set.of("grünw", "absent"))).containsExactly("grünw");
    }

    private static byte[] written(DicomFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.write(out);
        return out.toByteArray();
    }

    private static byte[] report(Profile profile, Deidentified result) throws IOException {
        StringWriter writer = new StringWriter();
        new DeidentificationReport(profile, List.of(DeidentificationReport.Entry.done("a.dcm", result))).write(writer);
        return writer.toString().getBytes(StandardCharsets.UTF_8);
    }
}
