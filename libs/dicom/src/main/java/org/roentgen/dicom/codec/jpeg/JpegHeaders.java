package org.roentgen.dicom.codec.jpeg;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.codec.MalformedFrameException;
import org.roentgen.dicom.codec.MarkerReader;

/** Reads the marker segments of a codestream up to each scan, keeping the tables in force (T.81 annex B). */
final class JpegHeaders {
    private final MarkerReader reader;
    private final int[][] quantization = new int[4][];
    private final @Nullable HuffmanTable[] dc = new HuffmanTable[4];
    private final @Nullable HuffmanTable[] ac = new HuffmanTable[4];
    private int restartInterval;
    private int adobeTransform = -1;
    private boolean jfif;
    private @Nullable JpegFrame frame;

    JpegHeaders(byte[] data) throws MalformedFrameException {
        reader = new MarkerReader("JPEG", data);
        if (data.length < 4 || data[0] != (byte) 0xff || data[1] != (byte) 0xd8) {
            throw reader.malformed("the frame does not begin with a start-of-image marker");
        }
    }

    JpegFrame frame() throws MalformedFrameException {
        if (frame == null) {
            throw reader.malformed("a scan comes before the frame header");
        }
        return frame;
    }

    /** Colour transform named by an Adobe APP14 segment: 0 none, 1 YCbCr, 2 YCCK, or -1 without such a segment. */
    int adobeTransform() {
        return adobeTransform;
    }

    /** True if a JFIF segment says that three components are YCbCr. */
    boolean isJfif() {
        return jfif;
    }

    /** The next scan at or after {@code from}, or null at the end of the image. */
    @Nullable
    JpegScan nextScan(int from) throws MalformedFrameException {
        int at = from;
        while (true) {
            int marker = reader.marker(at);
            if (marker == 0xd9) {
                return null;
            }
            if (marker == 0xd8 || marker == 0x01 || marker >= 0xd0 && marker <= 0xd7) {
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
            case 0xc0, 0xc1 -> frame = readFrame(JpegFrame.Process.SEQUENTIAL);
            case 0xc2 -> frame = readFrame(JpegFrame.Process.PROGRESSIVE);
            case 0xc3 -> frame = readFrame(JpegFrame.Process.LOSSLESS);
            case 0xc4 -> huffmanTables();
            case 0xdb -> quantizationTables();
            case 0xdd -> restartInterval = reader.word();
            case 0xe0 -> jfif = reader.remaining() >= 5 && reader.bytes(4)[0] == 'J';
            case 0xee -> adobe();
            case 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf, 0xf7 ->
                throw reader.malformed("process with marker 0xff" + Integer.toHexString(marker)
                        + " is none of the sequential, progressive and lossless ones with Huffman codes");
            default -> {}
        }
    }

    private void adobe() throws MalformedFrameException {
        if (reader.remaining() < 12) {
            return;
        }
        byte[] content = reader.bytes(12);
        if (content[0] == 'A' && content[1] == 'd' && content[2] == 'o' && content[3] == 'b' && content[4] == 'e') {
            adobeTransform = content[11];
        }
    }

    private JpegFrame readFrame(JpegFrame.Process process) throws MalformedFrameException {
        if (frame != null) {
            throw reader.malformed("a second frame header");
        }
        int precision = reader.octet();
        int rows = reader.word();
        int columns = reader.word();
        int count = reader.octet();
        boolean precise = process == JpegFrame.Process.LOSSLESS
                ? precision >= 2 && precision <= 16
                : precision == 8 || precision == 12;
        if (!precise || rows == 0 || columns == 0 || count < 1 || count > 4) {
            throw reader.malformed("a frame of " + precision + " bits, " + rows + " lines, " + columns + " columns and "
                    + count + " components is not supported");
        }
        List<JpegComponent> components = new ArrayList<>(count);
        Set<Integer> identifiers = new HashSet<>();
        for (int i = 0; i < count; i++) {
            int identifier = reader.octet();
            int sampling = reader.octet();
            int table = reader.octet();
            int horizontal = sampling >> 4;
            int vertical = sampling & 15;
            if (horizontal < 1 || horizontal > 4 || vertical < 1 || vertical > 4 || table > 3) {
                throw reader.malformed("component " + i + " has sampling 0x" + Integer.toHexString(sampling)
                        + " and quantization table " + table);
            }
            if (!identifiers.add(identifier)) {
                throw reader.malformed("two components have the identifier " + identifier);
            }
            components.add(new JpegComponent(i, identifier, horizontal, vertical, table));
        }
        return new JpegFrame(process, precision, rows, columns, components);
    }

    private void huffmanTables() throws MalformedFrameException {
        while (reader.remaining() > 0) {
            int place = reader.octet();
            if ((place >> 4) > 1 || (place & 15) > 3) {
                throw reader.malformed("Huffman table destination 0x" + Integer.toHexString(place) + " does not exist");
            }
            int[] counts = new int[16];
            int total = 0;
            for (int i = 0; i < 16; i++) {
                counts[i] = reader.octet();
                total += counts[i];
            }
            HuffmanTable table = new HuffmanTable(counts, reader.bytes(total), reader.position());
            ((place >> 4) == 0 ? dc : ac)[place & 15] = table;
        }
    }

    private void quantizationTables() throws MalformedFrameException {
        while (reader.remaining() > 0) {
            int place = reader.octet();
            if ((place >> 4) > 1 || (place & 15) > 3) {
                throw reader.malformed("quantization table 0x" + Integer.toHexString(place) + " does not exist");
            }
            int[] table = new int[64];
            for (int i = 0; i < 64; i++) {
                table[i] = (place >> 4) == 0 ? reader.octet() : reader.word();
            }
            quantization[place & 15] = table;
        }
    }

    private JpegScan scan() throws MalformedFrameException {
        JpegFrame header = frame();
        int count = reader.octet();
        if (count < 1 || count > header.components().size()) {
            throw reader.malformed("a scan of " + count + " components in a frame of "
                    + header.components().size());
        }
        List<JpegScan.Part> parts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            JpegComponent component = component(header, reader.octet());
            int tables = reader.octet();
            parts.add(part(header.lossless(), component, tables >> 4, tables & 15));
        }
        int first = reader.octet();
        int last = reader.octet();
        int approximation = reader.octet();
        return new JpegScan(
                parts, first, last, approximation >> 4 != 0, approximation & 15, restartInterval, reader.end());
    }

    private JpegComponent component(JpegFrame header, int identifier) throws MalformedFrameException {
        for (JpegComponent component : header.components()) {
            if (component.identifier() == identifier) {
                return component;
            }
        }
        throw reader.malformed("a scan names the component " + identifier + ", which the frame header does not");
    }

    private JpegScan.Part part(boolean lossless, JpegComponent component, int dcTable, int acTable)
            throws MalformedFrameException {
        if (dcTable > 3 || acTable > 3) {
            throw reader.malformed("a scan names the Huffman tables " + dcTable + " and " + acTable);
        }
        int[] steps = lossless ? new int[0] : quantization[component.quantization()];
        if (steps == null) {
            throw reader.malformed("a scan uses a quantization table that was not defined");
        }
        return new JpegScan.Part(component, dc[dcTable], ac[acTable], steps);
    }
}
