package org.roentgen.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DicomFileTest {
    @TempDir
    Path directory;

    static Stream<TransferSyntax> syntaxes() {
        return Stream.of(
                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
                TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private static DataSet sample() {
        DataSet item = DataSet.builder()
                .put(Tag.CodeValue, "T-D1100")
                .put(Tag.CodeMeaning, "Tête")
                .build();
        return DataSet.builder()
                .put(Tag.SOPClassUID, Uid.CTImageStorage)
                .put(Tag.SOPInstanceUID, "1.2.3.4")
                .put(Tag.PatientName, "Müller^Jürgen")
                .put(Tag.ImageType, "ORIGINAL", "PRIMARY")
                .putItems(Tag.AnatomicRegionSequence, item, item.withUndefinedLength(true))
                .putIntegers(Tag.Rows, 512)
                .putDecimals(Tag.PixelSpacing, 0.4882812551, 1)
                .putDecimals(Tag.DiffusionBValue, 1.5)
                .putBytes(Tag.PixelData, VR.OW, new byte[100_000])
                .build();
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void readsWhatItWrote(TransferSyntax syntax) throws IOException {
        Path path = directory.resolve("sample.dcm");
        DicomFile.of(sample(), syntax).write(path);

        DicomFile read = DicomFile.read(path);

        DataSet dataSet = read.dataSet();
        assertThat(read.repairs()).isEmpty();
        assertThat(read.meta().transferSyntax()).isEqualTo(syntax);
        assertThat(dataSet.personName(Tag.PatientName)).hasValue(PersonName.parse("Müller^Jürgen"));
        assertThat(dataSet.strings(Tag.ImageType)).containsExactly("ORIGINAL", "PRIMARY");
        assertThat(dataSet.integer(Tag.Rows)).hasValue(512);
        assertThat(dataSet.decimals(Tag.PixelSpacing)).containsExactly(0.4882812551, 1);
        assertThat(dataSet.decimal(Tag.DiffusionBValue)).hasValue(1.5);
        assertThat(dataSet.items(Tag.AnatomicRegionSequence))
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.string(Tag.CodeMeaning)).hasValue("Tête"));
        assertThat(dataSet.bytes(Tag.PixelData)).hasValue(new byte[100_000]);
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void writesAgainWhatItReadByteByByte(TransferSyntax syntax) throws IOException {
        byte[] written = bytes(DicomFile.of(sample(), syntax));
        Path path = Files.write(directory.resolve("sample.dcm"), written);

        assertThat(bytes(DicomFile.read(path))).isEqualTo(written);
        assertThat(bytes(DicomFile.read(new ByteArrayInputStream(written), ReadOptions.STRICT)))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {Uid.ImplicitVRLittleEndian, Uid.ExplicitVRLittleEndian})
    void readsFilesThatBeginWithAPrivateGroup(String syntax) throws IOException {
        DataSet dataSet = DataSet.builder()
                .put(0x00030010, VR.LO, "ISI")
                .putIntegers(Tag.Rows, 512)
                .build();
        byte[] bytes = bytes(DicomFile.of(dataSet, TransferSyntax.of(syntax)));
        int length =
                ByteBuffer.wrap(bytes, 140, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] bare = Arrays.copyOfRange(bytes, 144 + length, bytes.length);
        DicomFile read = DicomFile.read(new ByteArrayInputStream(bare), ReadOptions.STRICT);
        assertThat(read.meta().transferSyntax().uid()).isEqualTo(syntax);
        assertThat(read.dataSet().integer(Tag.Rows)).hasValue(512);
    }

    @Test
    void readsTheByteOrderThatIsThere() throws IOException {
        for (TransferSyntax there :
                List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN)) {
            String stated = there.bigEndian() ? Uid.ExplicitVRLittleEndian : Uid.ExplicitVRBigEndian;
            byte[] bytes = bytes(DicomFile.of(sample(), there));
            String text =
                    new String(bytes, StandardCharsets.ISO_8859_1).replaceFirst(Pattern.quote(there.uid()), stated);
            DicomFile read = DicomFile.read(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), ReadOptions.LENIENT);
            assertThat(read.repairs()).extracting(Repair::rule).containsExactly(Rule.ENCODING_MISMATCH);
            assertThat(read.dataSet().integer(Tag.Rows)).hasValue(512);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6, 9})
    void readsDeflatedDataInAZlibWrapper(int level) throws IOException {
        byte[] plain = bytes(DicomFile.of(sample(), TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN));
        int begin = 144
                + ByteBuffer.wrap(plain, 140, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
        ByteArrayOutputStream wrapped = new ByteArrayOutputStream();
        wrapped.write(plain, 0, begin);
        try (InputStream inflated = new InflaterInputStream(
                        new ByteArrayInputStream(plain, begin, plain.length - begin), new Inflater(true));
                OutputStream deflating = new DeflaterOutputStream(wrapped, new Deflater(level))) {
            inflated.transferTo(deflating);
        }
        DicomFile read = DicomFile.read(new ByteArrayInputStream(wrapped.toByteArray()), ReadOptions.STRICT);
        assertThat(read.repairs()).extracting(Repair::rule).containsExactly(Rule.ENCODING_MISMATCH);
        assertThat(bytes(read)).isEqualTo(plain);
    }

    @Test
    void leavesLongValuesOnDisk() throws IOException {
        Path path = directory.resolve("sample.dcm");
        DicomFile.of(sample(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(path);

        DataSet dataSet = DicomFile.read(path).dataSet();

        assertThat(dataSet.element(Tag.PixelData).orElseThrow().value())
                .isInstanceOfSatisfying(
                        Bulk.class, bulk -> assertThat(bulk.length()).isEqualTo(100_000));
    }

    @Test
    void keepsTheBytesOfTextThatTheOuterCharacterSetLacks() throws IOException {
        byte[] cyrillic = {(byte) 0xD4, (byte) 0xD5};
        DataSet item = DataSet.builder()
                .put(Tag.SpecificCharacterSet, "ISO_IR 144")
                .putBytes(Tag.CodeMeaning, VR.LO, cyrillic)
                .build()
                .toBuilder()
                .remove(Tag.SpecificCharacterSet)
                .build();
        DataSet outer = DataSet.builder()
                .put(Tag.SpecificCharacterSet, "ISO_IR 100")
                .putItems(Tag.ConceptNameCodeSequence, item)
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataSetWriter.write(outer, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, out);
        assertThat(out.toByteArray()).containsSequence(cyrillic);
    }

    @Test
    void stopsBeforeATag() throws IOException {
        Path path = directory.resolve("sample.dcm");
        DicomFile.of(sample(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(path);

        DataSet dataSet = DicomFile.read(path, ReadOptions.STRICT.stopBefore(Tag.PixelData))
                .dataSet();

        assertThat(dataSet.contains(Tag.PixelData)).isFalse();
        assertThat(dataSet.contains(Tag.Rows)).isTrue();
    }

    private static byte[] bytes(DicomFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.write(out);
        return out.toByteArray();
    }
}
