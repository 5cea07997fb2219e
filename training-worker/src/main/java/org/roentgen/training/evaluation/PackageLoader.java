package org.roentgen.training.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.PrivateKey;
import java.util.Arrays;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.domain.model.PackageSignature;
import org.roentgen.domain.object.ObjectDirectory;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;

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
        ObjectDirectory entries = json.readValue(store.read(modelPackage), ObjectDirectory.class);
        // An Ed25519 signature of the same bytes under the same key is the same (RFC 8032, 5.1.6).
        byte[] expected = PackageSignature.sign(entries, key);
        if (!Arrays.equals(expected, entry(modelPackage, entries, ModelPackage.SIGNATURE))) {
            throw new RoentgenException(
                    ErrorCode.INVALID_MODEL_PACKAGE,
                    "Model package " + modelPackage + " is not signed with this installation's key; register it again");
        }
        return new PackagedModel(
                json.readValue(entry(modelPackage, entries, ModelPackage.MANIFEST), ModelManifest.class),
                entry(modelPackage, entries, ModelPackage.MODEL),
                json);
    }

    private byte[] entry(ObjectId modelPackage, ObjectDirectory entries, String name) throws IOException {
        ObjectId id = entries.entries().get(name);
        if (id == null) {
            throw new RoentgenException(
                    ErrorCode.INVALID_MODEL_PACKAGE, "Model package " + modelPackage + " has no " + name);
        }
        return store.read(id);
    }
}
