package org.roentgen.dicom.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.Value;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.dicom.object.pet.SuvFactors;
import org.roentgen.dicom.object.report.ReportText;
import org.roentgen.dicom.object.report.StructuredReportReader;
import org.roentgen.dicom.object.waveform.WaveformReader;
import org.roentgen.dicom.pixel.VoiTransform;

/** Changes every element of good objects, one after another: a reader reads it all the same, or says what is wrong with the object. */
final class ObjectMutationTest {
    private static final List<DataSet> SOURCE = TestSeries.instances(new Vector3(1, 0, 0), new Vector3(0, 1, 0));
    private static final byte[] LABELS = TestSeries.labels();

    static Stream<Arguments> objects() {
        SegmentationBuilder segmentation = new SegmentationBuilder(
                TestSeries.object("Segmentation"), TestSeries.algorithm(), TestSeries.segments(), SOURCE);
        DataSet binary = segmentation.build(LABELS);
        Consumer<DataSet> asSegmentation = dataSet -> SegmentationReader.read(dataSet);
        Quantity quantity = new Quantity("Q", "Quantity", Optional.empty(), new Code("1", "UCUM", "no units"));
        DataSet report = new MeasurementReportBuilder(
                        TestSeries.object("Report"), TestSeries.algorithm(), SOURCE, Optional.of(binary))
                .build(List.of(
                        MeasurementGroup.ofSegment(TestSeries.segments().getFirst(), Measurement.volumeMl(1.5))));
        return Stream.of(
                Arguments.of("binary segmentation", binary, asSegmentation),
                Arguments.of("label map", segmentation.buildLabelMap(LABELS), asSegmentation),
                Arguments.of(
                        "fractional segmentation",
                        segmentation.buildFractional(
                                FractionType.OCCUPANCY, List.of(new float[LABELS.length], new float[LABELS.length])),
                        asSegmentation),
                Arguments.of(
                        "structure set",
                        new StructureSetBuilder(TestSeries.object("Structures"), TestSeries.algorithm(), SOURCE)
                                .build("LABEL", TestSeries.segments(), LABELS),
                        (Consumer<DataSet>) dataSet -> StructureSetReader.read(dataSet)),
                Arguments.of("presentation state", presentationState(), (Consumer<DataSet>)
                        dataSet -> PresentationStateReader.read(dataSet)),
                Arguments.of(
                        "parametric map",
                        new ParametricMapBuilder(TestSeries.object("Map"), quantity, SOURCE)
                                .build(new float[LABELS.length]),
                        (Consumer<DataSet>) dataSet -> ParametricMapReader.read(dataSet)),
                Arguments.of("measurement report", report, (Consumer<DataSet>)
                        dataSet -> MeasurementReportReader.read(dataSet)),
                Arguments.of("structured report", report, (Consumer<DataSet>)
                        dataSet -> ReportText.of(StructuredReportReader.read(dataSet))));
    }

