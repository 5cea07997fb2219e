package org.roentgen.api.security;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.roentgen.api.audit.AuditTrail;

/** Starts the code flow: whoever gets here is signed in, and goes on to the page that was asked for. */
@Path("/login")
@Authenticated
public class LoginResource {
    private final AuditTrail audit;

    LoginResource(AuditTrail audit) {
        this.audit = audit;
    }

    @GET
    @Operation(hidden = true)
    public Response login(@QueryParam("to") @DefaultValue("/") String to) {
        audit.record("session.start", "user", audit.actor());
        return Response.seeOther(URI.create(isLocal(to) ? to : "/")).build();
    }

    /** Only pages of this server: a login link must not lead elsewhere. */
    static boolean isLocal(String to) {
        return to.matches("/([A-Za-z0-9_.~#?&=%-][A-Za-z0-9_.~/#?&=%:-]*)?");
    }
}
