package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;

/**
 * A DICOM file to send as it is: only its meta information is read beforehand, the data set is streamed unparsed.
 *
 * @param offset where the data set starts
 */
record InstanceFile(Path path, String sopClassUid, String sopInstanceUid, String transferSyntaxUid, long offset)
        implements InstanceSource {
    private static final int LARGEST_META = 64 * 1024;
    private static final int PREFIX_END = 132;
    private static final int META_GROUP = 0x0002;
    private static final String LONG_FORM = "OB OW UN UT SQ OF OD OL OV SV UV UC UR";

    static InstanceSource open(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer head = ByteBuffer.allocate(LARGEST_META).order(ByteOrder.LITTLE_ENDIAN);
            while (head.hasRemaining() && channel.read(head) >= 0) {}
            head.flip();
            if (hasPrefix(head)) {
                head.position(PREFIX_END);
                Map<Integer, String> meta = meta(head);
                String sopClass = meta.getOrDefault(Tag.MediaStorageSOPClassUID, "");
                String instance = meta.getOrDefault(Tag.MediaStorageSOPInstanceUID, "");
                String syntax = meta.getOrDefault(Tag.TransferSyntaxUID, "");
                if (!sopClass.isEmpty() && !instance.isEmpty() && !syntax.isEmpty()) {
                    return new InstanceFile(path, sopClass, instance, syntax, head.position());
                }
            }
        } catch (BufferUnderflowException _) {
            // no usable meta information: the parser below says what is wrong, or repairs it
        }
        DicomFile file = DicomFile.read(path, ReadOptions.LENIENT);
        return InstanceSource.of(file.dataSet(), file.meta().transferSyntax());
    }

    @Override
    public InputStream open() throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        channel.position(offset);
        return Channels.newInputStream(channel);
    }

    private static boolean hasPrefix(ByteBuffer head) {
        return head.limit() > PREFIX_END
                && head.get(128) == 'D'
                && head.get(129) == 'I'
                && head.get(130) == 'C'
                && head.get(131) == 'M';
    }

    /** Reads the elements of group 0002, always Explicit VR Little Endian, and stops behind them. */
    private static Map<Integer, String> meta(ByteBuffer head) {
        Map<Integer, String> values = new HashMap<>();
        while (head.remaining() >= 8 && head.getShort(head.position()) == META_GROUP) {
            head.getShort();
            int tag = META_GROUP << 16 | head.getShort() & 0xFFFF;
            byte[] representation = new byte[2];
            head.get(representation);
            int length;
            if (LONG_FORM.contains(new String(representation, StandardCharsets.US_ASCII))) {
                head.getShort();
                length = head.getInt();
            } else {
                length = head.getShort() & 0xFFFF;
            }
            if (length < 0 || length > head.remaining()) {
                throw new BufferUnderflowException();
            }
            byte[] value = new byte[length];
            head.get(value);
            values.put(
                    tag,
                    new String(value, StandardCharsets.US_ASCII)
                            .replace('\0', ' ')
                            .strip());
        }
        return values;
    }
}