    static Stream<Arguments> objectsOfOthers() throws IOException {
        return Stream.of(
                Arguments.of("electrocardiogram", shortened(ofOthers("waveform_ecg.dcm")), (Consumer<DataSet>)
                        dataSet -> WaveformReader.read(dataSet)),
                Arguments.of("PET image", ofOthers("PT_ACRIN-FLT-Breast_a.dcm"), (Consumer<DataSet>)
                        dataSet -> SuvFactors.of(dataSet)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("objectsOfOthers")
    void aChangedElementOfAnObjectOfOthersIsReadOrRefused(String name, DataSet object, Consumer<DataSet> reader) {
        aChangedElementIsReadOrRefusedAsTheObjectsFault(name, object, reader);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("objects")
    void aChangedElementIsReadOrRefusedAsTheObjectsFault(String name, DataSet object, Consumer<DataSet> reader) {
        reader.accept(object);
        int refused = 0;
        List<DataSet> mutants = mutants(object, new Random(7));
        for (DataSet mutant : mutants) {
            try {
                reader.accept(mutant);
            } catch (ObjectFormatException expected) {
                refused++;
            } catch (RuntimeException escaped) {
                fail("a reader let through " + escaped, escaped);
            }
        }
        assertThat(refused).isPositive().isLessThan(mutants.size());
    }

    /** The data set with each of its elements, those within items included, removed, emptied, shortened and filled with other bytes. */
    private static List<DataSet> mutants(DataSet dataSet, Random random) {
        List<DataSet> mutants = new ArrayList<>();
        for (Element element : dataSet) {
            mutants.add(dataSet.toBuilder().remove(element.tag()).build());
            if (element.value() instanceof Value.Items items) {
                mutants.add(
                        dataSet.toBuilder().putItems(element.tag(), List.of()).build());
                for (int index = 0; index < Math.min(2, items.items().size()); index++) {
                    for (DataSet mutant : mutants(items.items().get(index), random)) {
                        List<DataSet> changed = new ArrayList<>(items.items());
                        changed.set(index, mutant);
                        mutants.add(dataSet.toBuilder()
                                .putItems(element.tag(), changed)
                                .build());
                    }
                }
            } else {
                byte[] bytes = dataSet.data(element).toBytes();
                mutants.add(with(dataSet, element, new byte[0]));
                mutants.add(with(dataSet, element, Arrays.copyOf(bytes, bytes.length / 2)));
                mutants.add(with(dataSet, element, Arrays.copyOf(bytes, bytes.length + 2)));
                mutants.add(with(dataSet, element, "-1".getBytes(StandardCharsets.US_ASCII)));
                mutants.add(with(dataSet, element, "9e99\\x\\7".getBytes(StandardCharsets.US_ASCII)));
                mutants.add(with(dataSet, element, new byte[Math.max(2, bytes.length)]));
                byte[] noise = new byte[Math.max(4, bytes.length)];
                random.nextBytes(noise);
                mutants.add(with(dataSet, element, noise));
                byte[] ones = new byte[Math.max(4, bytes.length)];
                Arrays.fill(ones, (byte) 0xFF);
                mutants.add(with(dataSet, element, ones));
            }
        }
        return mutants;
    }

    private static DataSet with(DataSet dataSet, Element element, byte[] bytes) {
        return dataSet.toBuilder().putBytes(element.tag(), element.vr(), bytes).build();
    }

    private static DataSet presentationState() {
        return new PresentationStateBuilder(TestSeries.object("View"), SOURCE)
                .window(Scoped.forAll(new VoiTransform.Window(40, 400, VoiTransform.Function.LINEAR)))
                .shutter(new Shutter.Rectangle(1, 4, 1, 5))
                .shutter(new Shutter.Circle(2, 2, 2))
                .shutter(new Shutter.Polygon(List.of(new ImagePoint(1, 1), new ImagePoint(5, 1), new ImagePoint(5, 6))))
                .transform(new SpatialTransform(90, true))
                .annotation(Scoped.forAll(new GraphicAnnotation(
                        "LAYER",
                        List.of(new GraphicAnnotation.Graphic(
                                GraphicAnnotation.Units.PIXEL,
                                GraphicAnnotation.Shape.CIRCLE,
                                List.of(new ImagePoint(1, 1), new ImagePoint(2, 1)),
                                false)),
                        List.of(GraphicAnnotation.Text.at(1, 1, "text")))))
                .build("VIEW", "");
    }

    private static DataSet ofOthers(String name) throws IOException {
        return DicomFile.read(Judges.shared("dicom-conformance/modality").resolve(name))
                .dataSet();
    }

    /** The same with ten samples of each channel and four annotations, so that there are fewer elements to change. */
    private static DataSet shortened(DataSet waveform) {
        DataSet group = waveform.items(Tag.WaveformSequence).getFirst();
        byte[] data = group.bytes(Tag.WaveformData).orElseThrow();
        return waveform.toBuilder()
                .putItems(
                        Tag.WaveformSequence,
                        group.toBuilder()
                                .putIntegers(Tag.NumberOfWaveformSamples, 10)
                                .putBytes(Tag.WaveformData, VR.OW, Arrays.copyOf(data, 240))
                                .build())
                .build();
    }
}
