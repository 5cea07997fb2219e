package org.roentgen.workflow.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The service's own DICOM application entity. */
@ConfigMapping(prefix = "roentgen.dimse")
public interface DimseConfiguration {
    /** Port to listen on; 0 takes a free one. */
    @WithDefault("11112")
    int port();

    @WithDefault("ROENTGEN")
    String aeTitle();
}
