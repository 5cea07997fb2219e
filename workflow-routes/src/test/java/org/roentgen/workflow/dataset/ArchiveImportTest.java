package org.roentgen.workflow.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.object.Algorithm;
import org.roentgen.dicom.object.Code;
import org.roentgen.dicom.object.DerivedObject;
import org.roentgen.dicom.object.SegmentDescription;
import org.roentgen.dicom.object.SegmentationBuilder;
import org.roentgen.dicom.object.StructureSetBuilder;
import org.roentgen.dicom.pixel.Transcoder;
import org.roentgen.domain.dataset.CaseAttribute;
import org.roentgen.domain.dataset.DatasetCase;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.nifti.NiftiReader;
import org.roentgen.workflow.configuration.Deidentified;
import org.roentgen.workflow.ingest.DimseReceiver;
import org.roentgen.workflow.support.BackingServices;
import org.roentgen.workflow.support.Fixtures;
import org.roentgen.workflow.support.MagneticResonance;
import org.roentgen.workflow.support.QuietSchedules;
import org.roentgen.workflow.support.Scanner;

/** Data sets of series that came in over the network with their Segmentations. */
@QuarkusTest
@TestProfile(QuietSchedules.class)
@WithTestResource(BackingServices.class)
class ArchiveImportTest {
    private static final int SERIES = 6;
    private static final int SLICES = 5;
    private static final int PLANE = MagneticResonance.ROWS * MagneticResonance.COLUMNS;

    @Inject
    Imports imports;

    @Inject
    Fixtures fixtures;

    @Inject
    DimseReceiver receiver;

    @Inject
    SegmentedSeries candidates;

    @Inject
    @Deidentified
    ObjectStore objects;

    private Scanner scanner;

    @BeforeEach
    void connect() {
        fixtures.source("SCANNER2");
        scanner = new Scanner(receiver.port().orElseThrow(), "SCANNER2");
    }

    /** How a series' labels come: its segments numbered either way, compressed or not, or as contours. */
    enum Form {
        BINARY("anterior", "posterior") {
            @Override
            DicomFile of(MagneticResonance series) {
                return plain(builder(series, segments()).build(expected()));
            }
        },
        OTHER_NUMBERS("posterior", "anterior") {
            @Override
            DicomFile of(MagneticResonance series) {
                return plain(builder(series, segments()).build(swap(expected())));
            }
        },
        COMPRESSED_LABEL_MAP("anterior", "posterior") {
            @Override
            DicomFile of(MagneticResonance series) throws IOException {
                return Transcoder.transcode(
                        plain(builder(series, segments()).buildLabelMap(expected())),
                        TransferSyntax.of(Uid.RLELossless));
            }
        },
        STRUCTURE_SET("posterior", "anterior") {
            @Override
            DicomFile of(MagneticResonance series) {
                return plain(new StructureSetBuilder(object(), new Algorithm("By hand", "1"), series.slices(SLICES))
                        .build("Reviewed", descriptions(segments()), swap(expected())));
            }
        };

        private final List<String> segments;

        Form(String... segments) {
            this.segments = List.of(segments);
        }

        List<String> segments() {
            return segments;
        }

        abstract DicomFile of(MagneticResonance series) throws IOException;

        private static DicomFile plain(DataSet dataSet) {
            return DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void seriesWithSegmentationsBecomeCases(Form form) throws IOException {
        List<MagneticResonance> series = new ArrayList<>();
        for (int seed = 0; seed < SERIES; seed++) {
            MagneticResonance one = new MagneticResonance();
            series.add(one);
            DicomFile segmentation = form.of(one);
            List<DataSet> slices = slices(one, seed);
            Collections.shuffle(slices, new Random(seed));
            assertThat(scanner.send(slices)).containsOnly(DimseStatus.SUCCESS);
            assertThat(scanner.send(
                            List.of(segmentation.dataSet()), segmentation.meta().transferSyntax()))
                    .containsOnly(DimseStatus.SUCCESS);
        }
        UUID id = requested(series.stream().map(one -> one.seriesUid).toArray(String[]::new));
        assertThat(imports.keys(id)).singleElement().satisfies(key -> {
            assertThat(key.project()).isEqualTo("default");
            assertThat(key.version()).isPositive();
            assertThat(key.cases()).isEqualTo(SERIES);
        });
        DatasetManifest manifest = imports.manifest(id);
        assertThat(manifest.labels()).extracting(LabelDefinition::name).containsExactly("anterior", "posterior");
        assertThat(manifest.cases()).extracting(DatasetCase::patient).doesNotHaveDuplicates();
        List<float[]> images = new ArrayList<>();
        for (DatasetCase imported : manifest.cases()) {
            Volume image = NiftiReader.read(objects.file(imported.image().object()));
            LabelVolume mask = NiftiReader.readLabels(
                    objects.file(imported.mask().orElseThrow().object()));
            assertThat(mask.grid()).isEqualTo(image.grid());
            assertThat(mask.labels()).isEqualTo(expected());
            images.add(image.voxels());
            assertNoIdentity(imported);
        }
        assertThat(images)
                .usingElementComparator(Arrays::compare)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, SERIES)
                        .mapToObj(ArchiveImportTest::voxels)
                        .toList());
    }

