package org.roentgen.imaging.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.roentgen.imaging.quality.QualityFinding.Kind;
import org.roentgen.imaging.quality.QualityFinding.Severity;

/** Classes that (almost) none of the most similar images has. A class that is rare in the data set is not judged. */
final class LabelCheck implements QualityCheck {
    private static final int NEIGHBOURS = 15;
    private static final int FEWEST_CASES = 40;
    private static final double LEAST_SHARE = 0.15;
    private static final int MOST_AGREEING = 1;

    @Override
    public List<QualityFinding> find(List<CaseTraits> all) {
        List<CaseTraits> cases =
                all.stream().filter(each -> each.label().isPresent()).toList();
        if (cases.size() < FEWEST_CASES) {
            return List.of();
        }
        Map<Integer, Long> sizes = cases.stream()
                .collect(Collectors.groupingBy(each -> each.label().orElseThrow(), Collectors.counting()));
        Neighbours neighbours =
                new Neighbours(cases.stream().map(CaseTraits::thumbprint).toList(), NEIGHBOURS);
        List<QualityFinding> findings = new ArrayList<>();
        for (int each = 0; each < cases.size(); each++) {
            CaseTraits suspect = cases.get(each);
            int label = suspect.label().orElseThrow();
            if (sizes.getOrDefault(label, 0L) < LEAST_SHARE * cases.size()) {
                continue;
            }
            int agreeing = 0;
            for (int position : neighbours.of(each, suspect.thumbprint()).positions()) {
                agreeing += cases.get(position).label().orElseThrow() == label ? 1 : 0;
            }
            if (agreeing <= MOST_AGREEING) {
                findings.add(finding(suspect, label, agreeing, neighbours.count()));
            }
        }
        return findings;
    }

    private static QualityFinding finding(CaseTraits each, int label, int agreeing, int neighbours) {
        return new QualityFinding(
                Kind.DOUBTFUL_LABEL,
                Severity.MEDIUM,
                List.of(each.id()),
                "The label is " + label + ", but only " + agreeing + " of the " + neighbours
                        + " most similar images have it; it may have been swapped",
                "Have a reader look at the image; correct the label or leave the case out");
    }
}
