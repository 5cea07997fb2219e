package org.roentgen.api.objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.objectstore.ObjectStores;

/** Opens the stores that the configuration names. */
@ApplicationScoped
public class ObjectStoreProducer {
    @Produces
    @Singleton
    @Identified
    ObjectStore identified(@ConfigProperty(name = "roentgen.objects.identified") String address) throws IOException {
        return ObjectStores.open(address);
    }

    @Produces
    @Singleton
    @Deidentified
    ObjectStore deidentified(@ConfigProperty(name = "roentgen.objects.deidentified") String address)
            throws IOException {
        return ObjectStores.open(address);
    }
}
