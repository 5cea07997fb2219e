package org.roentgen.inference.engine;

import ai.djl.engine.Engine;
import ai.onnxruntime.OrtEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.roentgen.domain.model.Software;

/** What results are made with; goes into each of them. */
@ApplicationScoped
public class EngineBeans {
    private static final Logger LOG = Logger.getLogger(EngineBeans.class);

    /** After the choice of the device, which loads the engine. */
    @Produces
    @Singleton
    Software software(DeviceChoice device, @ConfigProperty(name = "quarkus.application.version") String version) {
        String name = device.name();
        Software software = Software.of(
                version,
                Map.of(
                        "djl", Engine.getDjlVersion(),
                        "onnxruntime", OrtEnvironment.getEnvironment().getVersion()));
        LOG.infof("Results made on %s name %s", name, software.all());
        return software;
    }
}
