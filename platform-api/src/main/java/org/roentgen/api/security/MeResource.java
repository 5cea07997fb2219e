package org.roentgen.api.security;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.roentgen.api.Roles;

/** Who is signed in. */
@Path("/api/v1/me")
@Authenticated
public class MeResource {
    private static final List<String> ROLES =
            List.of(Roles.ADMIN, Roles.RADIOLOGIST, Roles.DATA_SCIENTIST, Roles.INTEGRATOR, Roles.AUDITOR);

    private final SecurityIdentity identity;

    MeResource(SecurityIdentity identity) {
        this.identity = identity;
    }

    @GET
    public Me me() {
        String username = identity.getPrincipal().getName();
        Optional<String> name = identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable(token.<String>getClaim("name"))
                : Optional.empty();
        return new Me(
                username,
                name.orElse(username),
                ROLES.stream().filter(identity::hasRole).toList());
    }
}
