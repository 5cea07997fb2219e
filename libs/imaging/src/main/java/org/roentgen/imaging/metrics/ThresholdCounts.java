package org.roentgen.imaging.metrics;

/** Cases by truth and call at one threshold. Rates without a case to count are NaN. */
public record ThresholdCounts(long truePositives, long falsePositives, long trueNegatives, long falseNegatives) {
    public double sensitivity() {
        return (double) truePositives / (truePositives + falseNegatives);
    }

    public double specificity() {
        return (double) trueNegatives / (trueNegatives + falsePositives);
    }

    public double positivePredictiveValue() {
        return (double) truePositives / (truePositives + falsePositives);
    }

    public double negativePredictiveValue() {
        return (double) trueNegatives / (trueNegatives + falseNegatives);
    }

    public double accuracy() {
        return (double) (truePositives + trueNegatives)
                / (truePositives + falsePositives + trueNegatives + falseNegatives);
    }
}
