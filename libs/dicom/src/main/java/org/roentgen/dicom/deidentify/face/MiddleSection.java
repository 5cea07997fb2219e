package org.roentgen.dicom.deidentify.face;

import java.io.IOException;
import java.util.Arrays;
import org.roentgen.dicom.geometry.PlaneGeometry;

/** The middle of a head seen from its left side, before and after, as bright as its brightest value across a few millimetres. */
final class MiddleSection {
    private static final double HALF_THICKNESS = 3;

    private final HeadGrid grid;
    private final double middle;
    private final int width;
    private final int height;
    private final float[] before;
    private final float[] after;

    private MiddleSection(HeadGrid grid) {
        this.grid = grid;
        this.middle = middle(grid);
        this.width = (int) (grid.length() * grid.cell().y());
        this.height = (int) (grid.height() * grid.cell().z());
        this.before = new float[width * height];
        this.after = new float[width * height];
        Arrays.fill(before, Float.NEGATIVE_INFINITY);
        Arrays.fill(after, Float.NEGATIVE_INFINITY);
    }

    /** Reads all slices once more. */
    static FacePicture of(HeadVolume volume, Tissue tissue, HeadGrid grid, FaceRegion region) throws IOException {
        MiddleSection section = new MiddleSection(grid);
        double spacing = volume.sliceSpacing();
        for (int slice = 0; slice < volume.size(); slice++) {
            section.add(volume.plane(slice), spacing, volume.values(slice), region);
        }
        return FacePicture.beside(section.render(section.before, tissue), section.render(section.after, tissue));
    }

    /** The middle of what is solid between right and left. */
    private static double middle(HeadGrid grid) {
        long sum = 0;
        long count = 0;
        for (int i = 0; i < grid.solid().length; i++) {
            if (grid.solid()[i]) {
                sum += i / grid.length() % grid.width();
                count++;
            }
        }
        return grid.low().x()
                + ((double) sum / Math.max(1, count) + 0.5) * grid.cell().x();
    }

    private void add(PlaneGeometry plane, double spacing, float[] values, FaceRegion region) {
        double sideways = Math.abs(plane.normal().x()) * spacing / 2
                + Math.abs(plane.rowDirection().x()) * plane.columnSpacing() / 2
                + Math.abs(plane.columnDirection().x()) * plane.rowSpacing() / 2;
        double reach = Math.max(HALF_THICKNESS, sideways);
        double size = Math.max(plane.rowSpacing(), plane.columnSpacing());
        int spanY = (int) Math.ceil(Math.max(size, Math.abs(plane.normal().y()) * spacing));
        int spanZ = (int) Math.ceil(Math.max(size, Math.abs(plane.normal().z()) * spacing));
        HeadVolume.walk(plane, (pixel, x, y, z) -> {
            if (Math.abs(x - middle) <= reach) {
                boolean isKept = !region.isFace(x, y, z);
                int column = (int) (y - grid.low().y());
                int row = height - 1 - (int) (z - grid.low().z());
                for (int at = row; at > row - spanZ; at--) {
                    for (int to = column; to < column + spanY; to++) {
                        put(to, at, values[pixel], isKept);
                    }
                }
            }
        });
    }

    private void put(int column, int row, float value, boolean isKept) {
        if (column < 0 || row < 0 || column >= width || row >= height) {
            return;
        }
        int at = row * width + column;
        before[at] = Math.max(before[at], value);
        if (isKept) {
            after[at] = Math.max(after[at], value);
        }
    }

    private FacePicture render(float[] values, Tissue tissue) {
        byte[] grey = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            grey[i] = tissue.grey(values[i]);
        }
        return new FacePicture(width, height, grey);
    }
}
