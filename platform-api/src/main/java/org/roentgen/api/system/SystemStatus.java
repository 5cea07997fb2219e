package org.roentgen.api.system;

import java.util.List;
import java.util.Map;

/** The whole platform. @param queues how much waits, by what it waits for */
public record SystemStatus(List<ServiceStatus> services, Map<String, Long> queues) {}
