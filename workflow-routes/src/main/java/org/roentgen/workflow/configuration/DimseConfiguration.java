package org.roentgen.workflow.configuration;

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

    /** How many matches a C-FIND gets before it is refused as too wide. */
    @WithDefault("20000")
    int maximumMatches();
}
