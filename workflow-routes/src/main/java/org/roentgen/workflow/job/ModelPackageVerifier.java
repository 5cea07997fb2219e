package org.roentgen.workflow.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.domain.model.PackageSignature;
import org.roentgen.domain.object.NoSuchObjectException;
import org.roentgen.domain.object.ObjectDirectory;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.workflow.configuration.Deidentified;
import org.roentgen.workflow.configuration.SigningKey;
import org.roentgen.workflow.database.InvalidJsonException;
import org.roentgen.workflow.database.Json;

/** Checks a model package before it is registered: complete, signed by a training worker, within its parity tolerance. */
@ApplicationScoped
public class ModelPackageVerifier {
    private static final List<String> ENTRIES = List.of(
            ModelPackage.MODEL,
            ModelPackage.MANIFEST,
            ModelPackage.EVALUATION,
            ModelPackage.CARD,
            ModelPackage.SIGNATURE);
    private final ObjectStore objects;
    private final SigningKey key;
    private final Json json;

    ModelPackageVerifier(@Deidentified ObjectStore objects, SigningKey key, Json json) {
        this.objects = objects;
        this.key = key;
        this.json = json;
    }

    /**
     * @return the manifest of a package that may be registered
     * @throws RoentgenException INVALID_MODEL_PACKAGE or PARITY_OUT_OF_TOLERANCE
     */
    public ModelManifest verify(ObjectId modelPackage) {
        try {
            ObjectDirectory directory = entries(modelPackage);
            verifySignature(modelPackage, directory);
            ModelManifest manifest = json.read(text(directory, ModelPackage.MANIFEST), ModelManifest.class);
            verifyParity(manifest);
            return manifest;
        } catch (NoSuchObjectException | InvalidJsonException e) {
            throw refused(modelPackage, "an entry is missing or cannot be read; train again", e);
        } catch (IOException e) {
            throw new RoentgenException(
                    ErrorCode.OUT_OF_DISK,
                    "Model package " + modelPackage + " could not be read from the object store",
                    e);
        }
    }

    private ObjectDirectory entries(ObjectId modelPackage) throws IOException {
        ObjectDirectory directory =
                json.read(new String(objects.read(modelPackage), StandardCharsets.UTF_8), ObjectDirectory.class);
        for (String name : ENTRIES) {
            if (!directory.entries().containsKey(name)) {
                throw refused(modelPackage, "it has no entry " + name + "; train again", null);
            }
        }
        return directory;
    }

    private void verifySignature(ObjectId modelPackage, ObjectDirectory directory) throws IOException {
        byte[] signature = objects.read(entry(directory, ModelPackage.SIGNATURE));
        if (!PackageSignature.isValid(directory, signature, key.publicKey())) {
            throw refused(modelPackage, "its signature is not that of this installation's training workers", null);
        }
    }

    private static void verifyParity(ModelManifest manifest) {
        if (!manifest.parity().withinTolerance()
                || Double.isNaN(manifest.parity().maxAbsDifference())) {
            throw new RoentgenException(
                    ErrorCode.PARITY_OUT_OF_TOLERANCE,
                    "The exported model differs from the trained one by "
                            + manifest.parity().maxAbsDifference() + ", more than the tolerance "
                            + manifest.parity().tolerance() + ": it is not registered");
        }
    }

    private String text(ObjectDirectory directory, String name) throws IOException {
        return new String(objects.read(entry(directory, name)), StandardCharsets.UTF_8);
    }

    private static ObjectId entry(ObjectDirectory directory, String name) {
        return Objects.requireNonNull(directory.entries().get(name));
    }

    private static RoentgenException refused(ObjectId modelPackage, String why, @Nullable Throwable cause) {
        String message = "Model package " + modelPackage + " is refused: " + why;
        return cause == null
                ? new RoentgenException(ErrorCode.INVALID_MODEL_PACKAGE, message)
                : new RoentgenException(ErrorCode.INVALID_MODEL_PACKAGE, message, cause);
    }
}
