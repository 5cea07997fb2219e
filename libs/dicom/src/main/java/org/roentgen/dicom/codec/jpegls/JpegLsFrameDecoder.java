package org.roentgen.dicom.codec.jpegls;

import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.codec.FrameDecoder;
import org.roentgen.dicom.codec.FrameFormat;
import org.roentgen.dicom.codec.MalformedFrameException;

/** JPEG-LS frames, lossless and near-lossless, of every interleave mode (transfer syntaxes 1.2.840.10008.1.2.4.80, .81). */
public final class JpegLsFrameDecoder implements FrameDecoder {
    @Override
    public void decode(byte[] frame, FrameFormat format, byte[] target) throws MalformedFrameException {
        LsHeaders headers = new LsHeaders(frame, format);
        int all = (1 << format.samplesPerPixel()) - 1;
        int seen = 0;
        int at = 0;
        while (seen != all) {
            @Nullable ScanHeader scan = headers.nextScan(at);
            if (scan == null) {
                throw new MalformedFrameException(
                        "JPEG-LS", frame.length, "the image ends before all its components are coded");
            }
            at = new ScanDecoder(frame, scan, format).decode(target);
            for (int component : scan.components()) {
                seen |= 1 << component;
            }
        }
    }
}
