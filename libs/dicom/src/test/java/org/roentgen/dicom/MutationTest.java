package org.roentgen.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.dicom.json.BulkDataUris;
import org.roentgen.dicom.json.DicomJson;

/** Damaged files give a data set or a {@link MalformedDicomException}, and nothing else, in bounded time and memory. */
class MutationTest {
    private static final int MUTATIONS = Mutations.count(1_000);
    private static final ReadLimits SMALL = new ReadLimits(16, 20_000, 1 << 20, 8 << 20, 8 << 20);

    @TempDir
    Path directory;

    @Test
    void survivesMutations() throws IOException {
        Random random = new Random(20260101);
        List<byte[]> seeds = seeds();
        Path path = directory.resolve("mutated.dcm");
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = mutate(seeds.get(random.nextInt(seeds.size())), random);
            long start = System.nanoTime();
            read += readsOrRefuses(mutated, path, (i & 1) == 0) ? 1 : 0;
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
        assertThat(read).isBetween(MUTATIONS / 20, MUTATIONS);
    }

    private static boolean readsOrRefuses(byte[] bytes, Path path, boolean lenient) throws IOException {
        ReadOptions options = (lenient ? ReadOptions.LENIENT : ReadOptions.STRICT)
                .withLimits(SMALL)
                .withBulkThreshold(256);
        try {
            DicomFile.read(new ByteArrayInputStream(bytes), options);
            Files.write(path, bytes);
            DicomFile file = DicomFile.read(path, options);
            DicomJson.format(file.dataSet(), BulkDataUris.NONE);
            file.write(OutputStream.nullOutputStream());
            return true;
        } catch (MalformedDicomException e) {
            return false;
        }
    }

    private static byte[] mutate(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = 128 + random.nextInt(bytes.length - 136);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> ByteOrders.putInteger(bytes, at & ~1, random.nextInt());
                case 3 -> ByteOrders.putInteger(bytes, at & ~1, -1);
                case 4 -> System.arraycopy(bytes, 128 + random.nextInt(bytes.length - 136), bytes, at, 8);
                default -> bytes = Arrays.copyOf(bytes, Math.max(at, 300));
            }
        }
        return bytes;
    }

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        DataSet dataSet = nested(8).toBuilder()
                .put(Tag.SpecificCharacterSet, "ISO 2022 IR 6", "ISO 2022 IR 87", "ISO 2022 IR 149")
                .put(Tag.PatientName, "Yamada^Tarou=山田^太郎")
                .put(Tag.SOPClassUID, Uid.SecondaryCaptureImageStorage)
                .put(0x00090010, VR.LO, "GEMS_IDEN_01")
                .put(0x00091001, VR.LO, "private")
                .putBytes(Tag.PixelData, VR.OW, new byte[600])
                .build();
        for (TransferSyntax syntax : DicomFileTest.syntaxes().toList()) {
            seeds.add(bytes(dataSet, syntax));
        }
        Value.Fragments fragments =
                new Value.Fragments(Bytes.EMPTY, List.of(Bytes.copyOf(new byte[300]), Bytes.copyOf(new byte[20])));
        DataSet encapsulated = dataSet.toBuilder()
                .putElement(new Element(Tag.PixelData, VR.OB, fragments))
                .build();
        seeds.add(bytes(encapsulated, TransferSyntax.of(Uid.RLELossless)));
        return seeds;
    }

    private static DataSet nested(int depth) {
        DataSet.Builder builder = DataSet.builder().put(Tag.CodeMeaning, "level " + depth);
        if (depth > 0) {
            DataSet inner = nested(depth - 1).withUndefinedLength(depth % 2 == 0);
            builder.putElement(
                    new Element(Tag.ContentSequence, VR.SQ, new Value.Items(List.of(inner, inner), depth % 3 == 0)));
        }
        return builder.build();
    }

    private static byte[] bytes(DataSet dataSet, TransferSyntax syntax) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomFile.of(dataSet, syntax).write(out);
        return out.toByteArray();
    }

    @Test
    void refusesWhatNestsTooDeep() throws IOException {
        byte[] opening = {
            (byte) 0x40, 0, 0x30, (byte) 0xA7, 'S', 'Q', 0, 0, -1, -1, -1, -1, -2, -1, 0, -32, -1, -1, -1, -1
        };
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        for (int i = 0; i < 100_000; i++) {
            bomb.writeBytes(opening);
        }
        Assertions.assertThatExceptionOfType(MalformedDicomException.class)
                .isThrownBy(() -> DataSetReader.read(
                        bomb.toByteArray(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, ReadOptions.LENIENT))
                .satisfies(e -> assertThat(e.rule()).isEqualTo(Rule.LIMIT))
                .satisfies(e -> assertThat(e.tagPath()).startsWith("(0040,A730)[0].(0040,A730)[0]"));
    }

    @Test
    void refusesADeflateBomb() throws IOException {
        DataSet zeros = DataSet.builder()
                .putBytes(Tag.PixelData, VR.OB, new byte[32 << 20])
                .build();
        byte[] bomb = bytes(zeros, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);

        Assertions.assertThatExceptionOfType(MalformedDicomException.class)
                .isThrownBy(() -> DicomFile.read(
                        new ByteArrayInputStream(bomb),
                        ReadOptions.LENIENT.withLimits(new ReadLimits(16, 1000, 1 << 30, 1 << 30, 1 << 20))))
                .satisfies(e -> assertThat(e.rule()).isEqualTo(Rule.LIMIT));
    }
}
