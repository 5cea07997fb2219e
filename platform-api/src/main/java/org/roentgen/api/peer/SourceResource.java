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
import org.roentgen.store.entity.Source;
import org.roentgen.store.query.Queries;

/** Who may store: calling AE titles, and the STOW-RS door. */
@Path("/api/v1/sources")
@RolesAllowed(Roles.ADMIN)
public class SourceResource {
    private final EntityManager entities;
    private final Queries queries;
    private final AuditTrail audit;

    SourceResource(EntityManager entities, Queries queries, AuditTrail audit) {
        this.entities = entities;
        this.queries = queries;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.INTEGRATOR})
    @Transactional
    public Page<SourceView> list() {
        List<Source> sources = entities.createQuery("from Source order by aeTitle", Source.class)
                .getResultList();
        return Page.of(sources.stream().map(SourceView::of).toList());
    }

    @POST
    @ResponseStatus(201)
    @Transactional
    public SourceView create(SourceRequest request) {
        String aeTitle = PeerRules.aeTitle(request.aeTitle());
        refuseTaken(aeTitle, new UUID(0, 0));
        Source source = new Source(
                aeTitle,
                request.description().orElse(""),
                request.kind().orElse(Source.Kind.DIMSE),
                PeerRules.quietSeconds(request.quietSeconds().orElse(SourceRequest.DEFAULT_QUIET_SECONDS)));
        source.enabled(request.enabled().orElse(true));
        request.queryRetrieve().ifPresent(source::queryRetrieve);
        entities.persist(source);
        entities.flush();
        audit.record("source.create", "source", source.id(), details(source));
        return SourceView.of(source);
    }

    @PUT
    @Path("/{id}")
    @Transactional
    public SourceView change(UUID id, SourceRequest request) {
        Source source = find(id);
        String aeTitle = PeerRules.aeTitle(request.aeTitle());
        refuseTaken(aeTitle, id);
        source.aeTitle(aeTitle);
        request.description().ifPresent(source::description);
        request.enabled().ifPresent(source::enabled);
        request.queryRetrieve().ifPresent(source::queryRetrieve);
        request.quietSeconds().map(PeerRules::quietSeconds).ifPresent(source::quietSeconds);
        entities.flush();
        audit.record("source.change", "source", id, details(source));
        return SourceView.of(source);
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    public void delete(UUID id) {
        Source source = find(id);
        if (queries.count("select count(*) from study where source_id = :id", Map.of("id", id)) > 0) {
            throw ProblemException.conflict(
                    "SOURCE_IN_USE", "Studies came from source " + id + ": disable it instead of deleting it");
        }
        entities.remove(source);
        entities.flush();
        audit.record("source.delete", "source", id, Map.of("aeTitle", source.aeTitle()));
    }

    private static Map<String, String> details(Source source) {
        return Map.of("aeTitle", source.aeTitle(), "queryRetrieve", Boolean.toString(source.queryRetrieve()));
    }

    private Source find(UUID id) {
        Source source = entities.find(Source.class, id);
        if (source == null) {
            throw ProblemException.notFound("source", id);
        }
        return source;
    }

    private void refuseTaken(String aeTitle, UUID except) {
        Map<String, Object> parameters = Map.of("aeTitle", aeTitle, "id", except);
        if (queries.count("select count(*) from source where ae_title = :aeTitle and id <> :id", parameters) > 0) {
            throw ProblemException.conflict(
                    "AE_TITLE_TAKEN", "There is a source with AE title '" + aeTitle + "' already");
        }
    }
}
