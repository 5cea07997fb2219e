package org.roentgen.api.crosswalk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.Page;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;
import org.roentgen.api.problem.ProblemException;

/** The way back from pseudonyms. Every use is in the audit trail, with its reason. */
@Path("/api/v1/crosswalk")
@RolesAllowed(Roles.ADMIN)
public class CrosswalkResource {
    private static final int MOST = 100;

    private final CrosswalkService crosswalk;
    private final ErasureService erasures;
    private final AuditTrail audit;

    CrosswalkResource(CrosswalkService crosswalk, ErasureService erasures, AuditTrail audit) {
        this.crosswalk = crosswalk;
        this.erasures = erasures;
        this.audit = audit;
    }

    /** Tells what pseudonyms stand for. */
    @POST
    @Path("/lookups")
    @Transactional
    public Page<Original> lookUp(LookupRequest request) {
        String reason = reason(request.reason());
        List<String> pseudonyms = request.pseudonyms() == null ? List.of() : request.pseudonyms();
        if (pseudonyms.isEmpty() || pseudonyms.size() > MOST) {
            throw ProblemException.invalid(pseudonyms.size() + " pseudonyms are given: give 1 to " + MOST);
        }
        List<Original> originals = pseudonyms.stream().map(crosswalk::read).toList();
        for (Original original : originals) {
            audit.record(
                    "crosswalk.read",
                    "pseudonym",
                    original.pseudonym(),
                    Map.of(
                            "reason",
                            reason,
                            "found",
                            Boolean.toString(original.original().isPresent())));
        }
        return Page.of(originals);
    }

    /** Encrypts every entry under the first key of the key file. */
    @POST
    @Path("/rotation")
    public RotationReport rotate() {
        RotationReport report = crosswalk.rotate();
        audit.record(
                "crosswalk.rotate",
                "crosswalk",
                report.keyId(),
                Map.of(
                        "encrypted",
                        Integer.toString(report.encrypted()),
                        "remaining",
                        Long.toString(report.remaining())));
        return report;
    }

    /** Erases the way back to a person, and reports who still holds images of theirs. */
    @POST
    @Path("/erasures")
    @ResponseStatus(201)
    @Transactional
    public ErasureView erase(ErasureRequest request) throws IOException {
        String reason = reason(request.reason());
        if (request.person() == null || request.person().isBlank()) {
            throw ProblemException.invalid("person is missing: give the pseudonym of the Patient ID");
        }
        ErasureView erased = erasures.erase(request.person(), reason, audit.actor());
        audit.record("crosswalk.erase", "person", request.person(), Map.of("reason", reason));
        return erased;
    }

    @GET
    @Path("/erasures")
    public Page<ErasureView> erasures() {
        return Page.of(erasures.list());
    }

    private static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw ProblemException.invalid("reason is missing: say why the way back is needed");
        }
        return reason.strip();
    }
}
