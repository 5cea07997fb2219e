package org.roentgen.dicom.object.waveform;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.roentgen.dicom.object.ObjectFormatException;

/** Waveform Sample Interpretation (5400,1006): how the bytes of a sample make a number (PS3.3 C.10.9.1.5). */
enum SampleInterpretation {
    SB(1),
    UB(1),
    /** Mu-law of G.711, expanded to 16 bits. */
    MB(1),
    /** A-law of G.711, expanded to 16 bits. */
    AB(1),
    SS(2),
    US(2),
    SL(4),
    UL(4);

    private final int bytes;

    SampleInterpretation(int bytes) {
        this.bytes = bytes;
    }

    static SampleInterpretation of(String term, int bitsAllocated) {
        SampleInterpretation found = Arrays.stream(values())
                .filter(known -> known.name().equals(term))
                .findFirst()
                .orElseThrow(() -> new ObjectFormatException("Waveform Sample Interpretation is '%s': one of %s is read"
                        .formatted(term, Arrays.toString(values()))));
        if (bitsAllocated != 8 * found.bytes) {
            throw new ObjectFormatException("Waveform Bits Allocated is %d: samples of interpretation %s have %d"
                    .formatted(bitsAllocated, term, 8 * found.bytes));
        }
        return found;
    }

    int bytes() {
        return bytes;
    }

    /** The number of the sample at an index. */
    long sample(ByteBuffer data, int index) {
        int at = index * bytes;
        return switch (this) {
            case SB -> data.get(at);
            case UB -> Byte.toUnsignedInt(data.get(at));
            case MB -> muLaw(data.get(at));
            case AB -> aLaw(data.get(at));
            case SS -> data.getShort(at);
            case US -> Short.toUnsignedInt(data.getShort(at));
            case SL -> data.getInt(at);
            case UL -> Integer.toUnsignedLong(data.getInt(at));
        };
    }

    private static int muLaw(byte coded) {
        int bits = ~coded & 0xFF;
        int magnitude = (((bits & 0x0F) << 3) + 0x84 << (bits >> 4 & 7)) - 0x84;
        return (bits & 0x80) == 0 ? magnitude : -magnitude;
    }

    private static int aLaw(byte coded) {
        int bits = (coded ^ 0x55) & 0xFF;
        int segment = bits >> 4 & 7;
        int mantissa = ((bits & 0x0F) << 4) + (segment == 0 ? 8 : 0x108);
        int magnitude = segment > 1 ? mantissa << segment - 1 : mantissa;
        return (bits & 0x80) == 0 ? -magnitude : magnitude;
    }
}
