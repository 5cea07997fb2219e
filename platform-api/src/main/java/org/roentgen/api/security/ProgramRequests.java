package org.roentgen.api.security;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Only {@code /login} leads a browser to the identity provider; everything else is told that it is not signed in. */
@ApplicationScoped
public class ProgramRequests implements JavaScriptRequestChecker {
    @Override
    public boolean isJavaScriptRequest(RoutingContext context) {
        return !context.normalizedPath().startsWith("/login");
    }
}
