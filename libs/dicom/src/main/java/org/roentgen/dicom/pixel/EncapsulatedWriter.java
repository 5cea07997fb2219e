package org.roentgen.dicom.pixel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.roentgen.dicom.Bytes;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.Value;
import org.roentgen.dicom.codec.FrameEncoder;
import org.roentgen.dicom.pixel.UnreadablePixelsException.Reason;

/** Puts frames into a data set as encapsulated pixel data, one fragment a frame (PS3.5 A.4). */
final class EncapsulatedWriter {
    private EncapsulatedWriter() {}

    static void write(DataSet.Builder builder, PixelReader pixels, FrameEncoder encoder) throws IOException {
        if (pixels.description().element() != Tag.PixelData) {
            throw new UnreadablePixelsException(
                    Reason.UNSUPPORTED_TRANSFER_SYNTAX, "float pixel data cannot be compressed (PS3.5 A.4)");
        }
        byte[][] frames = new byte[pixels.frames()][];
        try {
            pixels.forEach((number, frame) -> frames[number] = encoder.encode(frame.bytes(), frame.format()));
        } catch (IllegalArgumentException e) {
            throw new UnreadablePixelsException(Reason.UNSUPPORTED_TRANSFER_SYNTAX, String.valueOf(e.getMessage()));
        }
        List<Value.Data> fragments = new ArrayList<>(frames.length);
        long[] offsets = new long[frames.length];
        long offset = 0;
        for (int i = 0; i < frames.length; i++) {
            offsets[i] = offset;
            offset += 8 + frames[i].length;
            fragments.add(Bytes.copyOf(frames[i]));
        }
        boolean basic = offset < 1L << 32;
        Bytes table = basic ? basicTable(offsets) : Bytes.EMPTY;
        if (!basic) {
            builder.putBytes(Tag.ExtendedOffsetTable, VR.OV, longs(offsets));
            builder.putBytes(Tag.ExtendedOffsetTableLengths, VR.OV, longs(lengths(frames)));
        }
        builder.putElement(new Element(Tag.PixelData, VR.OB, new Value.Fragments(table, fragments)));
    }

    private static Bytes basicTable(long[] offsets) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * offsets.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long offset : offsets) {
            buffer.putInt((int) offset);
        }
        return Bytes.copyOf(buffer.array());
    }

    private static long[] lengths(byte[][] frames) {
        long[] lengths = new long[frames.length];
        for (int i = 0; i < frames.length; i++) {
            lengths[i] = frames[i].length;
        }
        return lengths;
    }

    private static byte[] longs(long[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asLongBuffer().put(values);
        return buffer.array();
    }
}
