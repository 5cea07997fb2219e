package org.roentgen.dicom.pixel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Value;
import org.roentgen.dicom.pixel.UnreadablePixelsException.Reason;

/** Finds the fragments of each frame: by count, by the offset tables, or by where codestreams begin (PS3.5 A.4). */
final class FragmentIndex {
    private FragmentIndex() {}

    /** The first fragment of each frame, and behind them the number of fragments. */
    static int[] of(DataSet dataSet, Value.Fragments pixels, int frames) throws IOException {
        int fragments = pixels.fragments().size();
        if (fragments == 0) {
            throw new UnreadablePixelsException(Reason.TRUNCATED, "the pixel data has no fragment");
        }
        if (frames == 1) {
            return new int[] {0, fragments};
        }
        if (fragments < frames) {
            throw new UnreadablePixelsException(
                    Reason.TRUNCATED, frames + " frames cannot come from " + fragments + " fragments");
        }
        if (fragments == frames) {
            return sequence(fragments);
        }
        Optional<int[]> byTable = byOffsets(offsets(dataSet, pixels), pixels, frames);
        if (byTable.isPresent()) {
            return byTable.get();
        }
        int[] filled = IntStream.range(0, fragments)
                .filter(i -> pixels.fragments().get(i).length() > 0)
                .toArray();
        return filled.length == frames ? apart(filled, fragments) : byStart(pixels, frames);
    }

    /** A frame in each fragment that is not empty. */
    private static int[] apart(int[] filled, int fragments) {
        int[] starts = Arrays.copyOf(filled, filled.length + 1);
        starts[0] = 0;
        starts[filled.length] = fragments;
        return starts;
    }

    private static int[] sequence(int count) {
        int[] starts = new int[count + 1];
        Arrays.setAll(starts, i -> i);
        return starts;
    }

    private static long[] offsets(DataSet dataSet, Value.Fragments pixels) throws IOException {
        Optional<byte[]> extended = dataSet.bytes(Tag.ExtendedOffsetTable);
        if (extended.isPresent()) {
            ByteBuffer buffer = ByteBuffer.wrap(extended.get()).order(ByteOrder.LITTLE_ENDIAN);
            long[] offsets = new long[buffer.remaining() / 8];
            buffer.asLongBuffer().get(offsets);
            return offsets;
        }
        ByteBuffer buffer = ByteBuffer.wrap(pixels.offsetTable().toBytes()).order(ByteOrder.LITTLE_ENDIAN);
        long[] offsets = new long[buffer.remaining() / 4];
        Arrays.setAll(offsets, i -> buffer.getInt(4 * i) & 0xffffffffL);
        return offsets;
    }

    private static Optional<int[]> byOffsets(long[] offsets, Value.Fragments pixels, int frames) {
        if (offsets.length != frames) {
            return Optional.empty();
        }
        int[] starts = new int[frames + 1];
        int frame = 0;
        long offset = 0;
        for (int i = 0; i < pixels.fragments().size(); i++) {
            if (frame < frames && offsets[frame] == offset) {
                starts[frame++] = i;
            }
            offset += 8 + pixels.fragments().get(i).length();
        }
        starts[frames] = pixels.fragments().size();
        return frame == frames && starts[0] == 0 ? Optional.of(starts) : Optional.empty();
    }

    private static int[] byStart(Value.Fragments pixels, int frames) throws IOException {
        int[] starts = new int[frames + 1];
        int frame = 0;
        for (int i = 0; i < pixels.fragments().size(); i++) {
            if (beginsCodestream(pixels.fragments().get(i))) {
                if (frame < frames) {
                    starts[frame] = i;
                }
                frame++;
            }
        }
        if (frame != frames || starts[0] != 0) {
            throw new UnreadablePixelsException(
                    Reason.TRUNCATED,
                    "no offset table tells which of " + pixels.fragments().size() + " fragments make " + frames
                            + " frames, and " + frame + " codestreams begin in them");
        }
        starts[frames] = pixels.fragments().size();
        return starts;
    }

    /** JPEG and JPEG-LS begin with ff d8 ff, JPEG 2000 with ff 4f ff. */
    private static boolean beginsCodestream(Value.Data fragment) throws IOException {
        if (fragment.length() < 3) {
            return false;
        }
        byte[] start = DataRange.read(fragment, 0, 3);
        return start[0] == (byte) 0xff && (start[1] == (byte) 0xd8 || start[1] == 0x4f) && start[2] == (byte) 0xff;
    }
}
