package org.roentgen.store.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Announces changes on the PostgreSQL channel {@value #CHANNEL} as {@code {"type":...,"id":...,"state":...}} when the
 * transaction commits. Only ids and states, so that no listener can learn about a patient.
 */
@ApplicationScoped
public class Announcements {
    public static final String CHANNEL = "roentgen_events";

    private final EntityManager entities;

    Announcements(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * @param type study, run, step, training, epoch, import or quarantine
     * @param state the new state
     */
    @Transactional
    public void changed(String type, UUID id, String state) {
        entities.createNativeQuery("""
                        select 1 from pg_notify(?1, cast(json_build_object(
                            'type', cast(?2 as text), 'id', cast(?3 as text), 'state', cast(?4 as text)) as text))
                        """)
                .setParameter(1, CHANNEL)
                .setParameter(2, type)
                .setParameter(3, id.toString())
                .setParameter(4, state)
                .getSingleResult();
    }
}
