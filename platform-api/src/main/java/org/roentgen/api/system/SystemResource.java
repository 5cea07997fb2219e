package org.roentgen.api.system;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.roentgen.api.Roles;
import org.roentgen.store.query.Queries;

/** How the platform is. */
@Path("/api/v1/system")
@RolesAllowed({Roles.ADMIN, Roles.INTEGRATOR})
public class SystemResource {
    private static final String QUEUES = """
            select 'steps ready' as queue, count(*) as depth from pipeline_step where state = 'READY'
            union all select 'training jobs', count(*) from job
                where kind = 'TRAIN' and state in ('PENDING', 'SENT')
            union all select 'inference jobs', count(*) from job
                where kind = 'INFER' and state in ('PENDING', 'SENT')
            union all select 'dataset imports', count(*) from dataset_import where state = 'PENDING'
            union all select 'dead letters', count(*) from pipeline_step where state = 'DEAD_LETTER'
            union all select 'quarantine', count(*) from quarantine where state = 'OPEN'
            """;

    private final ServiceAddresses addresses;
    private final ServiceProbe probe;
    private final Queries queries;
    private final String version;

    SystemResource(
            ServiceAddresses addresses,
            ServiceProbe probe,
            Queries queries,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.addresses = addresses;
        this.probe = probe;
        this.queries = queries;
        this.version = version;
    }

    @GET
    public SystemStatus status() {
        List<ServiceStatus> services = new ArrayList<>();
        services.add(new ServiceStatus(
                "platform-api", true, Optional.of(version), Optional.empty(), Optional.empty(), Optional.empty()));
        new TreeMap<>(addresses.byName()).forEach((name, address) -> services.add(probe.probe(name, address)));
        Map<String, Long> queues = new TreeMap<>();
        queries.list(QUEUES, Map.of(), row -> Map.entry(row.text("queue"), row.number("depth")))
                .forEach(entry -> queues.put(entry.getKey(), entry.getValue()));
        return new SystemStatus(services, queues);
    }
}
