package org.roentgen.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.roentgen.dicom.Bytes;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.MalformedDicomException;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.SharedData;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.Value;

class CodestreamHygieneTest {
    private static final String SECRET = "ZEBRAFINCH";
    private static final DataSet IMAGE = DataSet.builder()
            .putIntegers(Tag.Rows, 2)
            .putIntegers(Tag.Columns, 2)
            .build();

    private static byte[] clean(String syntax, byte[] frame) throws Exception {
        Value.Fragments pixels = new Value.Fragments(Bytes.EMPTY, List.of(Bytes.copyOf(frame)));
        return CodestreamHygiene.clean(
                        IMAGE, pixels, TransferSyntax.find(syntax).orElseThrow())
                .fragments()
                .getFirst()
                .toBytes();
    }

    private static byte[] frame(Object... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof String text) {
                out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
            } else {
                out.write((Integer) part);
            }
        }
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void blanksCommentsApplicationsAndTheTailOfJpeg() throws Exception {
        byte[] jpeg = frame(
                0xFF,
                0xD8,
                0xFF,
                0xE0,
                0,
                26,
                "JFIF\0",
                1,
                1,
                0,
                0,
                1,
                0,
                1,
                1,
                1,
                SECRET,
                0xFF,
                0xE1,
                0,
                18,
                "Exif\0\0",
                SECRET,
                0xFF,
                0xEE,
                0,
                14,
                "Adobe",
                0,
                100,
                0,
                0,
                0,
                0,
                1,
                0xFF,
                0xFE,
                0,
                12,
                SECRET,
                0xFF,
                0xDA,
                0,
                4,
                1,
                2,
                7,
                0xFF,
                0,
                9,
                0xFF,
                0xD0,
                5,
                0xFF,
                0xFE,
                0,
                12,
                SECRET,
                0xFF,
                0xD9,
                SECRET);

        byte[] cleaned = clean(Uid.JPEGBaseline8Bit, jpeg);

        assertThat(cleaned).hasSameSizeAs(jpeg);
        assertThat(text(cleaned)).doesNotContain(SECRET).contains("JFIF").contains("Adobe\0d");
        assertThat(text(cleaned).replace("\0", "").length())
                .as("nothing else is blanked")
                .isEqualTo(text(jpeg)
                                .replace(SECRET, "")
                                .replace("Exif", "")
                                .replace("\0", "")
                                .length()
                        - 2);
    }

    @Test
    void blanksCommentsAndTheTailOfJpeg2000() throws Exception {
        byte[] codestream = frame(
                0xFF, 0x4F, 0xFF, 0x64, 0, 14, 0, 1, SECRET, 0xFF, 0x90, 0, 10, 0, 0, 0, 0, 0, 32, 0, 1, 0xFF, 0x64, 0,
                14, 0, 1, SECRET, 0xFF, 0x93, 1, 2, 0xFF, 0xD9, SECRET);

        assertThat(text(clean(Uid.JPEG2000Lossless, codestream))).doesNotContain(SECRET);
        assertThat(clean(Uid.JPEG2000Lossless, codestream)).hasSameSizeAs(codestream);
    }

    @Test
    void blanksTheTailOfRunLengths() throws Exception {
        byte[] rle = Arrays.copyOf(new byte[] {1, 0, 0, 0, 64, 0, 0, 0}, 64 + 5 + SECRET.length());
        System.arraycopy(new byte[] {3, 11, 12, 13, 14}, 0, rle, 64, 5);
        System.arraycopy(SECRET.getBytes(StandardCharsets.US_ASCII), 0, rle, 69, SECRET.length());

        byte[] cleaned = clean(Uid.RLELossless, rle);

        assertThat(text(cleaned)).doesNotContain("Z");
        assertThat(Arrays.copyOf(cleaned, 69)).isEqualTo(Arrays.copyOf(rle, 69));
    }

    @Test
    void changesNoPixelOfRealFiles() throws Exception {
        int compared = 0;
        Set<String> syntaxes = new java.util.TreeSet<>();
        for (Path path : SharedData.files("dicom-conformance")) {
            DicomFile file;
            try {
                file = DicomFile.read(path, ReadOptions.LENIENT);
            } catch (MalformedDicomException e) {
                continue;
            }
            if (file.dataSet()
                                    .element(Tag.PixelData)
                                    .map(element -> element.value())
                                    .orElse(null)
                            instanceof Value.Fragments fragments
                    && !path.toString().contains("malformed")) {
                Value.Fragments cleaned = CodestreamHygiene.clean(
                        file.dataSet(), fragments, file.meta().transferSyntax());
                if (cleaned == fragments) {
                    continue;
                }
                DataSet changed = file.dataSet().toBuilder()
                        .putElement(new org.roentgen.dicom.Element(Tag.PixelData, org.roentgen.dicom.VR.OB, cleaned))
                        .build();
                assertThat(hashes(changed, file)).as("%s", path).isEqualTo(hashes(file.dataSet(), file));
                syntaxes.add(file.meta().transferSyntax().uid());
                compared++;
            }
        }
        System.out.println("codestreams with something to blank: " + compared + " files, " + syntaxes);
        assertThat(compared).isPositive();
    }

    private static List<String> hashes(DataSet dataSet, DicomFile file) throws Exception {
        List<String> hashes = new ArrayList<>();
        PixelReader reader = PixelReader.of(dataSet, file.meta().transferSyntax());
        for (int frame = 0; frame < Math.min(3, reader.frames()); frame++) {
            hashes.add(Arrays.hashCode(reader.frame(frame).bytes()) + "");
        }
        return hashes;
    }
}
