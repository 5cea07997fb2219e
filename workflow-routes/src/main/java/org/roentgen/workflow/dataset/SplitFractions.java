package org.roentgen.workflow.dataset;

import java.util.EnumMap;
import java.util.Map;
import org.roentgen.domain.dataset.Split;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;

/** Which part of the patients goes where; the fractions add up to 1. */
public record SplitFractions(double train, double tune, double test) {
    static final SplitFractions DEFAULT = new SplitFractions(0.7, 0.15, 0.15);

    /**
     * @param text three numbers such as {@code 70/15/15}; the third may be 0
     * @throws RoentgenException INVALID_DATASET
     */
    static SplitFractions parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw invalid(text);
        }
        try {
            double train = Double.parseDouble(parts[0]);
            double tune = Double.parseDouble(parts[1]);
            double test = Double.parseDouble(parts[2]);
            double sum = train + tune + test;
            if (!(train > 0 && tune > 0 && test >= 0 && Double.isFinite(sum))) {
                throw invalid(text);
            }
            return new SplitFractions(train / sum, tune / sum, test / sum);
        } catch (NumberFormatException e) {
            throw invalid(text);
        }
    }

    /** For data whose test part is fixed. */
    SplitFractions withoutTest() {
        return new SplitFractions(train / (train + tune), tune / (train + tune), 0);
    }

    Map<Split, Double> bySplit() {
        Map<Split, Double> fractions = new EnumMap<>(Split.class);
        fractions.put(Split.TRAIN, train);
        fractions.put(Split.TUNE, tune);
        fractions.put(Split.TEST, test);
        return fractions;
    }

    private static RoentgenException invalid(String text) {
        return new RoentgenException(
                ErrorCode.INVALID_DATASET,
                "split '" + text
                        + "' is not three parts for train, tune and test such as 70/15/15 (train and tune above 0)");
    }
}
