package org.roentgen.training.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where the message broker is. */
@ConfigMapping(prefix = "roentgen.broker")
public interface BrokerConfiguration {
    @WithDefault("tcp://localhost:61616")
    String url();

    Optional<String> username();

    Optional<String> password();
}
