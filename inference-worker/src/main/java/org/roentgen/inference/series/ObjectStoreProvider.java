package org.roentgen.inference.series;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.objectstore.ObjectStores;

/** The de-identified zone, the only one that a worker knows. */
@ApplicationScoped
public class ObjectStoreProvider {
    @Produces
    @ApplicationScoped
    ObjectStore deidentified(@ConfigProperty(name = "roentgen.objects.deidentified") String address)
            throws IOException {
        return ObjectStores.open(address);
    }
}
