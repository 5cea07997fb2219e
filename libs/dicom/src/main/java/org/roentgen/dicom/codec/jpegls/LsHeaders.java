package org.roentgen.dicom.codec.jpegls;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.codec.FrameFormat;
import org.roentgen.dicom.codec.MalformedFrameException;
import org.roentgen.dicom.codec.MarkerReader;

/** Reads the marker segments of a JPEG-LS codestream (T.87 annex C). */
final class LsHeaders {
    private final MarkerReader reader;
    private final FrameFormat format;
    private final List<Integer> identifiers = new ArrayList<>();
    private int precision;
    private int maximum;
    private int t1;
    private int t2;
    private int t3;
    private int reset;

    LsHeaders(byte[] data, FrameFormat format) throws MalformedFrameException {
        reader = new MarkerReader("JPEG-LS", data);
        this.format = format;
        if (data.length < 4 || data[0] != (byte) 0xff || data[1] != (byte) 0xd8) {
            throw reader.malformed("the frame does not begin with a start-of-image marker");
        }
    }

    /** The next scan at or after {@code from}, or null at the end of the image. */
    @Nullable
    ScanHeader nextScan(int from) throws MalformedFrameException {
        int at = from;
        while (true) {
            int marker = reader.marker(at);
            if (marker == 0xd9) {
                return null;
            }
            if (marker == 0xd8 || marker < 0xc0) {
                at = reader.position();
                continue;
            }
            reader.open();
            at = reader.end();
            if (marker == 0xda) {
                return scan();
            }
            segment(marker);
        }
    }

    private void segment(int marker) throws MalformedFrameException {
        switch (marker) {
            case 0xf7 -> frame();
            case 0xf8 -> presets();
            case 0xdd -> {
                if (reader.remaining() >= 2 && reader.word() != 0) {
                    throw reader.malformed("restart intervals are not supported");
                }
            }
            case 0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf ->
                throw reader.malformed(
                        "marker 0xff" + Integer.toHexString(marker) + " begins a frame of another process");
            default -> {}
        }
    }

    private void frame() throws MalformedFrameException {
        precision = reader.octet();
        int rows = reader.word();
        int columns = reader.word();
        int count = reader.octet();
        if (rows != format.rows() || columns != format.columns() || count != format.samplesPerPixel()) {
            throw reader.malformed("the codestream holds " + rows + " x " + columns + " pixels of " + count
                    + " samples, the data set says " + format.rows() + " x " + format.columns() + " of "
                    + format.samplesPerPixel());
        }
        if (precision < 2 || precision > 16 || precision > format.sample().bitsAllocated()) {
            throw reader.malformed("samples of " + precision + " bits do not fit Bits Allocated "
                    + format.sample().bitsAllocated());
        }
        identifiers.clear();
        for (int i = 0; i < count; i++) {
            identifiers.add(reader.octet());
            if (reader.octet() != 0x11) {
                throw reader.malformed("subsampled components are not supported");
            }
            reader.octet();
        }
    }

    private void presets() throws MalformedFrameException {
        int type = reader.octet();
        if (type != 1) {
            throw reader.malformed("LSE segments of type " + type + " (mapping tables, sizes) are not supported");
        }
        maximum = reader.word();
        t1 = reader.word();
        t2 = reader.word();
        t3 = reader.word();
        reset = reader.word();
    }

    private ScanHeader scan() throws MalformedFrameException {
        if (identifiers.isEmpty()) {
            throw reader.malformed("a scan comes before the frame header");
        }
        int count = reader.octet();
        List<Integer> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int component = identifiers.indexOf(reader.octet());
            if (component < 0 || components.contains(component)) {
                throw reader.malformed("a scan names a component that the frame header does not, or twice");
            }
            if (reader.octet() != 0) {
                throw reader.malformed("mapping tables are not supported");
            }
            components.add(component);
        }
        int near = reader.octet();
        int interleave = reader.octet();
        int pointTransform = reader.octet() & 15;
        if (interleave > 2 || components.isEmpty() || interleave == 0 && components.size() > 1) {
            throw reader.malformed("interleave mode " + interleave + " with " + count + " components in a scan");
        }
        return new ScanHeader(components, interleave, pointTransform, parameters(near), reader.end());
    }

    private CodingParameters parameters(int near) throws MalformedFrameException {
        int largest = maximum == 0 ? (1 << precision) - 1 : maximum;
        if (largest >= 1 << precision) {
            throw reader.malformed("MAXVAL " + largest + " does not fit samples of " + precision + " bits");
        }
        try {
            CodingParameters standard = CodingParameters.standard(largest, near);
            return new CodingParameters(
                    largest,
                    near,
                    t1 == 0 ? standard.t1() : t1,
                    t2 == 0 ? standard.t2() : t2,
                    t3 == 0 ? standard.t3() : t3,
                    reset == 0 ? standard.reset() : reset);
        } catch (IllegalArgumentException e) {
            throw reader.malformed(String.valueOf(e.getMessage()));
        }
    }
}
