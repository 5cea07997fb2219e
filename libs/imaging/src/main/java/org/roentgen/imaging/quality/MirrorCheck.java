package org.roentgen.imaging.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.roentgen.imaging.quality.QualityFinding.Kind;
import org.roentgen.imaging.quality.QualityFinding.Severity;

/**
 * Images and masks whose mirror image looks more like the others than they do themselves: the axes of the file and its header
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
        List<QualityFinding> findings = new ArrayList<>(mirrored(
                "image", cases, cases.stream().map(CaseTraits::thumbprint).toList()));
        Set<String> known =
                findings.stream().flatMap(finding -> finding.cases().stream()).collect(Collectors.toSet());
        List<CaseTraits> drawn = cases.stream()
                .filter(each -> each.drawn().thumbprint().isPresent())
                .toList();
        mirrored(
                        "mask",
                        drawn,
                        drawn.stream()
                                .flatMap(each -> each.drawn().thumbprint().stream())
                                .toList())
                .stream()
                .filter(finding -> !known.containsAll(finding.cases()))
                .forEach(findings::add);
        return findings;
    }

    private static List<QualityFinding> mirrored(String what, List<CaseTraits> cases, List<Thumbprint> prints) {
        if (cases.size() < FEWEST_CASES) {
            return List.of();
        }
        Neighbours neighbours = new Neighbours(prints, NEIGHBOURS);
        int axes = prints.getFirst().axes();
        double[][] margins = new double[axes][cases.size()];
        for (int each = 0; each < cases.size(); each++) {
            Thumbprint upright = prints.get(each);
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
                findings.add(finding(what, cases.get(each), axes, axis, -margins[axis][each]));
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

    private static QualityFinding finding(String what, CaseTraits each, int axes, int axis, double margin) {
        String name = (axes == 2 ? OF_PICTURES : OF_VOLUMES).get(axis);
        return new QualityFinding(
                Kind.MIRRORED,
                Severity.MEDIUM,
                List.of(each.id()),
                String.format(
                        Locale.ROOT,
                        "The %s looks mirrored %s: its mirror image is more like the other cases, by %.2f in"
                                + " correlation",
                        what,
                        name,
                        margin),
                axes == 2
                        ? "Look at the picture; turn it back or leave it out"
                        : "Compare the orientation in the file's header with its voxels; convert it again or leave it out");
    }
}
