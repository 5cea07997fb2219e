package org.roentgen.api.review;

import java.time.Instant;
import java.util.Optional;
import org.roentgen.store.entity.Review;

/** The review of a run's result. */
public record ReviewView(
        Review.State state, Optional<String> reader, Optional<String> reason, Optional<Instant> decidedAt) {
    public static ReviewView of(Review review) {
        return new ReviewView(review.state(), review.reader(), review.reason(), review.decidedAt());
    }
}
