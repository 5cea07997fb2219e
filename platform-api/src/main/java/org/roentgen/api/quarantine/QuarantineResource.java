package org.roentgen.api.quarantine;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.Page;
import org.roentgen.api.Paging;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.store.entity.QuarantineEntry;
import org.roentgen.store.entity.QuarantineEntry.State;
import org.roentgen.store.event.Announcements;

/** What could not be taken in: to be replayed by workflow-routes, or discarded. */
@Path("/api/v1/quarantine")
@RolesAllowed({Roles.ADMIN, Roles.INTEGRATOR})
public class QuarantineResource {
    private final EntityManager entities;
    private final Announcements announcements;
    private final AuditTrail audit;

    QuarantineResource(EntityManager entities, Announcements announcements, AuditTrail audit) {
        this.entities = entities;
        this.announcements = announcements;
        this.audit = audit;
    }

    @GET
    @Transactional
    public Page<QuarantineItem> list(@QueryParam("state") @Nullable State state, @BeanParam Paging paging) {
        List<State> states = state == null ? List.of(State.values()) : List.of(state);
        var items = entities.createQuery(
                        "from QuarantineEntry where state in :states order by at desc", QuarantineEntry.class)
                .setParameter("states", states)
                .setFirstResult(paging.offset())
                .setMaxResults(paging.limit())
                .getResultList();
        long total = entities.createQuery("select count(*) from QuarantineEntry where state in :states", Long.class)
                .setParameter("states", states)
                .getSingleResult();
        return new Page<>(items.stream().map(QuarantineItem::of).toList(), total);
    }

    @POST
    @Path("/{id}/replay")
    @Transactional
    public QuarantineItem replay(UUID id) {
        return resolve(id, State.REPLAY_REQUESTED, "quarantine.replay");
    }

    @POST
    @Path("/{id}/discard")
    @Transactional
    public QuarantineItem discard(UUID id) {
        return resolve(id, State.DISCARDED, "quarantine.discard");
    }

    private QuarantineItem resolve(UUID id, State state, String action) {
        QuarantineEntry entry = entities.find(QuarantineEntry.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (entry == null) {
            throw ProblemException.notFound("quarantine entry", id);
        }
        if (entry.state() != State.OPEN) {
            throw ProblemException.conflict(
                    "ALREADY_RESOLVED", "Quarantine entry " + id + " is " + entry.state() + ", not OPEN");
        }
        entry.state(state);
        entities.flush();
        announcements.changed("quarantine", id, state.name());
        audit.record(action, "quarantine", id);
        return QuarantineItem.of(entry);
    }
}
