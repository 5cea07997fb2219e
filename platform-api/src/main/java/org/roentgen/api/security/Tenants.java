package org.roentgen.api.security;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Bearer tokens belong to the default tenant, browser sessions to the tenant {@value #WEB}. */
@ApplicationScoped
public class Tenants implements TenantResolver {
    static final String WEB = "web";
    private static final String SESSION_COOKIE = "q_session_" + WEB;

    @Override
    public @Nullable String resolve(RoutingContext context) {
        return usesSession(context) ? WEB : null;
    }

    /** Whether the request is authenticated by a browser's session, or wants one. */
    static boolean usesSession(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.equals("/login") || path.equals("/login/callback") || path.equals("/logout")) {
            return true;
        }
        return !context.request().headers().contains("Authorization")
                && context.request().cookies().stream()
                        .anyMatch(cookie -> cookie.getName().startsWith(SESSION_COOKIE));
    }
}
