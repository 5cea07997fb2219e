package org.roentgen.training.task;

import java.util.EnumMap;
import java.util.Map;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.prediction.InferencePlan.Cleanup;

/** Finds which islands are worth removing by the mean Dice: each way has to gain over the simpler ones, nothing removed first. */
final class CleanupChoice {
    private static final double LEAST_GAIN = 1e-3;
    private final Map<Cleanup, DiceSums> dice = new EnumMap<>(Cleanup.class);

    /** @param classes labels, background included */
    CleanupChoice(int classes) {
        for (Cleanup cleanup : Cleanup.values()) {
            dice.put(cleanup, new DiceSums(classes));
        }
    }

    /** @param predicted before anything was removed */
    void add(LabelVolume predicted, LabelVolume reference) {
        dice.forEach((cleanup, sums) -> sums.add(cleanup.of(predicted).labels(), reference.labels()));
    }

    Cleanup best() {
        Cleanup best = Cleanup.NONE;
        double needed = 0;
        for (Map.Entry<Cleanup, DiceSums> each : dice.entrySet()) {
            double mean = each.getValue().mean();
            if (mean >= needed) {
                best = each.getKey();
                needed = mean + LEAST_GAIN;
            }
        }
        return best;
    }
}
