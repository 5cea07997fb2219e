package org.roentgen.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;

/**
 * A study whose segmentation, report, structure set, dose, presentation state and key objects refer to its images, and a study
 * that refers to it: what resolved before resolves after, whatever the order and whoever treats which instance.
 */
class ReferencesTest {
    private static final PseudonymKey KEY =
            PseudonymKey.of("a key of thirty-two bytes or more".getBytes(StandardCharsets.US_ASCII));
    private static final String STUDY = "1.2.826.0.1.99.1";
    private static final String SERIES = STUDY + ".1";
    private static final int IMAGES = 4;

    private static DataSet.Builder instance(String sopClass, String series, int number) {
        return DataSet.builder()
                .put(Tag.SOPClassUID, sopClass)
                .put(Tag.SOPInstanceUID, series + "." + number)
                .put(Tag.StudyInstanceUID, series.startsWith(STUDY + ".") ? STUDY : series.substring(0, 18))
                .put(Tag.SeriesInstanceUID, series)
                .put(Tag.FrameOfReferenceUID, STUDY + ".77")
                .put(Tag.PatientID, "ZEBRA1")
                .put(Tag.PatientName, "Zebra^Ada")
                .put(Tag.StudyDate, "20240229");
    }

    private static DataSet reference(int image) {
        return DataSet.builder()
                .put(Tag.ReferencedSOPClassUID, Uid.CTImageStorage)
                .put(Tag.ReferencedSOPInstanceUID, SERIES + "." + image)
                .build();
    }

    private static List<DataSet> references() {
        List<DataSet> references = new ArrayList<>();
        for (int image = 1; image <= IMAGES; image++) {
            references.add(reference(image));
        }
        return references;
    }

    private static DataSet series(int sequence) {
        return DataSet.builder()
                .put(Tag.SeriesInstanceUID, SERIES)
                .putItems(sequence, references())
                .build();
    }

    private static DataSet evidence() {
        return DataSet.builder()
                .put(Tag.StudyInstanceUID, STUDY)
                .putItems(Tag.ReferencedSeriesSequence, series(Tag.ReferencedSOPSequence))
                .build();
    }

    private static DataSet content(String valueType, DataSet... below) {
        return DataSet.builder()
                .put(Tag.ValueType, valueType)
                .put(Tag.RelationshipType, "CONTAINS")
                .putItems(Tag.ReferencedSOPSequence, reference(2))
                .putItems(Tag.ContentSequence, List.of(below))
                .build();
    }

    private static DataSet structures() {
        DataSet study = DataSet.builder()
                .put(Tag.ReferencedSOPInstanceUID, STUDY)
                .putItems(Tag.RTReferencedSeriesSequence, series(Tag.ContourImageSequence))
                .build();
        DataSet frame = DataSet.builder()
                .put(Tag.FrameOfReferenceUID, STUDY + ".77")
                .putItems(Tag.RTReferencedStudySequence, study)
                .build();
        DataSet contour = DataSet.builder()
                .putItems(Tag.ContourImageSequence, reference(3))
                .build();
        return instance(Uid.RTStructureSetStorage, STUDY + ".4", 1)
                .putItems(Tag.ReferencedFrameOfReferenceSequence, frame)
                .putItems(
                        Tag.ROIContourSequence,
                        DataSet.builder().putItems(Tag.ContourSequence, contour).build())
                .build();
    }

    private static List<DataSet> archive() {
        List<DataSet> archive = new ArrayList<>();
        for (int image = 1; image <= IMAGES; image++) {
            archive.add(instance(Uid.CTImageStorage, SERIES, image).build());
        }
        DataSet derived = DataSet.builder()
                .putItems(Tag.SourceImageSequence, reference(1))
                .build();
        archive.add(instance(Uid.SegmentationStorage, STUDY + ".2", 1)
                .putItems(Tag.ReferencedSeriesSequence, series(Tag.ReferencedInstanceSequence))
                .putItems(
                        Tag.PerFrameFunctionalGroupsSequence,
                        DataSet.builder()
                                .putItems(Tag.DerivationImageSequence, derived)
                                .build())
                .build());
        archive.add(instance(Uid.ComprehensiveSRStorage, STUDY + ".3", 1)
                .putItems(Tag.CurrentRequestedProcedureEvidenceSequence, evidence())
                .putItems(
                        Tag.ContentSequence,
                        content("CONTAINER", content("IMAGE"), content("SCOORD", content("IMAGE"))))
                .build());
        archive.add(structures());
        archive.add(instance(Uid.GrayscaleSoftcopyPresentationStateStorage, STUDY + ".5", 1)
                .putItems(Tag.ReferencedSeriesSequence, series(Tag.ReferencedImageSequence))
                .build());
        archive.add(instance(Uid.KeyObjectSelectionDocumentStorage, STUDY + ".6", 1)
                .putItems(Tag.CurrentRequestedProcedureEvidenceSequence, evidence())
                .putItems(Tag.ContentSequence, content("IMAGE"))
                .build());
        archive.add(instance(Uid.CTImageStorage, "1.2.826.0.1.99.222", 1)
                .putItems(Tag.StudiesContainingOtherReferencedInstancesSequence, evidence())
                .build());
        return archive;
    }

    /** For each instance the references that resolve, by where they stand and the place in the archive of what they name. */
    private static Map<Integer, Set<String>> resolved(List<DataSet> archive) {
        Map<String, String> known = new TreeMap<>();
        for (int i = 0; i < archive.size(); i++) {
            known.put(archive.get(i).string(Tag.SOPInstanceUID, ""), "instance " + i);
            known.putIfAbsent(archive.get(i).string(Tag.SeriesInstanceUID, ""), "series first seen at " + i);
            known.putIfAbsent(archive.get(i).string(Tag.StudyInstanceUID, ""), "study first seen at " + i);
            known.putIfAbsent(archive.get(i).string(Tag.FrameOfReferenceUID, ""), "frame first seen at " + i);
        }
        Map<Integer, Set<String>> resolved = new TreeMap<>();
        for (int i = 0; i < archive.size(); i++) {
            Set<String> references = new TreeSet<>();
            collect(archive.get(i), "", known, references);
            resolved.put(i, references);
        }
        return resolved;
    }

    private static void collect(DataSet dataSet, String path, Map<String, String> known, Set<String> references) {
        for (Element element : dataSet) {
            String place = path + "/" + Integer.toHexString(element.tag());
            if (element.vr() == VR.UI && known.containsKey(dataSet.string(element.tag(), ""))) {
                references.add(place + " -> " + known.get(dataSet.string(element.tag(), "")));
            }
            List<DataSet> items = dataSet.items(element.tag());
            for (int i = 0; i < items.size(); i++) {
                collect(items.get(i), place + "[" + i + "]", known, references);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "basic, 1",
        "basic, 2",
        "basic+pixels, 3",
        "longitudinal, 4",
        "year-only, 5",
        "research, 6",
        "research, 7"
    })
    void resolveAsBeforeInAnyOrder(String profile, long seed) throws IOException {
        List<DataSet> before = archive();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        Map<Integer, DataSet> treated = new TreeMap<>();
        for (int i : order) {
            Deidentifier fresh = new Deidentifier(Profiles.named(profile), KEY);
            treated.put(
                    i,
                    fresh.apply(DicomFile.of(before.get(i), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                            .file()
                            .dataSet());
        }

        Map<Integer, Set<String>> expected = resolved(before);
        assertThat(expected.values().stream().mapToInt(Set::size).sum()).isGreaterThan(80);
        assertThat(resolved(List.copyOf(treated.values()))).isEqualTo(expected);
    }
}
