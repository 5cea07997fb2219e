package org.roentgen.dicom.deidentify.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.roentgen.dicom.deidentify.RefusedException;
import org.roentgen.dicom.geometry.PlaneGeometry;
import org.roentgen.dicom.geometry.Vector3;

/**
 * Parallel frames of a series. Several of them may lie at one position, such as those of a dynamic or diffusion series; a gantry tilt,
 * varying distances and missing slices do no harm, since each frame is placed in the patient by its own plane.
 */
record HeadStack(List<HeadFrame> frames) {
    private static final double PARALLEL_DEGREES = 0.2;
    private static final double SAME_POSITION = 0.05;
    private static final int LEAST_SLICES = 8;
    private static final double THICKEST = 8;

    HeadStack {
        frames = List.copyOf(frames);
    }

    /** Frames of a series by their directions. */
    static List<HeadStack> of(List<HeadFrame> frames) {
        List<List<HeadFrame>> stacks = new ArrayList<>();
        for (HeadFrame frame : frames) {
            stacks.stream()
                    .filter(stack -> isParallel(stack.getFirst(), frame))
                    .findFirst()
                    .orElseGet(() -> {
                        stacks.add(new ArrayList<>());
                        return stacks.getLast();
                    })
                    .add(frame);
        }
        return stacks.stream().map(HeadStack::new).toList();
    }

    Coordinates coordinates() {
        return frames.getFirst().coordinates();
    }

    private static boolean isParallel(HeadFrame one, HeadFrame other) {
        return one.coordinates().equals(other.coordinates())
                && one.plane().rowDirection().angleDegrees(other.plane().rowDirection()) <= PARALLEL_DEGREES
                && one.plane().columnDirection().angleDegrees(other.plane().columnDirection()) <= PARALLEL_DEGREES;
    }

    /**
     * The first frame at each position that shows tissue, in slice order.
     *
     * @throws RefusedException if they are too few or too far apart to show where a face is
     */
    List<HeadFrame> slices() throws RefusedException {
        Vector3 normal = frames.getFirst().plane().normal();
        List<HeadFrame> slices = new ArrayList<>();
        frames.stream()
                .filter(HeadFrame::showsTissue)
                .sorted(Comparator.comparingDouble(frame -> frame.plane().distanceAlong(normal)))
                .forEach(frame -> {
                    if (slices.isEmpty() || distance(slices.getLast(), frame, normal) > SAME_POSITION) {
                        slices.add(frame);
                    }
                });
        if (slices.isEmpty()) {
            throw new RefusedException("phase images do not show where the skin is");
        }
        double apart = farthestApart(slices.stream().map(HeadFrame::plane).toList());
        if (slices.size() < LEAST_SLICES || apart > THICKEST) {
            throw new RefusedException(
                    "too few or too thick slices (%d, up to %.1f mm apart): at least %d, at most %.0f mm apart, show where it is"
                            .formatted(slices.size(), apart, LEAST_SLICES, THICKEST));
        }
        return slices;
    }

    private static double distance(HeadFrame one, HeadFrame next, Vector3 normal) {
        return next.plane().distanceAlong(normal) - one.plane().distanceAlong(normal);
    }

    /** The largest distance in mm between neighbours; they are in slice order. */
    static double farthestApart(List<PlaneGeometry> planes) {
        Vector3 normal = planes.getFirst().normal();
        double most = 0;
        for (int i = 1; i < planes.size(); i++) {
            most = Math.max(
                    most,
                    planes.get(i).distanceAlong(normal) - planes.get(i - 1).distanceAlong(normal));
        }
        return most;
    }
}
