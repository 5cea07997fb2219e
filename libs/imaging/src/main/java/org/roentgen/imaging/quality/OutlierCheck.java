package org.roentgen.imaging.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.roentgen.imaging.quality.QualityFinding.Kind;
import org.roentgen.imaging.quality.QualityFinding.Severity;

/** Images without any contrast, with a contrast unlike all others, or with voxels or sizes unlike the others. */
final class OutlierCheck implements QualityCheck {
    private static final double FAR = 6;
    private static final double TWICE = 2;
    private static final int FEWEST_CASES = 8;

    @Override
    public List<QualityFinding> find(List<CaseTraits> cases) {
        List<QualityFinding> findings = new ArrayList<>();
        double[] contrasts = QualityCheck.robustScores(cases.stream()
                .mapToDouble(each -> Math.log(Math.max(1e-12, each.spread().deviation())))
                .toArray());
        for (int index = 0; index < cases.size(); index++) {
            CaseTraits each = cases.get(index);
            if (each.spread().deviation() == 0) {
                findings.add(intensity(each, Severity.MEDIUM, "The image has one value everywhere"));
            } else if (cases.size() >= FEWEST_CASES && Math.abs(contrasts[index]) > FAR) {
                findings.add(intensity(
                        each,
                        Severity.LOW,
                        String.format(
                                Locale.ROOT,
                                "The values spread unlike those of the other images: standard deviation %.4g",
                                each.spread().deviation())));
            }
        }
        if (cases.size() >= FEWEST_CASES) {
            findings.addAll(geometry(cases));
        }
        return findings;
    }

    private static QualityFinding intensity(CaseTraits each, Severity severity, String message) {
        return new QualityFinding(
                Kind.ODD_INTENSITY,
                severity,
                List.of(each.id()),
                message,
                "Look at the image; check its export and its rescale values");
    }

    private static List<QualityFinding> geometry(List<CaseTraits> cases) {
        List<QualityFinding> findings = new ArrayList<>();
        for (int axis = 0; axis < 3; axis++) {
            int along = axis;
            double spacing = QualityCheck.median(cases.stream()
                    .mapToDouble(each -> each.grid().spacing().component(along))
                    .toArray());
            double size = QualityCheck.median(
                    cases.stream().mapToDouble(each -> each.grid().size(along)).toArray());
            IntStream.range(0, cases.size())
                    .mapToObj(cases::get)
                    .filter(each -> isFar(each.grid().spacing().component(along), spacing)
                            || isFar(each.grid().size(along), size))
                    .map(each -> finding(each, along, spacing, size))
                    .forEach(findings::add);
        }
        return findings;
    }

    private static boolean isFar(double value, double usual) {
        return value > TWICE * usual || value < usual / TWICE;
    }

    private static QualityFinding finding(CaseTraits each, int axis, double spacing, double size) {
        return new QualityFinding(
                Kind.ODD_GEOMETRY,
                Severity.LOW,
                List.of(each.id()),
                String.format(
                        Locale.ROOT,
                        "Along axis %d the image has %d voxels of %.3g mm; usual are %.0f of %.3g mm",
                        axis,
                        each.grid().size(axis),
                        each.grid().spacing().component(axis),
                        size,
                        spacing),
                "Check that it shows the same part of the body, and that no slices are missing");
    }
}