    private static void assertNoIdentity(DatasetCase imported) {
        assertThat(imported.patient()).doesNotContain(MagneticResonance.PATIENT_ID);
        assertThat(imported.id()).startsWith("2.25.");
        assertThat(imported.attributes())
                .isEqualTo(Map.of(
                        CaseAttribute.SEX, "O",
                        CaseAttribute.AGE_BAND, "60-79",
                        CaseAttribute.DEVICE, "Synthetic"));
    }

    enum Fault {
        NO_SERIES("the archive has no such series"),
        NO_SEGMENTATION("no received or accepted segmentation or structure set"),
        OTHER_GRID("must share one grid"),
        MISSING_SLICE("missing");

        private final String rule;

        Fault(String rule) {
            this.rule = rule;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSeriesThatCannotBeUsedRefusesTheImportAndIsNamed(Fault fault) throws IOException {
        MagneticResonance series = new MagneticResonance();
        DataSet segmentation = builder(series, List.of("anterior", "posterior")).build(expected());
        switch (fault) {
            case NO_SERIES -> {}
            case NO_SEGMENTATION -> scanner.send(series.slices(SLICES));
            case OTHER_GRID -> {
                List<DataSet> turned = series.slices(SLICES).stream()
                        .map(slice -> slice.toBuilder()
                                .putDecimals(Tag.ImageOrientationPatient, 0.8, 0.6, 0, -0.6, 0.8, 0)
                                .build())
                        .toList();
                scanner.send(turned);
                scanner.send(List.of(segmentation));
            }
            case MISSING_SLICE -> {
                List<DataSet> slices = new ArrayList<>(series.slices(SLICES));
                slices.remove(2);
                scanner.send(slices);
                scanner.send(List.of(segmentation));
            }
        }
        UUID id = requested(series.seriesUid);
        assertThat(imports.state(id)).isEqualTo("REFUSED");
        assertThat(imports.problems(id)).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(series.seriesUid);
            assertThat(problem.rule()).contains(fault.rule);
            assertThat(problem.fix()).isNotBlank();
        });
    }

    private UUID requested(String... series) throws IOException {
        String uids = Stream.of(series).collect(Collectors.joining("\",\"", "\"", "\""));
        UUID id = imports.request("ARCHIVE", "{\"seriesInstanceUids\":[%s]}".formatted(uids), new byte[0]);
        imports.run(id);
        return id;
    }

    private static SegmentationBuilder builder(MagneticResonance series, List<String> names) {
        return new SegmentationBuilder(
                object(), new Algorithm("By hand", "1"), descriptions(names), series.slices(SLICES));
    }

    private static List<SegmentDescription> descriptions(List<String> names) {
        List<SegmentDescription> segments = new ArrayList<>();
        for (String name : names) {
            segments.add(new SegmentDescription(
                    segments.size() + 1,
                    name,
                    SegmentDescription.BODY_STRUCTURE,
                    new Code("5366008", "SCT", "Hippocampus"),
                    Optional.empty()));
        }
        return segments;
    }

    private static DerivedObject object() {
        return new DerivedObject(
                Fixtures.uid(UUID.randomUUID()),
                Fixtures.uid(UUID.randomUUID()),
                100,
                1,
                "Reviewed",
                LocalDateTime.of(2026, 1, 2, 3, 4),
                new DerivedObject.Equipment("Synthetic", "Annotation", "1", "1"));
    }

