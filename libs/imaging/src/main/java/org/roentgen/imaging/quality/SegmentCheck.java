package org.roentgen.imaging.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.imaging.label.LabelStatistics;
import org.roentgen.imaging.quality.QualityFinding.Kind;
import org.roentgen.imaging.quality.QualityFinding.Severity;

/**
 * Masks in which two labels changed places: the way from one to the other leads where it leads back in all other cases.
 * Lengths are in units of the foreground's size, so that large and small patients compare.
 */
final class SegmentCheck implements QualityCheck {
    private static final int FEWEST_CASES = 6;
    private static final double CLEARLY = 0.5;

    @Override
    public List<QualityFinding> find(List<CaseTraits> cases) {
        TreeSet<Integer> labels = cases.stream()
                .flatMap(each -> each.segments().stream())
                .map(LabelStatistics::label)
                .collect(Collectors.toCollection(TreeSet::new));
        List<QualityFinding> findings = new ArrayList<>();
        for (int one : labels) {
            for (int other : labels.tailSet(one, false)) {
                findings.addAll(swapped(cases, one, other));
            }
        }
        return findings;
    }

    private static List<QualityFinding> swapped(List<CaseTraits> cases, int one, int other) {
        Map<String, Vector3> ways = new TreeMap<>();
        for (CaseTraits each : cases) {
            Map<Integer, LabelStatistics> segments =
                    each.segments().stream().collect(Collectors.toMap(LabelStatistics::label, Function.identity()));
            LabelStatistics from = segments.get(one);
            LabelStatistics to = segments.get(other);
            if (from != null && to != null) {
                double volume = each.segments().stream()
                        .mapToDouble(LabelStatistics::volumeMl)
                        .sum();
                double size = Math.cbrt(volume * 1000);
                ways.put(each.id(), to.centroid().minus(from.centroid()).times(1 / size));
            }
        }
        if (ways.size() < FEWEST_CASES) {
            return List.of();
        }
        Vector3 usual =
                new Vector3(component(ways, Vector3::x), component(ways, Vector3::y), component(ways, Vector3::z));
        return ways.entrySet().stream()
                .filter(way -> isReversed(way.getValue(), usual))
                .map(way -> finding(way.getKey(), one, other))
                .toList();
    }

    private static double component(Map<String, Vector3> ways, Function<Vector3, Double> axis) {
        return QualityCheck.median(
                ways.values().stream().mapToDouble(axis::apply).toArray());
    }

    private static boolean isReversed(Vector3 way, Vector3 usual) {
        double asIs = way.minus(usual).length();
        double reversed = way.times(-1).minus(usual).length();
        return asIs > CLEARLY * usual.length() && reversed < CLEARLY * asIs;
    }

    private static QualityFinding finding(String id, int one, int other) {
        return new QualityFinding(
                Kind.SWAPPED_LABELS,
                Severity.MEDIUM,
                List.of(id),
                "The labels " + one + " and " + other
                        + " lie the other way round than in the other cases; they may have been swapped",
                "Compare the mask with the image; exchange the labels or leave the case out");
    }
}
