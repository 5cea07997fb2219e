package org.roentgen.api.system;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** Where the other services answer, by name: {@code roentgen.services.workflow-routes}. */
@ConfigMapping(prefix = "roentgen.services")
public interface ServiceAddresses {
    @WithParentName
    Map<String, String> byName();
}
