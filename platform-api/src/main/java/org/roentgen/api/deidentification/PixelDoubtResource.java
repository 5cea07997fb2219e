package org.roentgen.api.deidentification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.roentgen.api.Page;
import org.roentgen.api.Paging;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;

/** Images of which a person has to say what in their pixels identifies people. They show it: every look is in the audit trail. */
@Path("/api/v1")
@RolesAllowed(Roles.ADMIN)
public class PixelDoubtResource {
    private final PixelDoubts doubts;
    private final InstancePair pairs;
    private final AuditTrail audit;

    PixelDoubtResource(PixelDoubts doubts, InstancePair pairs, AuditTrail audit) {
        this.doubts = doubts;
        this.pairs = pairs;
        this.audit = audit;
    }

    @GET
    @Path("/pixel-doubts")
    @Transactional
    public Page<PixelDoubt> list(@BeanParam Paging paging) {
        return doubts.list(paging);
    }

    /**
     * A frame of the original or of its copy, at its full size.
     *
     * @param frame from 1
     */
    @GET
    @Path("/deidentification-records/{id}/instances/{instanceId}/picture")
    @Produces("image/png")
    @Transactional
    public byte[] picture(
            UUID id,
            UUID instanceId,
            @QueryParam("of") @DefaultValue("ORIGINAL") InstancePair.Side side,
            @QueryParam("frame") @DefaultValue("1") int frame)
            throws IOException {
        byte[] picture = pairs.picture(id, instanceId, side, frame);
        if (side == InstancePair.Side.ORIGINAL) {
            audit.record("deidentification.look", "instance", instanceId, Map.of("record", id.toString()));
        }
        return picture;
    }

    /** Decides what is blanked. With the last decision of a series it is taken up again. */
    @POST
    @Path("/deidentification-records/{id}/instances/{instanceId}/pixel-decision")
    @Transactional
    public PixelDecisionView decide(UUID id, UUID instanceId, PixelDecisionRequest request) {
        PixelDecisionView decision = doubts.decide(id, instanceId, request, audit.actor());
        audit.record(
                "deidentification.decide-pixels",
                "instance",
                instanceId,
                Map.of(
                        "record", id.toString(),
                        "regions", decision.regions().toString(),
                        "images", Integer.toString(decision.decided())));
        return decision;
    }
}
