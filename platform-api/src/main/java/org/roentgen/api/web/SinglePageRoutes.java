package org.roentgen.api.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Paths of the web UI that are no files are answered with its start page, which shows the right view itself. */
@ApplicationScoped
public class SinglePageRoutes {
    private static final List<String> SERVER = List.of("/api", "/dicom-web", "/wado", "/q", "/login", "/logout");
    private static final int FIRST = 2_000;

    void register(@Observes Filters filters) {
        filters.register(SinglePageRoutes::route, FIRST);
    }

    private static void route(RoutingContext context) {
        if (context.request().method() == HttpMethod.GET && isView(context.normalizedPath())) {
            context.reroute("/index.html");
        } else {
            context.next();
        }
    }

    static boolean isView(String path) {
        boolean isFile = path.indexOf('.', path.lastIndexOf('/')) >= 0;
        return !isFile
                && !path.equals("/")
                && SERVER.stream().noneMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}
