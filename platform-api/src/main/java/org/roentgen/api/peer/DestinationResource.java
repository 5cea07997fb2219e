package org.roentgen.api.peer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.roentgen.api.Page;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.store.entity.Destination;
import org.roentgen.store.query.Queries;

/** Where results go. */
@Path("/api/v1/destinations")
@RolesAllowed(Roles.ADMIN)
public class DestinationResource {
    private final EntityManager entities;
    private final Queries queries;
    private final AuditTrail audit;

    DestinationResource(EntityManager entities, Queries queries, AuditTrail audit) {
        this.entities = entities;
        this.queries = queries;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.INTEGRATOR})
    @Transactional
    public Page<DestinationView> list() {
        List<Destination> destinations = entities.createQuery("from Destination order by name", Destination.class)
                .getResultList();
        return Page.of(destinations.stream().map(DestinationView::of).toList());
    }

    @POST
    @ResponseStatus(201)
    @Transactional
    public DestinationView create(DestinationRequest request) {
        String name = PeerRules.text("name", request.name());
        refuseTaken(name, new UUID(0, 0));
        Destination destination = new Destination(
                name,
                PeerRules.aeTitle(request.aeTitle()),
                PeerRules.text("host", request.host()),
                PeerRules.port(request.port()));
        destination.enabled(request.enabled().orElse(true));
        request.queryRetrieve().ifPresent(destination::queryRetrieve);
        entities.persist(destination);
        entities.flush();
        audit.record("destination.create", "destination", destination.id(), details(destination));
        return DestinationView.of(destination);
    }

    @PUT
    @Path("/{id}")
    @Transactional
    public DestinationView change(UUID id, DestinationRequest request) {
        Destination destination = find(id);
        String name = PeerRules.text("name", request.name());
        refuseTaken(name, id);
        destination.name(name);
        destination.aeTitle(PeerRules.aeTitle(request.aeTitle()));
        destination.host(PeerRules.text("host", request.host()));
        destination.port(PeerRules.port(request.port()));
        request.enabled().ifPresent(destination::enabled);
        request.queryRetrieve().ifPresent(destination::queryRetrieve);
        entities.flush();
        audit.record("destination.change", "destination", id, details(destination));
        return DestinationView.of(destination);
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    public void delete(UUID id) {
        Destination destination = find(id);
        if (queries.count("select count(*) from delivery where destination_id = :id", Map.of("id", id)) > 0) {
            throw ProblemException.conflict(
                    "DESTINATION_IN_USE", "Results went to destination " + id + ": disable it instead of deleting it");
        }
        entities.remove(destination);
        entities.flush();
        audit.record("destination.delete", "destination", id, Map.of("name", destination.name()));
    }

    private static Map<String, String> details(Destination destination) {
        return Map.of("name", destination.name(), "queryRetrieve", Boolean.toString(destination.queryRetrieve()));
    }

    private Destination find(UUID id) {
        Destination destination = entities.find(Destination.class, id);
        if (destination == null) {
            throw ProblemException.notFound("destination", id);
        }
        return destination;
    }

    private void refuseTaken(String name, UUID except) {
        Map<String, Object> parameters = Map.of("name", name, "id", except);
        if (queries.count("select count(*) from destination where name = :name and id <> :id", parameters) > 0) {
            throw ProblemException.conflict("NAME_TAKEN", "There is a destination '" + name + "' already");
        }
    }
}
