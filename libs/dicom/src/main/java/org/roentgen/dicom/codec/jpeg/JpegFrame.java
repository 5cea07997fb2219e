package org.roentgen.dicom.codec.jpeg;

import java.util.List;

/**
 * A frame header (T.81 B.2.2).
 *
 * @param process the family of coding processes
 * @param precision bits of a sample
 * @param rows number of lines
 * @param columns samples of a line
 * @param components the components in the order of the header
 */
record JpegFrame(Process process, int precision, int rows, int columns, List<JpegComponent> components) {
    /** Families of coding processes with Huffman codes, by their frame markers SOF0 and SOF1, SOF2, SOF3. */
    enum Process {
        SEQUENTIAL,
        PROGRESSIVE,
        LOSSLESS
    }

    JpegFrame {
        components = List.copyOf(components);
    }

    boolean lossless() {
        return process == Process.LOSSLESS;
    }

    int maximumHorizontal() {
        return components.stream().mapToInt(JpegComponent::horizontal).max().orElse(1);
    }

    int maximumVertical() {
        return components.stream().mapToInt(JpegComponent::vertical).max().orElse(1);
    }
}
