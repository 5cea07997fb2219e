package org.roentgen.dicom.object;

import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.geometry.Vector3;

/**
 * One contour of a region of interest (PS3.3 C.8.8.6).
 *
 * @param points patient coordinates in mm
 * @param image that it was drawn on, where the object says so
 */
public record Contour(Kind kind, List<Vector3> points, Optional<ImageReference> image) {
    public Contour {
        points = List.copyOf(points);
    }

    /** Contour Geometric Type (3006,0042). */
    public enum Kind {
        POINT,
        OPEN_PLANAR,
        OPEN_NONPLANAR,
        CLOSED_PLANAR,
        CLOSEDPLANAR_XOR;

        /** Whether it encloses an area. */
        public boolean isClosed() {
            return this == CLOSED_PLANAR || this == CLOSEDPLANAR_XOR;
        }
    }
}
