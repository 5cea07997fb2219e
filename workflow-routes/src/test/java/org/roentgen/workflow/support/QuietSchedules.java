package org.roentgen.workflow.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service without its periodic routes, so that a test decides when each of them acts. */
public final class QuietSchedules implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "roentgen.schedule.enabled", "false",
                "roentgen.workflow.maximum-attempts", "3",
                "roentgen.workflow.first-retry-delay", "100ms");
    }
}
