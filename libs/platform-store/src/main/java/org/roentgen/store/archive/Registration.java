package org.roentgen.store.archive;

import java.util.Optional;
import java.util.UUID;
import org.roentgen.domain.object.ObjectId;

/**
 * What became of an instance that was to be registered.
 *
 * @param studyId row of the study that holds an instance of this SOP Instance UID; empty if none does
 * @param archived the object that the archive holds under this SOP Instance UID; empty if it holds none
 */
public record Registration(Outcome outcome, Optional<UUID> studyId, Optional<ObjectId> archived) {
    /** How the archive took the instance. */
    public enum Outcome {
        /** It is new. */
        STORED,
        /** The archive has it already, with the same content: success for the sender, nothing was doubled. */
        DUPLICATE,
        /**
         * The archive has another object under this SOP Instance UID, which may hold the same instance encoded otherwise; or
         * it has the series in another study, or the study with another patient. Nothing was changed.
         */
        CONFLICT
    }
}
