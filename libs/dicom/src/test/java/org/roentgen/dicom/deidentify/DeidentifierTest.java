package org.roentgen.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Dictionary;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.MalformedDicomException;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.SharedData;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Tags;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;

class DeidentifierTest {
    private static final PseudonymKey KEY = PseudonymKey.of(new byte[32]);
    private static final PseudonymKey OTHER_KEY =
            PseudonymKey.of("another key of 32 bytes and more".getBytes(StandardCharsets.US_ASCII));
    private static final String SECRET = "ZEBRAFINCH";

    private static DataSet.Builder instance(String sopClass) {
        return DataSet.builder()
                .put(Tag.SOPClassUID, sopClass)
                .put(Tag.SOPInstanceUID, "1.2.3.4.1")
                .put(Tag.StudyInstanceUID, "1.2.3.4")
                .put(Tag.SeriesInstanceUID, "1.2.3.4.0")
                .put(Tag.FrameOfReferenceUID, "1.2.3.5")
                .put(Tag.PatientID, SECRET + "1")
                .put(Tag.PatientName, SECRET + "^Ada")
                .put(Tag.PatientBirthDate, "19301224")
                .put(Tag.PatientAge, "093Y")
                .put(Tag.PatientSex, "F")
                .put(Tag.AccessionNumber, "ACC" + SECRET)
                .put(Tag.StudyDate, "20240229")
                .put(Tag.SeriesDate, "20240301")
                .put(Tag.StudyTime, "101112")
                .put(Tag.AcquisitionDateTime, "20240229101112.5")
                .put(Tag.StudyDescription, "CT of " + SECRET)
                .put(Tag.Manufacturer, "Scanners Inc")
                .put(Tag.DeviceSerialNumber, "SERIAL7")
                .put(Tag.Modality, "CT")
                .putIntegers(Tag.Rows, 2);
    }

