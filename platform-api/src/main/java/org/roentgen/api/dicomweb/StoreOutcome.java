package org.roentgen.api.dicomweb;

import org.jspecify.annotations.Nullable;

/** What became of one instance of a STOW-RS request. */
sealed interface StoreOutcome {
    /** It is durable. */
    record Stored(String studyUid, String seriesUid, String sopClassUid, String sopInstanceUid)
            implements StoreOutcome {}

    /**
     * It was not taken.
     *
     * @param reason Failure Reason (0008,1197), PS3.18 Table I.2-2
     */
    record Failed(@Nullable String sopClassUid, @Nullable String sopInstanceUid, int reason) implements StoreOutcome {
        static final int DUPLICATE_SOP_INSTANCE = 0x0111;
        static final int DATA_SET_DOES_NOT_MATCH = 0xA900;
        static final int CANNOT_UNDERSTAND = 0xC000;
    }
}
