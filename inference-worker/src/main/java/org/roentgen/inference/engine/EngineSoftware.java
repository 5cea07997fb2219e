package org.roentgen.inference.engine;

import ai.djl.engine.Engine;
import ai.onnxruntime.OrtEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What results are made with; goes into each of them. */
@ApplicationScoped
public class EngineSoftware {
    private static final Logger LOG = Logger.getLogger(EngineSoftware.class);
    private final Map<String, String> components;

    /** After the choice of the device, which loads the engine. */
    EngineSoftware(DeviceChoice device, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.components = Map.of(
                "platform", version,
                "java", Runtime.version().toString(),
                "djl", Engine.getDjlVersion(),
                "onnxruntime", OrtEnvironment.getEnvironment().getVersion());
        LOG.infof("Results made on %s name %s", device.name(), components);
    }

    /** Versions by component. */
    public Map<String, String> components() {
        return components;
    }
}