    private static Deidentified treat(String profile, DataSet dataSet) throws IOException {
        return new Deidentifier(Profiles.named(profile), KEY)
                .apply(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    private static String written(DicomFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.write(out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "absent", textBlock = """
            basic,        StudyDate,           ''
            basic,        SeriesDate,          absent
            basic,        StudyTime,           ''
            basic,        AcquisitionDateTime, absent
            basic,        PatientBirthDate,    ''
            basic,        PatientSex,          ''
            basic,        PatientAge,          absent
            basic,        StudyDescription,    absent
            basic,        DeviceSerialNumber,  absent
            basic,        Manufacturer,        Scanners Inc
            basic,        Rows,                2
            year-only,    StudyDate,           20240101
            year-only,    AcquisitionDateTime, 2024
            year-only,    StudyTime,           ''
            longitudinal, StudyTime,           101112
            longitudinal, PatientBirthDate,    ''
            research,     PatientAge,          090Y
            research,     PatientSex,          F
            research,     StudyDate,           ''
            research,     DeviceSerialNumber,  SERIAL7
            """)
    void treatsAttributesAsTheProfileSays(String profile, String keyword, String expected) throws IOException {
        DataSet dataSet =
                treat(profile, instance(Uid.CTImageStorage).build()).file().dataSet();
        int tag = Dictionary.tag(keyword).orElseThrow();

        assertThat(dataSet.contains(tag) ? dataSet.string(tag, "") : null).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.840.10008.5.1.4.1.1.2,     X",
        "1.2.840.10008.5.1.4.1.1.128,   D",
        "1.2.840.10008.5.1.4.1.1.2.1,   X"
    })
    void resolvesConditionalActionsByTheIod(String sopClass, String action) throws IOException {
        DataSet dataSet = treat("basic", instance(sopClass).build()).file().dataSet();

        assertThat(dataSet.string(Tag.SeriesDate, "absent")).isEqualTo(action.equals("D") ? "19000101" : "absent");
    }

    @Test
    void emptiesWhatTheRequestOfAReportMustHave() throws IOException {
        DataSet request = DataSet.builder()
                .put(Tag.RequestedProcedureID, "RP1")
                .put(Tag.RequestedProcedureDescription, "knee")
                .build();
        DataSet report = DataSet.builder()
                .put(Tag.SOPClassUID, Uid.BasicTextSRStorage)
                .put(Tag.SOPInstanceUID, "1.2.3")
                .putItems(Tag.ReferencedRequestSequence, request)
                .putItems(Tag.RequestAttributesSequence, request)
                .build();

        DataSet treated = new Deidentifier(Profiles.named("basic"), KEY)
                .apply(DicomFile.of(report, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                .file()
                .dataSet();

        assertThat(treated.items(Tag.ReferencedRequestSequence))
                .allSatisfy(item -> assertThat(item.element(Tag.RequestedProcedureID))
                        .isPresent()
                        .hasValueSatisfying(id -> assertThat(id.isEmpty()).isTrue()));
        assertThat(treated.items(Tag.RequestAttributesSequence))
                .allSatisfy(item ->
                        assertThat(item.contains(Tag.RequestedProcedureID)).isFalse());
    }

    @Test
    void keepsTheKindsOfContentWhateverThePatientIsCalled() throws IOException {
        DataSet report = DataSet.builder()
                .put(Tag.SOPClassUID, Uid.BasicTextSRStorage)
                .put(Tag.SOPInstanceUID, "1.2.3")
                .put(Tag.PatientName, "Code^Contains")
                .put(Tag.ValueType, "CODE")
                .put(Tag.RelationshipType, "CONTAINS")
                .build();

        DataSet treated = treat("basic", report).file().dataSet();

        assertThat(treated.string(Tag.ValueType)).hasValue("CODE");
        assertThat(treated.string(Tag.RelationshipType)).hasValue("CONTAINS");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            basic,    CodingSchemeName,                    scheme of ZEBRAFINCH,     scheme of
            basic,    CodingSchemeResponsibleOrganization, kept by Quimby,           kept by
            basic,    CodingSchemeResponsibleOrganization, SNOMED International,     SNOMED International
            basic,    WindowCenterWidthExplanation,        soft tissue ZEBRAFINCH,   soft tissue
            basic,    ValueType,                           ZEBRAFINCH,               ''
            research, DeviceDescription,                   scanner of ZEBRAFINCH,    scanner of
            research, StationName,                         ROOM QUIMBY,              ROOM
            research, EthnicGroup,                         Quimby,                   Quimby
            """)
    void takesPeopleOutOfTextThatStays(String profile, String keyword, String text, String expected)
            throws IOException {
        int tag = Dictionary.tag(keyword).orElseThrow();
        DataSet dataSet = instance(Uid.CTImageStorage)
                .put(Tag.ReferringPhysicianName, "Quimby^Ann")
                .put(tag, Dictionary.vr(tag), text)
                .build();

        assertThat(treat(profile, dataSet).file().dataSet().string(tag, "")).isEqualTo(expected);
    }

    private static Deidentified treat(Option option, DatePolicy dates, DataSet dataSet) throws IOException {
        Profile profile = new Profile("retaining", 1, "p", Set.of(option), dates, Map.of(), List.of());
        return new Deidentifier(profile, KEY).apply(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    @Test
    void retainsUids() throws IOException {
        DataSet reference = DataSet.builder()
                .put(Tag.ReferencedSOPClassUID, Uid.CTImageStorage)
                .put(Tag.ReferencedSOPInstanceUID, "1.2.3.4.9")
                .build();
        Deidentified result = treat(
                Option.RETAIN_UIDS,
                DatePolicy.REMOVE,
                instance(Uid.CTImageStorage)
                        .put(Tag.DeviceUID, "1.2.3.7")
                        .putItems(Tag.ReferencedImageSequence, reference)
                        .build());
        DataSet dataSet = result.file().dataSet();

        assertThat(dataSet.string(Tag.SOPInstanceUID)).hasValue("1.2.3.4.1");
        assertThat(result.file().meta().sopInstanceUid()).isEqualTo("1.2.3.4.1");
        assertThat(dataSet.string(Tag.StudyInstanceUID)).hasValue("1.2.3.4");
        assertThat(dataSet.string(Tag.SeriesInstanceUID)).hasValue("1.2.3.4.0");
        assertThat(dataSet.string(Tag.FrameOfReferenceUID)).hasValue("1.2.3.5");
        assertThat(dataSet.items(Tag.ReferencedImageSequence).getFirst().string(Tag.ReferencedSOPInstanceUID))
                .hasValue("1.2.3.4.9");
        assertThat(result.uids()).isEmpty();
        assertThat(dataSet.string(Tag.PatientName)).isPresent().isNotEqualTo("ZEBRAFINCH^Ada");
        assertThat(dataSet.string(Tag.StudyDate, "")).isEmpty();
        assertThat(codes(dataSet)).containsExactly("113100", "113110");
    }

    @Test
    void retainsTheInstitution() throws IOException {
        DataSet dataSet = treat(
                        Option.RETAIN_INSTITUTION_IDENTITY,
                        DatePolicy.REMOVE,
                        instance(Uid.CTImageStorage)
                                .put(Tag.InstitutionName, "Ada Memorial Hospital")
                                .put(Tag.InstitutionAddress, "12 Harbour Road")
                                .put(Tag.InstitutionalDepartmentName, "Radiology")
                                .put(Tag.StationName, "CT1")
                                .put(Tag.OperatorsName, "Quimby^Ann")
                                .build())
                .file()
                .dataSet();

        assertThat(dataSet.string(Tag.InstitutionName)).hasValue("Ada Memorial Hospital");
        assertThat(dataSet.string(Tag.InstitutionAddress)).hasValue("12 Harbour Road");
        assertThat(dataSet.string(Tag.InstitutionalDepartmentName)).hasValue("Radiology");
        assertThat(dataSet.contains(Tag.StationName)).isFalse();
        assertThat(dataSet.string(Tag.OperatorsName, "")).doesNotContain("Quimby");
        assertThat(dataSet.string(Tag.SOPInstanceUID, "")).startsWith("2.25.");
        assertThat(codes(dataSet)).containsExactly("113100", "113112");
    }

    @Test
    void retainsFullDates() throws IOException {
        DataSet dataSet = treat(
                        Option.RETAIN_LONGITUDINAL_FULL_DATES,
                        DatePolicy.KEEP,
                        instance(Uid.CTImageStorage)
                                .putItems(
                                        Tag.RequestAttributesSequence,
                                        DataSet.builder()
                                                .put(Tag.ScheduledProcedureStepStartDate, "20240228")
                                                .build())
                                .build())
                .file()
                .dataSet();

        assertThat(dataSet.string(Tag.StudyDate)).hasValue("20240229");
        assertThat(dataSet.string(Tag.SeriesDate)).hasValue("20240301");
        assertThat(dataSet.string(Tag.StudyTime)).hasValue("101112");
        assertThat(dataSet.string(Tag.AcquisitionDateTime)).hasValue("20240229101112.5");
        assertThat(dataSet.string(Tag.PatientBirthDate, "")).isEmpty();
        assertThat(dataSet.string(Tag.LongitudinalTemporalInformationModified)).hasValue("UNMODIFIED");
        assertThat(codes(dataSet)).containsExactly("113100", "113106");
    }

    private static List<String> codes(DataSet dataSet) {
        return dataSet.items(Tag.DeidentificationMethodCodeSequence).stream()
                .map(item -> item.string(Tag.CodeValue, ""))
                .toList();
    }

    @Test
    void leavesNoTraceOfIdentifiersAnywhere() throws IOException {
        DataSet nested = DataSet.builder()
                .put(Tag.PatientName, SECRET)
                .put(Tag.InstitutionName, SECRET)
                .put(Tag.ReferencedSOPInstanceUID, "1.2.3.4.1")
                .put(0x00290010, VR.LO, SECRET)
                .build();
        DataSet dataSet = instance(Uid.CTImageStorage)
                .putItems(Tag.RequestAttributesSequence, nested)
                .putItems(
                        Tag.ContentSequence,
                        nested.toBuilder()
                                .put(Tag.TextValue, SECRET)
                                .putItems(Tag.ContentSequence, nested)
                                .build())
                .put(0x00290010, VR.LO, SECRET)
                .putBytes(0x00291001, VR.UN, SECRET.getBytes(StandardCharsets.US_ASCII))
                .putBytes(0x00170001, VR.OB, SECRET.getBytes(StandardCharsets.US_ASCII))
                .putBytes(0x60003000, VR.OW, SECRET.getBytes(StandardCharsets.US_ASCII))
                .put(0x60000022, VR.LO, SECRET)
                .putBytes(0xFFFCFFFC, VR.OB, SECRET.getBytes(StandardCharsets.US_ASCII))
                .put(Tag.ImageComments, SECRET)
                .putBytes(Tag.Manufacturer, VR.LO, ("Scanners\0" + SECRET).getBytes(StandardCharsets.US_ASCII))
                .build();

        Deidentified result = treat("basic", dataSet);

        assertThat(written(result.file())).doesNotContain(SECRET).doesNotContain("1.2.3.4");
        assertThat(result.actions().toString()).doesNotContain(SECRET);
        assertThat(result.file().dataSet().string(Tag.Manufacturer)).hasValue("Scanners");
    }

    @Test
    void keepsReferencesIntact() throws IOException {
        DataSet reference = DataSet.builder()
                .put(Tag.ReferencedSOPClassUID, Uid.CTImageStorage)
                .put(Tag.ReferencedSOPInstanceUID, "1.2.3.4.1")
                .build();
        DataSet image =
                treat("basic", instance(Uid.CTImageStorage).build()).file().dataSet();
        DataSet segmentation = treat(
                        "basic",
                        instance(Uid.SegmentationStorage)
                                .put(Tag.SOPInstanceUID, "1.2.3.4.2")
                                .putItems(
                                        Tag.ReferencedSeriesSequence,
                                        DataSet.builder()
                                                .put(Tag.SeriesInstanceUID, "1.2.3.4.0")
                                                .putItems(Tag.ReferencedInstanceSequence, reference)
                                                .build())
                                .build())
                .file()
                .dataSet();

        DataSet series = segmentation.items(Tag.ReferencedSeriesSequence).getFirst();
        assertThat(series.string(Tag.SeriesInstanceUID)).isEqualTo(image.string(Tag.SeriesInstanceUID));
        assertThat(series.items(Tag.ReferencedInstanceSequence).getFirst().string(Tag.ReferencedSOPInstanceUID))
                .isEqualTo(image.string(Tag.SOPInstanceUID));
        assertThat(segmentation.string(Tag.PatientID)).isEqualTo(image.string(Tag.PatientID));
        assertThat(segmentation.string(Tag.FrameOfReferenceUID)).isEqualTo(image.string(Tag.FrameOfReferenceUID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "longitudinal", "year-only", "research"})
    void changesNothingMoreTheSecondTime(String profile) throws IOException {
        DicomFile once = treat(profile, instance(Uid.CTImageStorage).build()).file();
        Deidentified twice = new Deidentifier(Profiles.named(profile), KEY).apply(once);

        assertThat(written(twice.file())).isEqualTo(written(once));
        assertThat(twice.uids()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "longitudinal", "basic+pixels"})
    void changesNothingMoreTheSecondTimeWithoutAPatient(String profile) throws IOException {
        DataSet nobody = instance(Uid.CTImageStorage).remove(Tag.PatientID).build();
        DicomFile once = treat(profile, nobody).file();

        assertThat(written(new Deidentifier(Profiles.named(profile), KEY)
                        .apply(once)
                        .file()))
                .isEqualTo(written(once));
    }

    @Test
    void dependsOnTheKey() throws IOException {
        DicomFile file = DicomFile.of(instance(Uid.CTImageStorage).build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        DataSet one = new Deidentifier(Profiles.named("longitudinal"), KEY)
                .apply(file)
                .file()
                .dataSet();
        DataSet other = new Deidentifier(Profiles.named("longitudinal"), OTHER_KEY)
                .apply(file)
                .file()
                .dataSet();

        for (int tag : new int[] {Tag.SOPInstanceUID, Tag.PatientID, Tag.AccessionNumber, Tag.StudyDate}) {
            assertThat(one.string(tag)).isPresent().isNotEqualTo(other.string(tag));
        }
        assertThat(one.string(Tag.AccessionNumber, "")).hasSize(16);
    }

    @Test
    void shiftsDatesOfAPatientByTheSameWeeks() throws IOException {
        DataSet dataSet = treat("longitudinal", instance(Uid.CTImageStorage).build())
                .file()
                .dataSet();
        java.time.format.DateTimeFormatter format = java.time.format.DateTimeFormatter.BASIC_ISO_DATE;
        java.time.LocalDate study = java.time.LocalDate.parse(dataSet.string(Tag.StudyDate, ""), format);
        java.time.LocalDate series = java.time.LocalDate.parse(dataSet.string(Tag.SeriesDate, ""), format);

        assertThat(study.plusDays(1)).isEqualTo(series);
        assertThat(study.getDayOfWeek())
                .isEqualTo(java.time.LocalDate.of(2024, 2, 29).getDayOfWeek());
        assertThat(study).isBefore("2024-02-29");
        assertThat(dataSet.string(Tag.AcquisitionDateTime)).hasValue(study.format(format) + "101112.5");
    }

    @Test
    void saysWhatWasDone() throws IOException {
        DataSet dataSet =
                treat("research", instance(Uid.CTImageStorage).build()).file().dataSet();

        assertThat(dataSet.string(Tag.PatientIdentityRemoved)).hasValue("YES");
        assertThat(dataSet.items(Tag.DeidentificationMethodCodeSequence))
                .extracting(item -> item.string(Tag.CodeValue, ""))
                .containsExactly("113100", "113109", "113108");
        assertThat(dataSet.string(Tag.LongitudinalTemporalInformationModified)).hasValue("REMOVED");
    }

    @Test
    void keepsPrivateElementsThatTheStandardCallsSafe() throws IOException {
        Profile profile =
                new Profile("safe", 1, "p", Set.of(Option.RETAIN_SAFE_PRIVATE), DatePolicy.REMOVE, Map.of(), List.of());
        DataSet dataSet = instance(Uid.CTImageStorage)
                .put(0x00190010, VR.LO, "SIEMENS MR HEADER")
                .put(0x0019100C, VR.IS, "1000")
                .put(0x001910FF, VR.LO, SECRET)
                .put(0x00290010, VR.LO, "SIEMENS MR HEADER")
                .put(0x00291001, VR.LO, SECRET)
                .put(0x70530010, VR.LO, "Philips PET Private Group")
                .put(0x70531003, VR.ST, SECRET)
                .build();

        DataSet result = new Deidentifier(profile, KEY)
                .apply(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                .file()
                .dataSet();

        assertThat(result.elements())
                .extracting(Element::tag)
                .filteredOn(Tags::isPrivate)
                .containsExactly(0x00190010, 0x0019100C);
        assertThat(result.string(0x0019100C)).hasValue("1000");
    }

    @Test
    void refusesADirectory() {
        DataSet directory = instance(Uid.MediaStorageDirectoryStorage)
                .putItems(Tag.DirectoryRecordSequence, List.of())
                .build();

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> treat("basic", directory));
    }

    @Test
    void treatsEveryRealFile() throws IOException {
        Deidentifier deidentifier = new Deidentifier(Profiles.named("basic"), KEY);
        for (Path path : SharedData.files("dicom-conformance")) {
            try {
                DicomFile file = DicomFile.read(path, ReadOptions.LENIENT);
                DicomFile result = deidentifier.apply(file).file();
                result.write(java.io.OutputStream.nullOutputStream());
                List<Element> found = new java.util.ArrayList<>();
                collectIdentity(result.dataSet(), found);
                assertThat(found).as("%s", path).isEmpty();
            } catch (MalformedDicomException | RefusedException e) {
                assertThat(e).isNotNull();
            }
        }
    }

    private static void collectIdentity(DataSet dataSet, List<Element> found) {
        for (Element element : dataSet) {
            boolean isName = element.vr() == VR.PN
                    && !dataSet.string(element.tag(), "REMOVED").matches("REMOVED|P[A-Z2-9]{19}");
            if (isName || Tags.isPrivate(element.tag())) {
                found.add(element);
            }
            dataSet.items(element.tag()).forEach(item -> collectIdentity(item, found));
        }
    }
}
