package org.roentgen.api.audit;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import org.roentgen.store.audit.AuditEntry;
import org.roentgen.store.audit.AuditLog;

/** Writes what the caller of this request does. Called last in the transaction of the effect. */
@RequestScoped
public class AuditTrail {
    private final AuditLog log;
    private final SecurityIdentity identity;
    private final HttpServerRequest request;
    private final RecentReads recentReads;

    AuditTrail(AuditLog log, SecurityIdentity identity, HttpServerRequest request, RecentReads recentReads) {
        this.recentReads = recentReads;
        this.log = log;
        this.identity = identity;
        this.request = request;
    }

    /** The signed-in user. */
    public String actor() {
        return identity.getPrincipal().getName();
    }

    /** The address that the request came from. */
    public String origin() {
        return request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
    }

    /** Records that the object was read, once in five minutes for the same user, address and object. */
    public void read(String action, String objectType, Object objectId) {
        if (recentReads.isNew(String.join("|", actor(), origin(), action, objectId.toString()))) {
            record(action, objectType, objectId);
        }
    }

    public void record(String action, String objectType, Object objectId) {
        record(action, objectType, objectId, Map.of());
    }

    public void record(String action, String objectType, Object objectId, Map<String, String> details) {
        log.append(new AuditEntry(
                actor(), action, objectType, objectId.toString(), origin(), AuditEntry.Outcome.SUCCESS, details));
    }
}
