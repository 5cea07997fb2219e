package org.roentgen.inference.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.domain.model.PackageSignature;
import org.roentgen.domain.object.ObjectDirectory;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;

/** Loads signed model packages into ONNX Runtime; refuses what is not signed with the platform's key. */
@ApplicationScoped
public class ModelLoader {
    private final ObjectStore objects;
    private final ObjectMapper json;
    private final DeviceChoice device;
    private final PublicKey key;

    /** @param publicKeyFile PEM file with the Ed25519 key that model packages must be signed with */
    ModelLoader(
            ObjectStore objects,
            ObjectMapper json,
            DeviceChoice device,
            @ConfigProperty(name = "roentgen.signing.public-key-file") Path publicKeyFile)
            throws IOException {
        this.objects = objects;
        this.json = json;
        this.device = device;
        this.key = PackageSignature.readPublicKey(publicKeyFile);
    }

    /** @throws RoentgenException INVALID_MODEL_PACKAGE if the signature or the content is wrong */
    LoadedModel load(ObjectId packageId) {
        try {
            ObjectDirectory entries = json.readValue(objects.read(packageId), ObjectDirectory.class);
            verify(packageId, entries);
            ModelManifest manifest =
                    json.readValue(objects.read(entry(packageId, entries, ModelPackage.MANIFEST)), ModelManifest.class);
            byte[] network = objects.read(entry(packageId, entries, ModelPackage.MODEL));
            return LoadedModel.open(network, manifest, device.device());
        } catch (IOException e) {
            throw new RoentgenException(
                    ErrorCode.INVALID_MODEL_PACKAGE, "Model package " + packageId + " cannot be read: " + e, e);
        }
    }

    private void verify(ObjectId packageId, ObjectDirectory entries) throws IOException {
        byte[] signature = objects.read(entry(packageId, entries, ModelPackage.SIGNATURE));
        if (!PackageSignature.isValid(entries, signature, key)) {
            throw new RoentgenException(
                    ErrorCode.INVALID_MODEL_PACKAGE,
                    "Model package " + packageId + " is not signed with this platform's key; register it again");
        }
    }

    private static ObjectId entry(ObjectId packageId, ObjectDirectory entries, String name) {
        ObjectId id = entries.entries().get(name);
        if (id == null) {
            throw new RoentgenException(
                    ErrorCode.INVALID_MODEL_PACKAGE, "Model package " + packageId + " has no " + name);
        }
        return id;
    }
}
