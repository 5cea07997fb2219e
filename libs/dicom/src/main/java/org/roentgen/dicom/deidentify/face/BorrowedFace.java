package org.roentgen.dicom.deidentify.face;

import java.util.BitSet;
import java.util.List;
import org.roentgen.dicom.geometry.PlaneGeometry;
import org.roentgen.dicom.geometry.Vector3;

/**
 * The face that other series of a study show, in an image at the same coordinates that shows too little of the head to find it. A pixel
 * goes where any point across the thickness of the image is face for one of them, or lies in front of the brain where none of them
 * shows skin.
 *
 * @param regions of the other series, at least one
 * @param thickness of what the image shows, mm; infinite for a projection
 */
record BorrowedFace(List<FaceRegion> regions, double thickness) implements Face {
    /** Mm between the points that are asked for. */
    private static final double STEP = 2;
    /** From the middle of the face along a projection, mm: more than half a head. */
    private static final double REACH = 300;

    BorrowedFace {
        regions = List.copyOf(regions);
    }

    @Override
    public BitSet mask(PlaneGeometry plane) {
        Vector3 normal = plane.normal();
        boolean isProjection = Double.isInfinite(thickness);
        double middle = isProjection
                ? regions.getFirst().middle().minus(plane.position()).dot(normal)
                : 0;
        double reach = isProjection ? REACH : thickness / 2;
        int steps = Math.max(1, (int) Math.ceil(2 * reach / STEP));
        Vector3 first = normal.times(middle - reach);
        Vector3 step = normal.times(2 * reach / steps);
        BitSet mask = new BitSet();
        HeadVolume.walk(plane, (pixel, x, y, z) -> {
            for (int i = 0; i <= steps; i++) {
                if (isFace(x + first.x() + i * step.x(), y + first.y() + i * step.y(), z + first.z() + i * step.z())) {
                    mask.set(pixel);
                    return;
                }
            }
        });
        return mask;
    }

    private boolean isFace(double x, double y, double z) {
        boolean isSeen = false;
        boolean mayBe = false;
        for (FaceRegion region : regions) {
            if (region.isFace(x, y, z)) {
                return true;
            }
            isSeen |= region.seesSkin(x, z);
            mayBe |= region.mayBeFace(y, z);
        }
        return mayBe && !isSeen;
    }
}
