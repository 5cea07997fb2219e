package org.roentgen.imaging.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.roentgen.imaging.quality.QualityFinding.Kind;
import org.roentgen.imaging.quality.QualityFinding.Severity;

/**
 * Images whose mirror image looks more like the others than they do themselves: the axes of the file and its header
 * disagree, or the picture was turned. Axes along which the data set looks alike both ways are not judged.
 */
final class MirrorCheck implements QualityCheck {
    private static final int NEIGHBOURS = 10;
    private static final int FEWEST_CASES = 8;
    private static final double LEAST_MARGIN = 0.02;
    private static final double MOST_AMBIGUOUS = 0.2;
    private static final List<String> OF_VOLUMES = List.of("left-right", "front-back", "foot-head");
    private static final List<String> OF_PICTURES = List.of("left-right", "top-bottom");

    @Override
    public List<QualityFinding> find(List<CaseTraits> cases) {
        if (cases.size() < FEWEST_CASES) {
            return List.of();
        }
        Neighbours neighbours = new Neighbours(cases, NEIGHBOURS);
        int axes = cases.getFirst().thumbprint().axes();
        double[][] margins = new double[axes][cases.size()];
        for (int each = 0; each < cases.size(); each++) {
            Thumbprint upright = cases.get(each).thumbprint();
            double likeness = neighbours.of(each, upright).mean();
            for (int axis = 0; axis < Math.min(axes, upright.axes()); axis++) {
                margins[axis][each] =
                        likeness - neighbours.of(each, upright.mirrored(axis)).mean();
            }
        }
        List<QualityFinding> findings = new ArrayList<>();
        for (int each = 0; each < cases.size(); each++) {
            int axis = mostSuspect(margins, each);
            if (axis >= 0) {
                findings.add(finding(cases.get(each), axes, axis, -margins[axis][each]));
            }
        }
        return findings;
    }

    /** The axis along which a case looks mirrored about as clearly as the others look upright; -1 for none. */
    private static int mostSuspect(double[][] margins, int each) {
        int suspect = -1;
        double most = 0.5;
        for (int axis = 0; axis < margins.length; axis++) {
            double usual = QualityCheck.median(margins[axis]);
            double against =
                    Arrays.stream(margins[axis]).filter(margin -> margin < 0).count() / (double) margins[axis].length;
            double clearness = -margins[axis][each] / usual;
            if (usual >= LEAST_MARGIN && against <= MOST_AMBIGUOUS && clearness > most) {
                most = clearness;
                suspect = axis;
            }
        }
        return suspect;
    }

    private static QualityFinding finding(CaseTraits each, int axes, int axis, double margin) {
        String name = (axes == 2 ? OF_PICTURES : OF_VOLUMES).get(axis);
        return new QualityFinding(
                Kind.MIRRORED,
                Severity.MEDIUM,
                List.of(each.id()),
                String.format(
                        Locale.ROOT,
                        "The image looks mirrored %s: its mirror image is more like the other cases, by %.2f in"
                                + " correlation",
                        name,
                        margin),
                axes == 2
                        ? "Look at the picture; turn it back or leave it out"
                        : "Compare the orientation in the file's header with its voxels; convert it again or leave it out");
    }
}
