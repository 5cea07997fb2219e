package org.roentgen.api.deidentification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;
import org.roentgen.api.objects.Identified;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.query.Queries;

/** What was taken of the face of a head. It shows the patient: every look is in the audit trail. */
@Path("/api/v1")
@RolesAllowed(Roles.ADMIN)
public class FacePictureResource {
    private record Picture(UUID series, ObjectId object) {}

    private final Queries queries;
    private final ObjectStore originals;
    private final AuditTrail audit;

    FacePictureResource(Queries queries, @Identified ObjectStore originals, AuditTrail audit) {
        this.queries = queries;
        this.originals = originals;
        this.audit = audit;
    }

    /** The head before, to the left, and after: above its middle from the side, below its surface from the front. */
    @GET
    @Path("/deidentification-records/{id}/face-picture")
    @Produces("image/png")
    @Transactional
    public byte[] picture(UUID id) throws IOException {
        Picture picture = queries.first(
                        """
                        select series_id, face_picture_object_id from deidentification_record
                        where id = :id and face_picture_object_id is not null
                        """,
                        Map.of("id", id),
                        row -> new Picture(row.uuid("series_id"), new ObjectId(row.text("face_picture_object_id"))))
                .orElseThrow(() -> ProblemException.notFound("picture of a face of the de-identification record", id));
        byte[] content = originals.read(picture.object());
        audit.record("deidentification.look", "series", picture.series(), Map.of("record", id.toString()));
        return content;
    }
}
