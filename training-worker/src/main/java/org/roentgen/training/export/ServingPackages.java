package org.roentgen.training.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.event.ModelExported;
import org.roentgen.domain.job.ExportModelJob;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.training.serving.SignedPackage;

/** Exports registered models for other systems. */
public final class ServingPackages {
    private final ObjectStore store;
    private final ObjectMapper json;
    private final PrivateKey key;

    public ServingPackages(ObjectStore store, ObjectMapper json, PrivateKey key) {
        this.store = store;
        this.json = json;
        this.key = key;
    }

    /** @throws RoentgenException INVALID_MODEL_PACKAGE when the signature is another's or the form cannot be had, with the fix */
    public ModelExported run(ExportModelJob job) throws IOException {
        SignedPackage source = SignedPackage.open(job.modelPackage(), store, json, key);
        Map<String, byte[]> entries = new TreeMap<>();
        for (String name : source.names()) {
            entries.put(name, source.entry(name));
        }
        try {
            ServingPackage made = ServingPackage.of(new PackageZip(entries), job.form());
            return new ModelExported(
                    job.jobId(), Instant.now(), store.put(made.files().bytes()));
        } catch (ExportException | IllegalArgumentException impossible) {
            throw new RoentgenException(
                    ErrorCode.INVALID_MODEL_PACKAGE, String.valueOf(impossible.getMessage()), impossible);
        }
    }
}
