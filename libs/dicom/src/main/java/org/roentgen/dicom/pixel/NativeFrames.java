package org.roentgen.dicom.pixel;

import java.io.IOException;
import org.roentgen.dicom.Value;
import org.roentgen.dicom.codec.Samples;
import org.roentgen.dicom.pixel.UnreadablePixelsException.Reason;

/**
 * Frames of uncompressed pixel data (PS3.5 8.1, 8.2).
 *
 * @param data the value, numbers in little-endian order by the unit of its VR
 * @param description shape of the frames
 * @param order how the bytes of a sample stand in the value
 */
record NativeFrames(Value.Data data, PixelDescription description, Order order) implements FrameSource {
    /** Order of the bytes of a sample, after values of a big-endian data set were made little-endian by the unit of their VR. */
    enum Order {
        LITTLE_ENDIAN,
        /** 16-bit units are little-endian but stand in big-endian order within longer samples. */
        HIGH_WORD_FIRST,
        HIGH_BYTE_FIRST
    }

    @Override
    public void read(int frame, byte[] target) throws IOException {
        long firstBit = frame * description.nativeBits();
        byte[] raw = raw(frame);
        int samples = Math.toIntExact(description.format().samples());
        switch (description.format().sample().bitsAllocated()) {
            case 1 -> Samples.unpackBits(raw, firstBit & 7, target, samples);
            case 12 -> Samples.unpackTwelves(raw, firstBit & 7, target, samples);
            default -> NativeLayout.arrange(raw, description, target);
        }
    }

    @Override
    public byte[] raw(int frame) throws IOException {
        long firstBit = frame * description.nativeBits();
        long from = firstBit >> 3;
        long end = (firstBit + description.nativeBits() + 7) >> 3;
        if (end > data.length()) {
            throw new UnreadablePixelsException(
                    Reason.TRUNCATED,
                    "frame " + (frame + 1) + " of " + description.frames() + " ends at byte " + end
                            + " of the pixel data, which has " + data.length());
        }
        byte[] raw = DataRange.read(data, from, Math.toIntExact(end - from));
        int bytes = description.format().sample().bytes();
        switch (order) {
            case LITTLE_ENDIAN -> {}
            case HIGH_WORD_FIRST -> swapWords(raw, bytes);
            case HIGH_BYTE_FIRST -> Samples.swap(raw, raw.length, bytes);
        }
        return raw;
    }

    @Override
    public long rawBytes() {
        return data.length();
    }

    /** Reverses the order of 16-bit units within each sample, in place. */
    static void swapWords(byte[] raw, int bytes) {
        for (int start = 0; start + bytes <= raw.length; start += bytes) {
            for (int low = start, high = start + bytes - 2; low < high; low += 2, high -= 2) {
                byte first = raw[low];
                byte second = raw[low + 1];
                raw[low] = raw[high];
                raw[low + 1] = raw[high + 1];
                raw[high] = first;
                raw[high + 1] = second;
            }
        }
    }
}
