package org.roentgen.api.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import org.roentgen.store.audit.AuditEntry;

/** What holds for every request to the API, before any resource sees it: the CSRF rule, and the audit of refusals. */
@ApplicationScoped
public class RequestGuard {
    /** What the code flow answers instead of a redirect to requests that are no page loads. */
    private static final int SESSION_EXPIRED = 499;

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int BEFORE_AUTHENTICATION = 1_000;

    private final DeniedRequests denied;

    RequestGuard(DeniedRequests denied) {
        this.denied = denied;
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, BEFORE_AUTHENTICATION);
    }

    private void guard(RoutingContext context) {
        String path = context.normalizedPath();
        if (!path.startsWith("/api/") && !path.startsWith("/dicom-web") && !path.startsWith("/wado")) {
            context.next();
            return;
        }
        context.addHeadersEndHandler(_ -> {
            if (context.response().getStatusCode() == SESSION_EXPIRED) {
                context.response().setStatusCode(401);
            }
        });
        context.addEndHandler(_ -> auditRefusal(context));
        if (Tenants.usesSession(context)
                && !SAFE.contains(context.request().method())
                && !"Roentgen".equals(context.request().getHeader("X-Requested-With"))) {
            refuse(context);
            return;
        }
        context.next();
    }

    private static void refuse(RoutingContext context) {
        context.response()
                .setStatusCode(403)
                .putHeader("Content-Type", "application/problem+json")
                .end(new JsonObject()
                        .put("type", "about:blank")
                        .put("title", "Forbidden")
                        .put("status", 403)
                        .put("detail", "A write in a browser session needs the header X-Requested-With: Roentgen")
                        .put("code", "CSRF_HEADER_MISSING")
                        .encode());
    }

    private void auditRefusal(RoutingContext context) {
        int status = context.response().getStatusCode();
        if (status != 401 && status != 403) {
            return;
        }
        String actor = context.user() instanceof QuarkusHttpUser user
                ? user.getSecurityIdentity().getPrincipal().getName()
                : "";
        String address = context.request().remoteAddress() == null
                ? ""
                : context.request().remoteAddress().hostAddress();
        denied.record(new AuditEntry(
                actor == null || actor.isEmpty() ? "anonymous" : actor,
                "access.denied",
                "resource",
                context.request().method() + " " + context.normalizedPath(),
                address == null ? "" : address,
                AuditEntry.Outcome.DENIED,
                Map.of("status", Integer.toString(status))));
    }
}
