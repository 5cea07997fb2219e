package org.roentgen.dicom.codec.jpeg;

import java.util.List;

/**
 * A frame header (T.81 B.2.2).
 *
 * @param lossless true for SOF3, false for the sequential DCT processes
 * @param precision bits of a sample
 * @param rows number of lines
 * @param columns samples of a line
 * @param components the components in the order of the header
 */
record JpegFrame(boolean lossless, int precision, int rows, int columns, List<JpegComponent> components) {
    JpegFrame {
        components = List.copyOf(components);
    }

    int maximumHorizontal() {
        return components.stream().mapToInt(JpegComponent::horizontal).max().orElse(1);
    }

    int maximumVertical() {
        return components.stream().mapToInt(JpegComponent::vertical).max().orElse(1);
    }
}
