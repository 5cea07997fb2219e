package org.roentgen.workflow.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.roentgen.workflow.failure.ErrorPolicy;

/** Takes up imports, one at a time in each process. */
@ApplicationScoped
public class ImportRoute extends EndpointRouteBuilder {
    /** Exchange property that holds the import's id. */
    public static final String IMPORT = "roentgenImport";

    private final ImportQueue queue;
    private final DatasetImports imports;

    ImportRoute(ImportQueue queue, DatasetImports imports) {
        this.queue = queue;
        this.imports = imports;
    }

    @Override
    public void configure() {
        from(timer("import-claim").period("{{roentgen.schedule.imports}}"))
                .routeId("import-claim")
                .routeConfigurationId(ErrorPolicy.SCHEDULES)
                .autoStartup("{{roentgen.schedule.enabled}}")
                .bean(queue, "claim")
                .split(body())
                .to(direct("import-run"));

        from(direct("import-run"))
                .routeId("import-run")
                .routeConfigurationId(ErrorPolicy.IMPORTS)
                .setProperty(IMPORT, body())
                .bean(imports, "run");
    }
}
