package org.roentgen.workflow.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.jboss.logging.Logger;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.pipeline.StepConfiguration;
import org.roentgen.domain.pipeline.StepKind;

/**
 * Compiles pipeline versions to routes while the service runs: one route for each step. A version has routes while it is
 * active or has an unfinished run, so that activating another one loses no work.
 */
@ApplicationScoped
public class PipelineRoutes {
    private static final Logger LOG = Logger.getLogger(PipelineRoutes.class);
    private final CamelContext camel;
    private final PipelineVersions versions;
    private final Map<UUID, List<String>> routes = new ConcurrentHashMap<>();

    PipelineRoutes(CamelContext camel, PipelineVersions versions) {
        this.camel = camel;
        this.versions = versions;
    }

    /** Adds the routes of versions that need them and takes away those of versions that no longer do. */
    public synchronized void reconcile() {
        Set<UUID> needed = versions.needed().stream().map(PipelineVersion::id).collect(Collectors.toUnmodifiableSet());
        versions.needed().forEach(this::add);
        List<UUID> retired =
                routes.keySet().stream().filter(id -> !needed.contains(id)).toList();
        retired.forEach(this::remove);
    }

    /**
     * Where a claimed step is sent; its route is there when this returns.
     *
     * @return name of the route's queue
     */
    public synchronized String queueOf(ClaimedStep step) {
        if (!routes.containsKey(step.run().pipelineVersionId())) {
            add(versions.get(step.run().pipelineVersionId()));
        }
        return step.queue();
    }

    /** The versions that have routes now. */
    public Set<UUID> compiled() {
        return Set.copyOf(routes.keySet());
    }

    private void add(PipelineVersion version) {
        if (routes.containsKey(version.id())) {
            return;
        }
        List<StepConfiguration> steps = version.definition().steps();
        List<String> added = new ArrayList<>();
        for (int ordinal = 0; ordinal < steps.size(); ordinal++) {
            added.add(add(version, ordinal, steps.get(ordinal).stepKind()));
        }
        routes.put(version.id(), List.copyOf(added));
        LOG.infof("Pipeline %s version %d: %d routes added", version.name(), version.version(), steps.size());
    }

    private String add(PipelineVersion version, int ordinal, StepKind kind) {
        String template = StepTemplateRoute.templateOf(kind);
        String routeId = "pipeline-" + version.name() + "-" + version.version() + "-" + ordinal + "-" + template;
        TemplatedRouteBuilder.builder(camel, template)
                .routeId(routeId)
                .parameter(StepTemplateRoute.QUEUE, ClaimedStep.queueOf(version.id(), ordinal))
                .add();
        return routeId;
    }

    private void remove(UUID version) {
        for (String route : routes.getOrDefault(version, List.of())) {
            try {
                camel.getRouteController().stopRoute(route);
                camel.removeRoute(route);
            } catch (Exception e) {
                throw new RoentgenException(
                        ErrorCode.INTERNAL_ERROR, "Route " + route + " of a retired pipeline cannot be removed", e);
            }
        }
        routes.remove(version);
        LOG.infof("Pipeline version %s: routes removed", version);
    }
}
