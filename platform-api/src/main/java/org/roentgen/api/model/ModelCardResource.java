package org.roentgen.api.model;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.roentgen.api.Page;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.store.query.Queries;

/** Model cards, to read, to print and to fill. */
@Path("/api/v1")
@RolesAllowed({Roles.DATA_SCIENTIST, Roles.ADMIN, Roles.RADIOLOGIST})
public class ModelCardResource {
    private final Queries queries;
    private final ModelCards cards;
    private final CardPdf pdf;
    private final AuditTrail audit;

    ModelCardResource(Queries queries, ModelCards cards, CardPdf pdf, AuditTrail audit) {
        this.queries = queries;
        this.cards = cards;
        this.pdf = pdf;
        this.audit = audit;
    }

    /** The model card, in Markdown. */
    @GET
    @Path("/model-versions/{id}/card")
    @Produces("text/markdown;charset=UTF-8")
    public String card(UUID id) throws IOException {
        return cards.markdown(id, packageOf(id));
    }

    /** The model card, to print and to sign. */
    @GET
    @Path("/model-versions/{id}/card.pdf")
    @Produces("application/pdf")
    public Response print(UUID id) throws IOException {
        return Response.ok(pdf.of(cards.markdown(id, packageOf(id))))
                .header("Content-Disposition", "attachment; filename=\"model-card-" + id + ".pdf\"")
                .build();
    }

    /** What people have written. */
    @GET
    @Path("/model-versions/{id}/card-texts")
    public Page<CardText> texts(UUID id) {
        packageOf(id);
        return Page.of(List.copyOf(cards.written(id).values()));
    }

    /** Writes a section; an empty text removes it. */
    @PUT
    @Path("/model-versions/{id}/card-texts/{section}")
    @RolesAllowed({Roles.DATA_SCIENTIST, Roles.ADMIN})
    @ResponseStatus(204)
    @Transactional
    public void write(UUID id, CardSection section, CardTextRequest request) {
        if (request.content() == null) {
            throw ProblemException.invalid("content is missing: give the text, or an empty one to remove it");
        }
        cards.write(id, section, request.content(), audit.actor());
        audit.record("model-card.write", "model-version", id, Map.of("section", section.name()));
    }

    private String packageOf(UUID id) {
        return queries.first(
                        "select package_object_id from model_version where id = :id",
                        Map.of("id", id),
                        row -> row.text("package_object_id"))
                .orElseThrow(() -> ProblemException.notFound("model version", id));
    }
}
