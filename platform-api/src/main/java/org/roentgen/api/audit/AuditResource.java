package org.roentgen.api.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.Page;
import org.roentgen.api.Paging;
import org.roentgen.api.Roles;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.store.audit.AuditFilter;
import org.roentgen.store.audit.AuditLog;
import org.roentgen.store.audit.AuditVerification;

/** The audit trail, to be read only. */
@Path("/api/v1/audit")
@RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
public class AuditResource {
    private final AuditLog log;

    AuditResource(AuditLog log) {
        this.log = log;
    }

    /** @param from and {@code to}: an instant, or a date in UTC; {@code to} is exclusive */
    @GET
    public Page<AuditEventView> list(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("action") @Nullable String action,
            @BeanParam Paging paging) {
        AuditFilter filter = new AuditFilter(
                instant("from", from), instant("to", to), text(actor), text(action), paging.limit(), paging.offset());
        return new Page<>(log.find(filter).stream().map(AuditEventView::of).toList(), log.count(filter));
    }

    @GET
    @Path("/verification")
    public AuditVerification verification() {
        return log.verify();
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).filter(given -> !given.isBlank());
    }

    private static Optional<Instant> instant(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    value.contains("T")
                            ? Instant.parse(value)
                            : LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException _) {
            throw ProblemException.invalid(
                    name + " '" + value + "' must be a date (2026-01-31) or an instant (2026-01-31T12:00:00Z)");
        }
    }
}
