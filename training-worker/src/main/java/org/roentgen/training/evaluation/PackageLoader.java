package org.roentgen.training.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.PrivateKey;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.training.serving.SignedPackage;

/** Opens packages that this installation has signed. */
public final class PackageLoader {
    private final ObjectStore store;
    private final ObjectMapper json;
    private final PrivateKey key;

    public PackageLoader(ObjectStore store, ObjectMapper json, PrivateKey key) {
        this.store = store;
        this.json = json;
        this.key = key;
    }

    /** @throws RoentgenException INVALID_MODEL_PACKAGE when an entry is missing or the signature is another's */
    public PackagedModel open(ObjectId modelPackage) throws IOException {
        SignedPackage signed = SignedPackage.open(modelPackage, store, json, key);
        return new PackagedModel(
                json.readValue(signed.entry(ModelPackage.MANIFEST), ModelManifest.class),
                signed.entry(ModelPackage.MODEL),
                json);
    }
}
