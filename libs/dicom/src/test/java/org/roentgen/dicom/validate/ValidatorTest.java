package org.roentgen.dicom.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.roentgen.dicom.Bytes;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.FileMeta;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.SharedData;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;

class ValidatorTest {
    private static final Path JUDGE = Path.of("/usr/bin/dciodvfy");

    @Test
    void aSoundImageHasNoFindings() {
        ValidationReport report = validate(ct().build());
        assertThat(report.iod()).isEqualTo("CT Image");
        assertThat(report.findings()).isEmpty();
    }

    @Test
    @Timeout(30)
    void longDamagedValuesCostLittle() {
        byte[] padded = new byte[1 << 20];
        padded[padded.length - 1] = 'A';
        ValidationReport report = validate(ct().putBytes(Tag.ImageType, VR.CS, padded)
                .putBytes(Tag.SOPInstanceUID, VR.UI, "1.".repeat(400_000).getBytes(StandardCharsets.US_ASCII))
                .build());
        assertThat(report.findings()).extracting(Finding::tagPath).contains("(0008,0008)", "(0008,0018)");
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
                breach(ct -> ct.remove(Tag.SOPInstanceUID), "(0008,0018)", ValidationRule.TYPE_1_MISSING),
                breach(ct -> ct.put(Tag.Modality), "(0008,0060)", ValidationRule.TYPE_1_EMPTY),
                breach(ct -> ct.remove(Tag.PatientName), "(0010,0010)", ValidationRule.TYPE_2_MISSING),
                breach(ct -> ct.remove(Tag.KVP), "(0018,0060)", ValidationRule.TYPE_2_MISSING),
                breach(ct -> ct.remove(Tag.PatientPosition), "(0018,5100)", ValidationRule.TYPE_2_MISSING),
                breach(
                        ct -> ct.putItems(
                                Tag.ProcedureCodeSequence,
                                DataSet.builder().put(Tag.CodeValue, "1").build()),
                        "(0008,1032)[0].(0008,0104)",
                        ValidationRule.TYPE_1_MISSING),
                breach(ct -> ct.put(Tag.PixelSpacing, "1"), "(0028,0030)", ValidationRule.VALUE_MULTIPLICITY),
                breach(ct -> ct.put(Tag.KVP, VR.LO, "120"), "(0018,0060)", ValidationRule.VALUE_REPRESENTATION),
                breach(ct -> ct.put(Tag.PatientSex, "X"), "(0010,0040)", ValidationRule.ENUMERATED_VALUE),
                breach(
                        ct -> ct.put(Tag.ImageType, "MADE UP", "PRIMARY"),
                        "(0008,0008)",
                        ValidationRule.ENUMERATED_VALUE),
                breach(ct -> ct.putIntegers(Tag.BitsStored, 17), "(0028,0101)", ValidationRule.PIXEL_DESCRIPTION),
                breach(ct -> ct.putIntegers(Tag.Rows, 4), "(7FE0,0010)", ValidationRule.PIXEL_DATA_LENGTH),
                breach(
                        ct -> ct.putItems(Tag.PerFrameFunctionalGroupsSequence, DataSet.EMPTY, DataSet.EMPTY),
                        "(5200,9230)",
                        ValidationRule.FUNCTIONAL_GROUPS),
                breach(
                        ct -> ct.put(Tag.ValueType, "TEXT").putItems(Tag.ContentSequence, DataSet.EMPTY),
                        "(0040,A160)",
                        ValidationRule.CONTENT_ITEM),
                breach(ct -> ct.put(0x00091001, VR.LO, "x"), "(0009,1001)", ValidationRule.PRIVATE_CREATOR),
                breach(ct -> ct.put(Tag.PatientIdentityRemoved, "YES"), "(0012,0063)", ValidationRule.TYPE_1_MISSING),
                breach(
                        ct -> ct.put(Tag.SOPClassUID, Uid.EnhancedPETImageStorage),
                        "(0054,0016)",
                        ValidationRule.TYPE_1_MISSING),
                breach(ct -> ct.put(Tag.BodyPartExamined, "KNEE"), "(0020,0060)", ValidationRule.TYPE_2_MISSING),
                breach(
                        ct -> ct.put(Tag.SOPClassUID, Uid.BreastTomosynthesisImageStorage),
                        "(0054,0220)",
                        ValidationRule.TYPE_1_MISSING),
                breach(
                        ct -> ct.put(Tag.SOPClassUID, Uid.VLWholeSlideMicroscopyImageStorage),
                        "(0048,0105)",
                        ValidationRule.TYPE_1_MISSING),
                breach(
                        ct -> ct.put(Tag.SOPClassUID, Uid.RTPlanStorage).put(Tag.RTPlanGeometry, "PATIENT"),
                        "(300C,0060)",
                        ValidationRule.TYPE_1_MISSING),
                breach(
                        ct -> ct.put(Tag.SOPClassUID, Uid.GrayscaleSoftcopyPresentationStateStorage)
                                .putItems(
                                        Tag.GraphicAnnotationSequence,
                                        DataSet.builder()
                                                .put(Tag.GraphicLayer, "A")
                                                .putItems(Tag.CompoundGraphicSequence, DataSet.EMPTY)
                                                .build()),
                        "(0070,0001)[0].(0070,0209)[0].(0070,0226)",
                        ValidationRule.TYPE_1_MISSING));
    }

    @Test
    void findsWhatTheFileMetaInformationLacks() {
        FileMeta none = new FileMeta(Bytes.EMPTY, DataSet.EMPTY, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        assertThat(Validator.validate(new DicomFile(none, ct().build())).findings())
                .extracting(Finding::tagPath)
                .containsExactly(
                        "(0002,0000)", "(0002,0001)", "(0002,0002)", "(0002,0003)", "(0002,0010)", "(0002,0012)");
    }

    private static Arguments breach(Consumer<DataSet.Builder> change, String tagPath, ValidationRule rule) {
        return Arguments.of(tagPath, rule, change);
    }

    @ParameterizedTest(name = "{1} at {0}")
    @MethodSource("breaches")
    void findsEachBreach(String tagPath, ValidationRule rule, Consumer<DataSet.Builder> change) {
        DataSet.Builder changed = ct();
        change.accept(changed);
        assertThat(validate(changed.build()).findings()).anySatisfy(finding -> {
            assertThat(finding.tagPath()).isEqualTo(tagPath);
            assertThat(finding.rule()).isEqualTo(rule);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "UI, 1.2.840.10008.1, true",
        "UI, 1.02.3, false",
        "UI, 1..2, false",
        "UI, 1.2.a, false",
        "DA, 20240229, true",
        "DA, 20230229, false",
        "DA, 2024.02.29, false",
        "TM, 235960.123456, true",
        "TM, 2460, false",
        "TM, 10:11:12, false",
        "DT, 20240229101112.5+0100, true",
        "DT, 20241301, false",
        "DS, -1.5E-3, true",
        "DS, 1.23456789012345678, false",
        "DS, 1e, false",
        "IS, 2147483647, true",
        "IS, 2147483648, false",
        "CS, ABC_1 2, true",
        "CS, abc, false",
        "CS, ABCDEFGHIJKLMNOPQ, false",
        "AS, 045Y, true",
        "AS, 45Y, false",
        "AE, ROENTGEN, true",
        "AE, ROENTGEN_ROENTGEN_, false",
        "SH, 1234567890123456, true",
        "SH, 12345678901234567, false",
        "PN, Yamada^Tarou=A^B=C^D, true",
        "PN, A=B=C=D, false",
        "PN, A^B^C^D^E^F, false"
    })
    void checksTheFormOfValues(VR vr, String value, boolean good) {
        assertThat(TextRules.check(vr, value).isEmpty()).isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, true",
        "1, 2, false",
        "1-n, 7, true",
        "2-2n, 4, true",
        "2-2n, 3, false",
        "1-3, 3, true",
        "1-3, 4, false",
        "3-3n, 6, true",
        "3-3n, 5, false",
        "1-2/4, 4, true"
    })
    void checksTheNumberOfValues(String multiplicity, int count, boolean good) {
        assertThat(Multiplicity.of(multiplicity).allows(count)).isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Modality; true",
                "!Modality; false",
                "WindowCenter; false",
                "Modality=MR|CT; true",
                "Modality!=CT; false",
                "ImageType[2]=PRIMARY; true",
                "ImageType[2]=ORIGINAL; false",
                "ImageType=PRIMARY; true",
                "SamplesPerPixel>1; false",
                "Modality=MR and Rows>1 or Rows>1; true"
            })
    void understandsConditions(String condition, boolean holds) {
        assertThat(Condition.parse(condition).holds(ct().build())).isEqualTo(holds);
    }

    @Test
    void aMessageHoldsNoValueOfThePatient() {
        DataSet bad = ct().put(Tag.PatientName, "A=Secret=C=D")
                .put(Tag.PatientBirthDate, "19.01.1970")
                .put(Tag.PatientSex, "Q")
                .build();
        assertThat(validate(bad).findings()).hasSize(3).allSatisfy(finding -> assertThat(finding.message())
                .doesNotContain("Secret", "1970", "Q "));
    }

    @Test
    void whatDciodvfyFindsSoundHasNoErrors() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(JUDGE), "skipped: no " + JUDGE);
        List<Path> files = new ArrayList<>(SharedData.files("dicom-conformance"));
        files.addAll(SharedData.files("ct-lung").subList(0, 3));
        List<String> disputed = new ArrayList<>();
        for (Path file : files) {
            List<Finding> errors = errors(file);
            if (!errors.isEmpty() && judgedSound(file)) {
                disputed.add(file + ": " + errors);
            }
        }
        assertThat(disputed).isEmpty();
    }

    private static List<Finding> errors(Path file) {
        try {
            return Validator.validate(DicomFile.read(file, ReadOptions.LENIENT)).findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** A crash of the judge says nothing. */
    private static boolean judgedSound(Path file) throws Exception {
        Process judge = new ProcessBuilder(JUDGE.toString(), "-new", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(judge.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        return judge.waitFor() == 0 && said.lines().noneMatch(line -> line.startsWith("Error"));
    }

    private static ValidationReport validate(DataSet dataSet) {
        return Validator.validate(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    private static DataSet.Builder ct() {
        return DataSet.builder()
                .put(Tag.SpecificCharacterSet, "ISO_IR 192")
                .put(Tag.ImageType, "ORIGINAL", "PRIMARY", "AXIAL")
                .put(Tag.SOPClassUID, Uid.CTImageStorage)
                .put(Tag.SOPInstanceUID, "1.2.3.4")
                .put(Tag.StudyDate, "20260102")
                .put(Tag.StudyTime, "101112")
                .put(Tag.AccessionNumber)
                .put(Tag.Modality, "CT")
                .put(Tag.Manufacturer, "Roentgen")
                .put(Tag.ReferringPhysicianName)
                .put(Tag.PatientName, "Test^Äpfel")
                .put(Tag.PatientID, "1")
                .put(Tag.PatientBirthDate)
                .put(Tag.PatientSex, "O")
                .put(Tag.SliceThickness, "1")
                .put(Tag.KVP, "120")
                .put(Tag.PatientPosition, "HFS")
                .put(Tag.StudyInstanceUID, "1.2.3")
                .put(Tag.SeriesInstanceUID, "1.2.3.1")
                .put(Tag.StudyID)
                .put(Tag.SeriesNumber, "1")
                .put(Tag.AcquisitionNumber, "1")
                .put(Tag.InstanceNumber, "1")
                .put(Tag.ImagePositionPatient, "0", "0", "0")
                .put(Tag.ImageOrientationPatient, "1", "0", "0", "0", "1", "0")
                .put(Tag.FrameOfReferenceUID, "1.2.3.2")
                .put(Tag.PositionReferenceIndicator)
                .putIntegers(Tag.SamplesPerPixel, 1)
                .put(Tag.PhotometricInterpretation, "MONOCHROME2")
                .putIntegers(Tag.Rows, 3)
                .putIntegers(Tag.Columns, 2)
                .put(Tag.PixelSpacing, "1", "1")
                .putIntegers(Tag.BitsAllocated, 16)
                .putIntegers(Tag.BitsStored, 12)
                .putIntegers(Tag.HighBit, 11)
                .putIntegers(Tag.PixelRepresentation, 0)
                .put(Tag.RescaleIntercept, "-1024")
                .put(Tag.RescaleSlope, "1")
                .putBytes(Tag.PixelData, VR.OW, new byte[12]);
    }
}
