package org.roentgen.api.review;

import java.util.Optional;

/** A reader's decision; a rejection gives its reason. */
public record ReviewRequest(Decision decision, Optional<String> reason) {
    /** What is decided. */
    public enum Decision {
        ACCEPTED,
        REJECTED
    }
}
