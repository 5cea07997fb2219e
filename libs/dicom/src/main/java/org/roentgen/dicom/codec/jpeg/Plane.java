package org.roentgen.dicom.codec.jpeg;

import org.roentgen.dicom.codec.Samples;

/** The samples of one component at its own resolution, padded to whole blocks. */
final class Plane {
    final short[] samples;
    final int stride;
    final int width;
    final int height;
    private final int horizontal;
    private final int vertical;

    Plane(JpegFrame frame, JpegComponent component) {
        int across = frame.maximumHorizontal();
        int down = frame.maximumVertical();
        width = width(frame, component);
        height = height(frame, component);
        stride = ceilingDivide(frame.columns(), 8 * across) * 8 * component.horizontal();
        samples = new short[stride * ceilingDivide(frame.rows(), 8 * down) * 8 * component.vertical()];
        horizontal = across / component.horizontal();
        vertical = down / component.vertical();
    }

    /** Columns of a component at its own resolution. */
    static int width(JpegFrame frame, JpegComponent component) {
        return ceilingDivide(frame.columns() * component.horizontal(), frame.maximumHorizontal());
    }

    /** Rows of a component at its own resolution. */
    static int height(JpegFrame frame, JpegComponent component) {
        return ceilingDivide(frame.rows() * component.vertical(), frame.maximumVertical());
    }

    static int ceilingDivide(int value, int by) {
        return (value + by - 1) / by;
    }

    /** Writes one row of the full resolution; doubled factors are interpolated with a triangle, others repeated. */
    void write(int row, int[] line, byte[] target, long first, int step, int bytes) {
        int columns = line.length;
        if (horizontal == 1 && vertical == 1) {
            copy(row, line, columns);
        } else if (horizontal == 2 && vertical == 1 && width > 1) {
            doubleAcross(row, line, columns);
        } else if (horizontal == 2 && vertical == 2 && width > 1) {
            doubleBoth(row, line, columns);
        } else {
            repeat(row, line, columns);
        }
        Samples.putRow(line, 0, columns, target, first, step, bytes);
    }

    private void copy(int row, int[] line, int columns) {
        int at = row * stride;
        for (int x = 0; x < columns; x++) {
            line[x] = samples[at + x];
        }
    }

    private void repeat(int row, int[] line, int columns) {
        int at = row / vertical * stride;
        for (int x = 0; x < columns; x++) {
            line[x] = samples[at + x / horizontal];
        }
    }

    private void doubleAcross(int row, int[] line, int columns) {
        int at = row * stride;
        for (int x = 0; x < columns; x++) {
            int near = x >> 1;
            int far = Math.clamp(near + ((x & 1) == 0 ? -1 : 1), 0, width - 1);
            line[x] = (3 * samples[at + near] + samples[at + far] + 1 + (x & 1)) >> 2;
        }
    }

    private void doubleBoth(int row, int[] line, int columns) {
        int nearRow = row >> 1;
        int farRow = Math.clamp(nearRow + ((row & 1) == 0 ? -1 : 1), 0, height - 1);
        int nearAt = nearRow * stride;
        int farAt = farRow * stride;
        for (int x = 0; x < columns; x++) {
            int near = x >> 1;
            int far = Math.clamp(near + ((x & 1) == 0 ? -1 : 1), 0, width - 1);
            int nearSum = 3 * samples[nearAt + near] + samples[farAt + near];
            int farSum = 3 * samples[nearAt + far] + samples[farAt + far];
            line[x] = (3 * nearSum + farSum + 8 - (x & 1)) >> 4;
        }
    }
}
