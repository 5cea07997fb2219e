package org.roentgen.dicom.codec.htj2k;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;
import org.roentgen.dicom.codec.FrameDecoder;
import org.roentgen.dicom.codec.FrameFormat;
import org.roentgen.dicom.codec.MalformedFrameException;
import org.roentgen.dicom.codec.jpeg2000.CodestreamSummary;

/**
 * HTJ2K frames (transfer syntaxes 1.2.840.10008.1.2.4.201, .202 and .203). The headers are checked before native code sees the
 * frame; components come out as coded, the codestream's own component transform undone.
 */
public final class HighThroughputFrameDecoder implements FrameDecoder {
    @Override
    public void decode(byte[] frame, FrameFormat format, byte[] target) throws MalformedFrameException {
        CodestreamSummary summary = CodestreamSummary.of(frame, format);
        if (!Library.AVAILABLE) {
            throw new MalformedFrameException("HTJ2K", -1, "its native decoder is not available on this platform");
        }
        try (NativePicture picture = new NativePicture()) {
            picture.decode(frame);
            picture.copy(format, summary, target);
        }
    }

    /** Loads the library on first use. */
    private static final class Library {
        private static final boolean AVAILABLE = load();

        private static boolean load() {
            try {
                Loader.load(avcodec.class);
                avutil.av_log_set_level(avutil.AV_LOG_QUIET);
                return true;
            } catch (UnsatisfiedLinkError e) {
                return false;
            }
        }
    }
}
