package org.roentgen.api.peer;

import java.util.Optional;

/** A destination as an administrator writes it. */
public record DestinationRequest(String name, String aeTitle, String host, int port, Optional<Boolean> enabled) {}
