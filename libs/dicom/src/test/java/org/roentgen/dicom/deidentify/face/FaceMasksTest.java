package org.roentgen.dicom.deidentify.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.SharedData;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.deidentify.RefusedException;
import org.roentgen.dicom.geometry.FrameGeometries;
import org.roentgen.dicom.geometry.PlaneGeometry;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.dicom.pixel.PixelReader;

class FaceMasksTest {
    /** Between the brain stem and the frontal lobes of the head of mr-brain, mm. */
    private static final Vector3 BRAIN = new Vector3(-1, 20, 62);

    private static List<DicomFile> head() throws IOException {
        return SharedData.files("mr-brain").stream()
                .filter(path -> path.toString().contains("26401-T1prereg"))
                .map(path -> {
                    try {
                        return DicomFile.read(path, ReadOptions.LENIENT);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private static List<ImageSource> sources(List<DicomFile> files) {
        return files.stream().<ImageSource>map(file -> () -> file).toList();
    }

    @Test
    void takesTheFaceAndLeavesTheBrain() throws IOException {
        FaceMasks masks = new FaceMasks();
        Optional<FacePicture> picture = masks.complete(masks.look(sources(head())));

        BufferedImage shown =
                ImageIO.read(new ByteArrayInputStream(picture.orElseThrow().toPng()));
        assertThat(shown.getWidth()).isEqualTo(picture.get().width()).isGreaterThan(300);
        int gone = 0;
        for (DicomFile file : head()) {
            DicomFile faceless = masks.remove(file).file();
            PlaneGeometry plane = FrameGeometries.of(file.dataSet()).getFirst();
            int[] before = PixelReader.of(file).frame(0).toInts();
            int[] after = PixelReader.of(faceless).frame(0).toInts();
            for (int pixel = 0; pixel < before.length; pixel++) {
                Vector3 from = plane.toPatient(pixel % plane.columns(), pixel / plane.columns())
                        .minus(BRAIN);
                boolean isBrain =
                        Math.pow(from.x() / 60, 2) + Math.pow(from.y() / 70, 2) + Math.pow(from.z() / 50, 2) < 1;
                if (before[pixel] != after[pixel]) {
                    assertThat(isBrain).as("brain at %s", from).isFalse();
                    assertThat(from.y()).as("behind the face").isNegative();
                    gone += before[pixel] > 100 ? 1 : 0;
                }
            }
            assertThat(faceless.dataSet().string(Tag.RecognizableVisualFeatures))
                    .hasValue("NO");
            assertThat(faceless.meta().transferSyntax()).isEqualTo(file.meta().transferSyntax());
        }
        double millilitres = gone * 0.6875 * 0.6875 * 6.5 / 1000;
        System.out.printf("face of mr-brain: %.0f ml taken away%n", millilitres);
        assertThat(millilitres).isBetween(30.0, 400.0);
    }

    @Test
    void refusesAHeadWhoseSeriesIsNotWhole() throws IOException {
        FaceMasks masks = new FaceMasks();
        List<DicomFile> few = head().subList(0, 3);

        assertThat(masks.complete(masks.look(sources(few)))).isEmpty();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> masks.remove(few.getFirst()))
                .withMessageContaining("the face cannot be taken out");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> FaceMasks.none().remove(few.getFirst()))
                .withMessageContaining("which was not looked at");
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.840.10008.5.1.4.1.1.4,   HEAD,  ,                 true",
        "1.2.840.10008.5.1.4.1.1.2,   ,      CT sinuses,       true",
        "1.2.840.10008.5.1.4.1.1.2,   ,      ,                 true",
        "1.2.840.10008.5.1.4.1.1.2,   ,      chest and neck,   true",
        "1.2.840.10008.5.1.4.1.1.2,   CHEST, ,                 false",
        "1.2.840.10008.5.1.4.1.1.2,   ,      CT abdomen,       false",
        "1.2.840.10008.5.1.4.1.1.7,   HEAD,  ,                 false"
    })
    void asksForTheFaceOfCtAndMrOfTheHead(
            String sopClass, @Nullable String part, @Nullable String description, boolean expected) {
        DataSet.Builder builder =
                DataSet.builder().put(Tag.SOPClassUID, sopClass).put(Tag.SOPInstanceUID, "1.2.3");
        if (part != null) {
            builder.put(Tag.BodyPartExamined, part);
        }
        if (description != null) {
            builder.put(Tag.SeriesDescription, description);
        }

        assertThat(HeadImages.mayShowFace(builder.build())).isEqualTo(expected);
    }

    @Test
    void goesByTheCodedRegionsOfFramesAndLeavesHeadsWithoutAFace() {
        DataSet chest = DataSet.builder()
                .put(Tag.SOPClassUID, Uid.EnhancedCTImageStorage)
                .putItems(Tag.SharedFunctionalGroupsSequence, region("Chest"))
                .build();
        DataSet head = DataSet.builder()
                .put(Tag.SOPClassUID, Uid.EnhancedMRImageStorage)
                .putItems(Tag.SharedFunctionalGroupsSequence, region("Head and Neck"))
                .build();
        DataSet faceless = head.toBuilder()
                .put(Tag.RecognizableVisualFeatures, "NO")
                .putItems(
                        Tag.DeidentificationMethodCodeSequence,
                        DataSet.builder().put(Tag.CodeValue, "113102").build())
                .build();

        assertThat(List.of(chest, head, faceless))
                .extracting(HeadImages::mayShowFace)
                .containsExactly(false, true, false);
    }

    private static DataSet region(String meaning) {
        DataSet code = DataSet.builder().put(Tag.CodeMeaning, meaning).build();
        DataSet anatomy =
                DataSet.builder().putItems(Tag.AnatomicRegionSequence, code).build();
        return DataSet.builder().putItems(Tag.FrameAnatomySequence, anatomy).build();
    }

    @Test
    void leavesWhatIsNoHead() throws IOException {
        DicomFile chest = DicomFile.of(
                DataSet.builder()
                        .put(Tag.SOPClassUID, Uid.CTImageStorage)
                        .put(Tag.BodyPartExamined, "CHEST")
                        .put(Tag.SOPInstanceUID, "1.2.3")
                        .build(),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

        assertThat(FaceMasks.none().remove(chest)).isEqualTo(new FaceMasks.Faceless(chest, false));
    }
}
