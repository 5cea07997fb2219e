package org.roentgen.store.archive;

import java.util.Optional;
import java.util.UUID;

/**
 * What became of an instance that was to be registered.
 *
 * @param studyId row of the study that holds an instance of this SOP Instance UID; empty if none does
 */
public record Registration(Outcome outcome, Optional<UUID> studyId) {
    /** How the archive took the instance. */
    public enum Outcome {
        /** It is new. */
        STORED,
        /** The archive has it already, with the same content: success for the sender, nothing was doubled. */
        DUPLICATE,
        /**
         * The archive has other content under this SOP Instance UID, the series in another study, or the study with another
         * patient: nothing was changed, a person decides.
         */
        CONFLICT
    }
}
