package org.roentgen.workflow.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;
import org.roentgen.store.event.Announcements;

/** Announces what this service changes to browsers; ids and states only. */
@ApplicationScoped
public class Notifications {
    /** What changed. */
    public enum Subject {
        RUN,
        STEP,
        STUDY,
        TRAINING,
        EPOCH,
        IMPORT,
        QUARANTINE;

        private String type() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Announcements announcements;

    Notifications(Announcements announcements) {
        this.announcements = announcements;
    }

    /** Announces the new state of a thing when the transaction commits. */
    public void changed(Subject subject, UUID id, String state) {
        announcements.changed(subject.type(), id, state);
    }
}