    /** What a question finds among three series: of ACME One and Two and of Other, of brain, chest and brain. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"modality\": \"MR\"' | one two three",
                "'\"modality\": \"CT\"' | ''",
                "'\"bodyPart\": \"brain\"' | one three",
                "'\"device\": \"acme\"' | one two",
                "'\"device\": \"^ACME (Two|Three)$\"' | two",
                "'\"label\": \"Anterior\"' | one three",
                "'\"label\": \"anterior\", \"device\": \"other\"' | three",
                "'\"review\": \"received\"' | one two three",
                "'\"review\": \"ACCEPTED\"' | ''"
            })
    void aQuestionFindsSeries(String question, String expected) throws IOException {
        String mark = "Q" + UUID.randomUUID().toString().replace("-", "");
        Map<String, String> names = new HashMap<>();
        names.put(archived(mark, "ACME", "One", "BRAIN", Form.BINARY), "one");
        names.put(archived(mark, "ACME", "Two", "CHEST", null), "two");
        names.put(archived(mark, "Other", "One", "BRAIN", Form.STRUCTURE_SET), "three");
        JsonNode json = new ObjectMapper().readTree("{\"seriesDescription\": \"^%s$\", %s}".formatted(mark, question));
        List<Problem> problems = new ArrayList<>();
        assertThat(candidates.choose(SeriesSelection.parse(json), problems))
                .extracting(found -> names.getOrDefault(found.seriesInstanceUid(), "?"))
                .containsExactlyInAnyOrder(expected.isEmpty() ? new String[0] : expected.split(" "));
        assertThat(problems).isEmpty();
    }

    private String archived(String description, String manufacturer, String model, String part, @Nullable Form form)
            throws IOException {
        MagneticResonance series = new MagneticResonance();
        List<DataSet> slices = series.slices(SLICES).stream()
                .map(slice -> slice.toBuilder()
                        .put(Tag.SeriesDescription, description)
                        .put(Tag.Manufacturer, manufacturer)
                        .put(Tag.ManufacturerModelName, model)
                        .put(Tag.BodyPartExamined, part)
                        .build())
                .toList();
        DicomFile labels = form == null
                ? Form.plain(builder(series, List.of("lesion", "other")).build(expected()))
                : form.of(series);
        assertThat(scanner.send(slices)).containsOnly(DimseStatus.SUCCESS);
        assertThat(scanner.send(List.of(labels.dataSet()))).containsOnly(DimseStatus.SUCCESS);
        return series.seriesUid;
    }

    @Test
    void anUnknownReviewStateAndAnEmptyQuestionAreRefusedInWords() throws IOException {
        UUID unknown = imports.request("ARCHIVE", "{\"review\": \"MAYBE\"}", new byte[0]);
        imports.run(unknown);
        assertThat(imports.problems(unknown)).singleElement().satisfies(problem -> assertThat(problem.rule())
                .contains("use RECEIVED or ACCEPTED"));
        UUID empty = imports.request("ARCHIVE", "{\"bodyPart\": \" \"}", new byte[0]);
        imports.run(empty);
        assertThat(imports.problems(empty)).singleElement().satisfies(problem -> assertThat(problem.rule())
                .contains("give seriesInstanceUids, or some of"));
    }

    @Test
    void aRegionNamedAfterThePatientDoesNotBecomeALabel() throws IOException {
        MagneticResonance series = new MagneticResonance();
        DataSet contours = new StructureSetBuilder(object(), new Algorithm("By hand", "1"), series.slices(SLICES))
                .build("Reviewed", descriptions(List.of("Tumour Zebediah", "posterior")), expected());
        scanner.send(series.slices(SLICES));
        scanner.send(List.of(contours));
        UUID id = requested(series.seriesUid);
        assertThat(imports.state(id)).isEqualTo("REFUSED");
        assertThat(imports.problems(id)).anySatisfy(problem -> assertThat(problem.rule())
                .contains("a part of the patient's name")
                .doesNotContain("Zebediah"));
    }

    /** Two boxes that are alike in no direction: 1 in the first slices, 2 in the last. */
    private static byte[] expected() {
        byte[] labels = new byte[SLICES * PLANE];
        for (int row = 2; row < 7; row++) {
            for (int column = 1; column < 4; column++) {
                int place = row * MagneticResonance.COLUMNS + column;
                labels[place] = 1;
                labels[PLANE + place] = 1;
                labels[(SLICES - 1) * PLANE + place + 4] = 2;
            }
        }
        return labels;
    }

    private static byte[] swap(byte[] labels) {
        byte[] swapped = new byte[labels.length];
        for (int voxel = 0; voxel < labels.length; voxel++) {
            swapped[voxel] = (byte) (labels[voxel] == 0 ? 0 : 3 - labels[voxel]);
        }
        return swapped;
    }

    /** The series with pixels of its own. */
    private static List<DataSet> slices(MagneticResonance series, int seed) {
        float[] voxels = voxels(seed);
        List<DataSet> slices = new ArrayList<>();
        for (int slice = 0; slice < SLICES; slice++) {
            byte[] pixels = new byte[2 * PLANE];
            for (int pixel = 0; pixel < PLANE; pixel++) {
                pixels[2 * pixel] = (byte) voxels[slice * PLANE + pixel];
            }
            slices.add(
                    series.slice(slice).putBytes(Tag.PixelData, VR.OW, pixels).build());
        }
        return slices;
    }

    private static float[] voxels(int seed) {
        Random random = new Random(seed);
        float[] voxels = new float[SLICES * PLANE];
        for (int voxel = 0; voxel < voxels.length; voxel++) {
            voxels[voxel] = random.nextInt(128);
        }
        return voxels;
    }
}
