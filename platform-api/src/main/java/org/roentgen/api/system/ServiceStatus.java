package org.roentgen.api.system;

import java.util.Optional;

/**
 * One service.
 *
 * @param device of a worker, {@code cpu} or {@code cuda:0}
 * @param deviceReason why this device
 * @param detail why it is not ready
 */
public record ServiceStatus(
        String name,
        boolean ready,
        Optional<String> version,
        Optional<String> device,
        Optional<String> deviceReason,
        Optional<String> detail) {}
