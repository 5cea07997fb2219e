package org.roentgen.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.dicom.codec.MalformedFrameException;
import org.roentgen.dicom.codec.MarkerReader;

/**
 * Quantization of a component, QCD or QCC (T.800 A.6.4).
 *
 * @param style 0 none, 1 derived from the lowest subband, 2 given for each
 * @param guardBits number of guard bits
 * @param values exponent in bits 11 to 15, mantissa below, for each subband given
 */
record Quantization(int style, int guardBits, List<Integer> values) {
    Quantization {
        values = List.copyOf(values);
    }

    static Quantization read(MarkerReader reader) throws MalformedFrameException {
        int start = reader.octet();
        int style = start & 31;
        if (style > 2) {
            throw reader.malformed("quantization style " + style + " is none of 0, 1, 2");
        }
        List<Integer> values = new ArrayList<>();
        while (reader.remaining() >= (style == 0 ? 1 : 2)) {
            values.add(style == 0 ? reader.octet() >> 3 << 11 : reader.word());
        }
        if (values.isEmpty()) {
            throw reader.malformed("a quantization segment without a step");
        }
        return new Quantization(style, start >> 5, values);
    }

    /** True if a step is given for a subband: 0 for the lowest, then three for each resolution. */
    boolean covers(int subband) {
        return style == 1 || subband < values.size();
    }

    int exponent(int subband) {
        if (style == 1) {
            int raised = subband == 0 ? 0 : (subband - 1) / 3;
            return Math.max(0, (values.getFirst() >> 11) - raised);
        }
        return values.get(subband) >> 11;
    }

    /** Step size for a subband whose nominal dynamic range is {@code range} bits (E-3). */
    float step(int subband, int range) {
        int mantissa = (style == 1 ? values.getFirst() : values.get(subband)) & 0x7ff;
        return (float) (Math.scalb(1.0, range - exponent(subband)) * (1 + mantissa / 2048.0));
    }
}
