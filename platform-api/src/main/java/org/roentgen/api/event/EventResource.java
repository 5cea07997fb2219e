package org.roentgen.api.event;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.roentgen.api.Roles;

/** What changes, as server-sent events; everyone gets what their roles may read. */
@Path("/api/v1/events")
@Authenticated
public class EventResource {
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);
    private static final Map<String, Set<String>> TYPES_BY_ROLE = Map.of(
            Roles.ADMIN,
            Set.of("study", "run", "step", "training", "epoch", "import", "quarantine", "promotion"),
            Roles.RADIOLOGIST,
            Set.of("study", "run", "step"),
            Roles.DATA_SCIENTIST,
            Set.of("training", "epoch", "import", "promotion"),
            Roles.INTEGRATOR,
            Set.of("run", "step", "quarantine"),
            Roles.AUDITOR,
            Set.of());

    private final ChangeListener listener;
    private final SecurityIdentity identity;

    EventResource(ChangeListener listener, SecurityIdentity identity) {
        this.listener = listener;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<ChangeEvent> events() {
        Set<String> types = TYPES_BY_ROLE.entrySet().stream()
                .filter(entry -> identity.hasRole(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toUnmodifiableSet());
        Multi<ChangeEvent> keepAlive =
                Multi.createFrom().ticks().every(KEEP_ALIVE).onOverflow().drop().map(_ -> ChangeEvent.KEEP_ALIVE);
        Multi<ChangeEvent> changes = listener.changes().filter(change -> types.contains(change.type()));
        return Multi.createBy().merging().streams(changes, keepAlive);
    }
}
