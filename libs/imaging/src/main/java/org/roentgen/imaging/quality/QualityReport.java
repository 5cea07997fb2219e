package org.roentgen.imaging.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.roentgen.imaging.label.LabelStatistics;

/**
 * The data-quality report of a data set version.
 *
 * @param labels for each split how many cases have each label
 * @param axes voxels and spacing along x, y and z
 * @param findings the most harmful first
 * @param pictures of cases with findings, by their ids
 */
public record QualityReport(
        int schemaVersion,
        int cases,
        Map<String, Map<Integer, Integer>> labels,
        List<Axis> axes,
        List<QualityFinding> findings,
        Map<String, Picture> pictures) {
    private static final int SCHEMA_VERSION = 1;
    private static final List<QualityCheck> CHECKS = List.of(
            new SplitCheck(),
            new DuplicateCheck(),
            new MirrorCheck(),
            new LabelCheck(),
            new SegmentCheck(),
            new CoverageCheck(),
            new OutlierCheck());

    /** Least, median and largest number of voxels, and of mm between them, along an axis. */
    public record Axis(int leastSize, int medianSize, int mostSize, double leastMm, double medianMm, double mostMm) {}

    /** Runs every check. */
    public static QualityReport of(List<CaseTraits> cases) {
        List<QualityFinding> findings = new ArrayList<>();
        CHECKS.forEach(check -> findings.addAll(check.find(cases)));
        return new QualityReport(
                SCHEMA_VERSION,
                cases.size(),
                labels(cases),
                IntStream.range(0, 3).mapToObj(axis -> axis(cases, axis)).toList(),
                sorted(findings),
                Map.of());
    }

    /** Ids of the cases with findings, those of the most harmful first. */
    public List<String> suspects() {
        return findings.stream()
                .flatMap(finding -> finding.cases().stream())
                .distinct()
                .toList();
    }

    private static List<QualityFinding> sorted(List<QualityFinding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(QualityFinding::severity).thenComparing(QualityFinding::kind))
                .toList();
    }

    /** With what is known from elsewhere. */
    public QualityReport withFindings(List<QualityFinding> others) {
        List<QualityFinding> all = new ArrayList<>(findings);
        all.addAll(others);
        return new QualityReport(schemaVersion, cases, labels, axes, sorted(all), pictures);
    }

    public QualityReport withPictures(Map<String, Picture> shown) {
        return new QualityReport(schemaVersion, cases, labels, axes, findings, Map.copyOf(shown));
    }

    private static Map<String, Map<Integer, Integer>> labels(List<CaseTraits> cases) {
        Map<String, Map<Integer, Integer>> labels = new TreeMap<>();
        for (CaseTraits each : cases) {
            Map<Integer, Integer> counts = labels.computeIfAbsent(each.split(), split -> new TreeMap<>());
            each.classes().values().forEach(label -> counts.merge(label, 1, Integer::sum));
            each.segments().stream().map(LabelStatistics::label).forEach(label -> counts.merge(label, 1, Integer::sum));
        }
        return labels;
    }

    private static Axis axis(List<CaseTraits> cases, int axis) {
        int[] sizes =
                cases.stream().mapToInt(each -> each.grid().size(axis)).sorted().toArray();
        double[] spacings = cases.stream()
                .mapToDouble(each -> each.grid().spacing().component(axis))
                .toArray();
        Arrays.sort(spacings);
        return new Axis(
                sizes[0],
                sizes[sizes.length / 2],
                sizes[sizes.length - 1],
                spacings[0],
                spacings[spacings.length / 2],
                spacings[spacings.length - 1]);
    }
}
