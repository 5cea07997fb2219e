package org.roentgen.dicom.deidentify.face;

import java.util.BitSet;
import org.roentgen.dicom.geometry.PlaneGeometry;
import org.roentgen.dicom.geometry.Vector3;

/**
 * Where the face lies. In patient coordinates (x to the left, y to the back, z to the head) the front of the head is looked at from
 * before: for each place (x, z) the first tissue is the skin. Below the brow, which is as far under the top of the head as about half
 * of the head is long, everything in front of the skin and a layer behind the flattened skin as deep as the eyes goes, as far as the
 * front half of the head reaches and down to the throat; some way above it, for heads that are tilted back, a layer no deeper than
 * skin and bone. The brain begins behind.
 */
final class FaceRegion implements Face {
    private static final double FOREHEAD = 0.4;
    private static final double BROW = 0.52;
    private static final double THROAT = 1.5;
    private static final double DEPTH_OF_FOREHEAD = 0.045;
    private static final double DEPTH = 0.13;

    private final Skin skin;
    private final double forehead;
    private final double brow;
    private final double throat;
    private final double middle;
    private final double depth;
    private final double shallow;

    /**
     * @param head what is tissue
     * @param measures of the head in it
     */
    FaceRegion(HeadGrid head, HeadMeasures measures) {
        skin = new Skin(head);
        middle = (measures.front() + measures.back()) / 2;
        forehead = measures.top() - FOREHEAD * measures.length();
        brow = measures.top() - BROW * measures.length();
        throat = measures.top() - THROAT * measures.length();
        depth = DEPTH * measures.length();
        shallow = DEPTH_OF_FOREHEAD * measures.length();
    }

    boolean isFace(double x, double y, double z) {
        return mayBeFace(y, z) && y < (z > brow ? skin.at(x, z) + shallow : skin.flatAt(x, z) + depth);
    }

    /** Whether it lies at the level of the face and in front of what is never taken away. */
    boolean mayBeFace(double y, double z) {
        return z <= forehead && z >= throat && y <= middle - depth;
    }

    /** False outside of the images that the face was found in, and where they show no tissue. */
    boolean seesSkin(double x, double z) {
        return skin.isSeen(x, z);
    }

    /** Half-way between throat and forehead, and between front and back of the head. */
    Vector3 middle() {
        return new Vector3(skin.middle(), middle, (throat + forehead) / 2);
    }

    @Override
    public BitSet mask(PlaneGeometry plane) {
        BitSet mask = new BitSet();
        HeadVolume.walk(plane, (pixel, x, y, z) -> {
            if (isFace(x, y, z)) {
                mask.set(pixel);
            }
        });
        return mask;
    }
}
