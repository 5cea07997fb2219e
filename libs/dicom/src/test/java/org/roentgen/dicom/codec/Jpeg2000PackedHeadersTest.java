package org.roentgen.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.dicom.object.Judges;

/** Packet headers that an OpenJPEG codestream keeps with its packets are moved to where T.800 A.7.4 and A.7.5 allow them too. */
class Jpeg2000PackedHeadersTest {
    private static final FrameFormat FORMAT = new FrameFormat(70, 90, 1, SampleFormat.of(16, 12, false));

    @TempDir
    Path directory;

    /** A codestream of one tile-part, taken apart. */
    private record Parts(byte[] main, byte[] headers, byte[] bodies) {}

    @Test
    void readsHeadersOfATilePartInSeveralSegments() throws IOException, MalformedFrameException {
        Parts parts = parts();
        int half = parts.headers().length / 2;
        byte[] segments = joined(
                segment(0x61, 0, Arrays.copyOfRange(parts.headers(), 0, half)),
                segment(0x61, 1, Arrays.copyOfRange(parts.headers(), half, parts.headers().length)));
        assertThat(decode(joined(parts.main(), tilePart(segments, parts.bodies()))))
                .isEqualTo(image().samples());
    }

    @Test
    void readsHeadersOfTheMainHeader() throws IOException, MalformedFrameException {
        Parts parts = parts();
        byte[] length = ByteBuffer.allocate(4).putInt(parts.headers().length).array();
        byte[] packed = segment(0x60, 0, joined(length, parts.headers()));
        assertThat(decode(joined(parts.main(), packed, tilePart(new byte[0], parts.bodies()))))
                .isEqualTo(image().samples());
    }

    @Test
    void refusesALengthBeyondTheHeaders() throws IOException {
        Parts parts = parts();
        byte[] length = ByteBuffer.allocate(4).putInt(0x7fffffff).array();
        byte[] packed = segment(0x60, 0, joined(length, parts.headers()));
        assertThatThrownBy(() -> decode(joined(parts.main(), packed, tilePart(new byte[0], parts.bodies()))))
                .isInstanceOf(MalformedFrameException.class)
                .hasMessageContaining("packed packet headers end");
    }

    private static TestImages.Image image() {
        return TestImages.image("blobs", FORMAT);
    }

    private static byte[] decode(byte[] codestream) throws MalformedFrameException {
        byte[] decoded = new byte[image().samples().length];
        FrameCodecs.decoder("1.2.840.10008.1.2.4.90").orElseThrow().decode(codestream, FORMAT, decoded);
        return decoded;
    }

    private Parts parts() throws IOException {
        Path raw = directory.resolve("in.rawl");
        Path file = directory.resolve("out.j2k");
        Files.write(raw, image().samples());
        List<String> options = List.of("-F", "90,70,1,12,u", "-b", "16,16", "-SOP", "-EPH");
        Judges.Result result = Judges.program(
                "opj_compress",
                joinedArguments(List.of("-i", raw.toString(), "-o", file.toString()), options)
                        .toArray());
        assertThat(result.status()).as(result.output()).isZero();
        byte[] codestream = Files.readAllBytes(file);
        int at = 2;
        while (codestream[at + 1] != (byte) 0x90) {
            at += 2 + word(codestream, at + 2);
        }
        int packets = at + 12;
        while (word(codestream, packets) != 0xff93) {
            packets += 2 + word(codestream, packets + 2);
        }
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        ByteArrayOutputStream bodies = new ByteArrayOutputStream();
        boolean header = false;
        for (int i = packets + 2; i < codestream.length - 2; i++) {
            int marker = word(codestream, i);
            if (marker == 0xff91) {
                bodies.write(codestream, i, 6);
                i += 5;
                header = true;
            } else if (marker == 0xff92) {
                headers.write(codestream, i, 2);
                i++;
                header = false;
            } else {
                (header ? headers : bodies).write(codestream[i]);
            }
        }
        return new Parts(Arrays.copyOf(codestream, at), headers.toByteArray(), bodies.toByteArray());
    }

    private static List<String> joinedArguments(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static int word(byte[] data, int at) {
        return (data[at] & 0xff) << 8 | data[at + 1] & 0xff;
    }

    private static byte[] segment(int marker, int index, byte[] content) {
        return ByteBuffer.allocate(content.length + 5)
                .putShort((short) (0xff00 | marker))
                .putShort((short) (content.length + 3))
                .put((byte) index)
                .put(content)
                .array();
    }

    /** The only tile-part of tile 0, and the end of the codestream. */
    private static byte[] tilePart(byte[] segments, byte[] bodies) {
        int length = 12 + segments.length + 2 + bodies.length;
        return ByteBuffer.allocate(length + 2)
                .putInt(0xff90000a)
                .putShort((short) 0)
                .putInt(length)
                .putShort((short) 1)
                .put(segments)
                .putShort((short) 0xff93)
                .put(bodies)
                .putShort((short) 0xffd9)
                .array();
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
