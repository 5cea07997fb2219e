package org.roentgen.dicom.codec.jpeg;

/** The quantized coefficients of one component of a progressive image, which its scans fill bit by bit. */
final class Coefficients {
    private static final int BLOCK = 64;

    private final short[] values;
    private final int blocksAcross;
    private final int blocksDown;
    private int[] quantization = new int[0];

    Coefficients(JpegFrame frame, JpegComponent component) {
        blocksAcross = Plane.ceilingDivide(frame.columns(), 8 * frame.maximumHorizontal()) * component.horizontal();
        blocksDown = Plane.ceilingDivide(frame.rows(), 8 * frame.maximumVertical()) * component.vertical();
        values = new short[BLOCK * blocksAcross * blocksDown];
    }

    /** All coefficients of all blocks, each block in natural order. */
    short[] values() {
        return values;
    }

    /** Where a block begins in {@link #values()}. */
    int offset(int blockRow, int blockColumn) {
        return BLOCK * (blockRow * blocksAcross + blockColumn);
    }

    /** Takes the table of the component's first scan; later ones change nothing. */
    void quantizedBy(int[] table) {
        if (quantization.length == 0) {
            quantization = table;
        }
    }

    /** Fills the component's plane with samples. */
    void transform(Plane plane, InverseTransform transform) {
        int[] block = new int[BLOCK];
        for (int row = 0; row < blocksDown; row++) {
            for (int column = 0; column < blocksAcross; column++) {
                int from = offset(row, column);
                for (int i = 0; i < BLOCK; i++) {
                    int place = BlockScan.NATURAL_ORDER[i];
                    block[place] = values[from + place] * quantization[i];
                }
                transform.apply(block, plane.samples, (row * plane.stride + column) * 8, plane.stride);
            }
        }
    }
}
