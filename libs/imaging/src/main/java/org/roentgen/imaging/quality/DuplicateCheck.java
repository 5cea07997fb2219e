package org.roentgen.imaging.quality;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.imaging.quality.QualityFinding.Kind;
import org.roentgen.imaging.quality.QualityFinding.Severity;

/**
 * Equal images, and images that are far more alike than images of this data set usually are: the same one with noise, another
 * brightness, another resolution, or a shift of a pixel.
 */
final class DuplicateCheck implements QualityCheck {
    private static final double CLOSENESS = 0.3;
    private static final double LEAST_CORRELATION = 0.9;
    private static final int FEWEST_CASES = 4;

    @Override
    public List<QualityFinding> find(List<CaseTraits> cases) {
        int[] nearest = new int[cases.size()];
        double[] correlations = new double[cases.size()];
        for (int one = 0; one < cases.size(); one++) {
            for (int other = 0; other < one; other++) {
                double correlation = correlation(cases.get(one), cases.get(other));
                if (correlation > correlations[one]) {
                    correlations[one] = correlation;
                    nearest[one] = other;
                }
                if (correlation > correlations[other]) {
                    correlations[other] = correlation;
                    nearest[other] = one;
                }
            }
        }
        double limit = Math.max(LEAST_CORRELATION, 1 - CLOSENESS * (1 - QualityCheck.median(correlations)));
        List<QualityFinding> findings = new ArrayList<>();
        for (int one = 0; one < cases.size(); one++) {
            int other = nearest[one];
            boolean named = nearest[other] == one && other < one;
            if (correlations[one] >= limit && !named && cases.size() >= FEWEST_CASES) {
                findings.add(finding(cases.get(one), cases.get(other), correlations[one]));
            }
        }
        return findings;
    }

    /** Above any correlation for equal images, so that they are found even where all is one grey. */
    private static double correlation(CaseTraits one, CaseTraits other) {
        return one.contentHash().equals(other.contentHash())
                ? 2
                : one.thumbprint().correlation(other.thumbprint());
    }

    private static QualityFinding finding(CaseTraits one, CaseTraits other, double correlation) {
        boolean exact = correlation > 1.5;
        boolean leaks = !one.split().equals(other.split());
        boolean contradicts = !one.classes().equals(other.classes());
        String what = exact
                ? "The images have the same pixels"
                : "The images are nearly the same (correlation %.4f)".formatted(correlation);
        String where = leaks
                ? ", and are in the splits " + one.split() + " and " + other.split() + ", which flatters the evaluation"
                : ", both in the split " + one.split();
        String labels = contradicts
                ? "; their labels differ: " + one.classes().values() + " and "
                        + other.classes().values()
                : "";
        return new QualityFinding(
                exact ? Kind.DUPLICATE : Kind.NEAR_DUPLICATE,
                leaks || contradicts ? Severity.HIGH : Severity.LOW,
                List.of(one.id(), other.id()),
                what + where + labels,
                contradicts
                        ? "Have a reader decide on the label, and remove one of both"
                        : leaks
                                ? "Remove one of both, or give both the same patient"
                                : "Remove one of both if it was not meant");
    }
}
