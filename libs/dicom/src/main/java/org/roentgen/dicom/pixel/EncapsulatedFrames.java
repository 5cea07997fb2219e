package org.roentgen.dicom.pixel;

import java.io.IOException;
import java.util.List;
import org.roentgen.dicom.Value;
import org.roentgen.dicom.codec.FrameDecoder;
import org.roentgen.dicom.codec.MalformedFrameException;
import org.roentgen.dicom.pixel.UnreadablePixelsException.Reason;

/** Frames of encapsulated pixel data (PS3.5 A.4). */
final class EncapsulatedFrames implements FrameSource {
    private final List<Value.Data> fragments;
    private final int[] starts;
    private final PixelDescription description;
    private final FrameDecoder decoder;
    private final boolean nativeLayout;

    /**
     * @param starts first fragment of each frame, and behind them the number of fragments
     * @param nativeLayout true if decoded frames lie as uncompressed ones do, planes and all
     */
    EncapsulatedFrames(
            List<Value.Data> fragments,
            int[] starts,
            PixelDescription description,
            FrameDecoder decoder,
            boolean nativeLayout) {
        this.fragments = fragments;
        this.starts = starts.clone();
        this.description = description;
        this.decoder = decoder;
        this.nativeLayout = nativeLayout;
    }

    @Override
    public void read(int frame, byte[] target) throws IOException {
        byte[] decoded = nativeLayout && description.planar() ? new byte[target.length] : target;
        try {
            decoder.decode(raw(frame), description.format(), decoded);
        } catch (MalformedFrameException e) {
            UnreadablePixelsException unreadable = new UnreadablePixelsException(
                    Reason.MALFORMED_FRAME,
                    "frame " + (frame + 1) + " of " + description.frames() + ": " + e.getMessage());
            unreadable.initCause(e);
            throw unreadable;
        }
        if (decoded != target) {
            NativeLayout.arrange(decoded, description, target);
        }
    }

    @Override
    public byte[] raw(int frame) throws IOException {
        if (starts[frame + 1] == starts[frame] + 1) {
            return fragments.get(starts[frame]).toBytes();
        }
        long total = 0;
        for (int i = starts[frame]; i < starts[frame + 1]; i++) {
            total += fragments.get(i).length();
        }
        if (total > Integer.MAX_VALUE - 16) {
            throw new UnreadablePixelsException(Reason.LIMIT, "a compressed frame of " + total + " bytes");
        }
        byte[] whole = new byte[(int) total];
        int at = 0;
        for (int i = starts[frame]; i < starts[frame + 1]; i++) {
            byte[] part = fragments.get(i).toBytes();
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    @Override
    public long rawBytes() {
        return fragments.stream().mapToLong(Value.Data::length).sum();
    }
}
