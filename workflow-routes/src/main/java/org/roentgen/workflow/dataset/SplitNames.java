package org.roentgen.workflow.dataset;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.roentgen.domain.dataset.Split;

/** Splits as folders and sheets name them. */
final class SplitNames {
    private static final Map<String, Split> SPLITS = Map.of(
            "train", Split.TRAIN,
            "val", Split.TUNE,
            "valid", Split.TUNE,
            "validation", Split.TUNE,
            "tune", Split.TUNE,
            "test", Split.TEST);

    private SplitNames() {}

    static Optional<Split> find(String name) {
        return Optional.ofNullable(SPLITS.get(name.toLowerCase(Locale.ROOT)));
    }
}
