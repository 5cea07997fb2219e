package org.roentgen.api.dicomweb;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.UUID;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.store.query.Queries;

/** The source that everything stored by STOW-RS comes from; its quiet time can be changed, and it can be disabled. */
@ApplicationScoped
public class StowSource {
    private final Queries queries;

    StowSource(Queries queries) {
        this.queries = queries;
    }

    void create(@Observes StartupEvent event) {
        queries.update("""
                insert into source (id, ae_title, description, kind)
                select :id, 'STOW-RS', 'Instances stored by DICOMweb', 'STOW'
                where not exists (select 1 from source where kind = 'STOW')
                on conflict do nothing
                """, Map.of("id", UUID.randomUUID()));
    }

    /** @throws ProblemException if an administrator has disabled it */
    UUID id() {
        return queries.first(
                        "select id from source where kind = 'STOW' and enabled order by created_at limit 1",
                        Map.of(),
                        row -> row.uuid("id"))
                .orElseThrow(() -> ProblemException.forbidden(
                        "SOURCE_DISABLED", "Storing by STOW-RS is disabled: enable the source STOW-RS"));
    }
}
