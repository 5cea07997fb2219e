package org.roentgen.api.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** When a version was in production; without an end it is now. */
public record LivePeriod(UUID modelVersionId, int version, Instant from, Optional<Instant> until) {
    /** @param changes in the order of time */
    static List<LivePeriod> of(List<StageChangeView> changes) {
        List<LivePeriod> periods = new ArrayList<>();
        for (StageChangeView change : changes) {
            if (change.fromStage().equals("PRODUCTION")) {
                periods.replaceAll(period ->
                        period.until().isEmpty() && period.modelVersionId().equals(change.modelVersionId())
                                ? new LivePeriod(
                                        period.modelVersionId(),
                                        period.version(),
                                        period.from(),
                                        Optional.of(change.changedAt()))
                                : period);
            }
            if (change.toStage().equals("PRODUCTION")) {
                periods.add(new LivePeriod(
                        change.modelVersionId(), change.version(), change.changedAt(), Optional.empty()));
            }
        }
        return periods;
    }
}
