package org.roentgen.api.audit;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers who read what lately: a viewer's thousand requests for one study are one event of the audit trail. */
@Singleton
public final class RecentReads {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int REMEMBERED = 50_000;

    private final ConcurrentHashMap<String, Instant> reads = new ConcurrentHashMap<>();

    /** Whether this is the first time within five minutes. */
    boolean isNew(String key) {
        Instant now = Instant.now();
        if (reads.size() >= REMEMBERED) {
            reads.values().removeIf(last -> last.isBefore(now.minus(WINDOW)));
        }
        if (reads.size() >= REMEMBERED) {
            return true;
        }
        Instant[] previous = new Instant[1];
        reads.compute(key, (_, last) -> {
            previous[0] = last;
            return last == null || last.isBefore(now.minus(WINDOW)) ? now : last;
        });
        return previous[0] == null || previous[0].isBefore(now.minus(WINDOW));
    }
}
