package org.roentgen.api.system;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** Where the other services answer, by name: {@code roentgen.services.workflow-routes}. */
@ConfigMapping(prefix = "roentgen")
public interface ServiceAddresses {
    Map<String, String> services();
}
