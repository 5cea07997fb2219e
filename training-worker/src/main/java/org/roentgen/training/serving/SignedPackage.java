package org.roentgen.training.serving;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.domain.model.PackageSignature;
import org.roentgen.domain.object.ObjectDirectory;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;

/** The entries of a model package that this installation has signed. */
public final class SignedPackage {
    private final ObjectId id;
    private final ObjectDirectory directory;
    private final ObjectStore store;

    private SignedPackage(ObjectId id, ObjectDirectory directory, ObjectStore store) {
        this.id = id;
        this.directory = directory;
        this.store = store;
    }

    /** @throws RoentgenException INVALID_MODEL_PACKAGE when the signature is missing or another's */
    public static SignedPackage open(ObjectId id, ObjectStore store, ObjectMapper json, PrivateKey key)
            throws IOException {
        ObjectDirectory directory = json.readValue(store.read(id), ObjectDirectory.class);
        SignedPackage opened = new SignedPackage(id, directory, store);
        // An Ed25519 signature of the same bytes under the same key is the same (RFC 8032, 5.1.6).
        byte[] expected = PackageSignature.sign(directory, key);
        if (!MessageDigest.isEqual(expected, opened.entry(ModelPackage.SIGNATURE))) {
            throw new RoentgenException(
                    ErrorCode.INVALID_MODEL_PACKAGE,
                    "Model package " + id + " is not signed with this installation's key; register it again");
        }
        return opened;
    }

    /** Signs the entries and stores the directory that names them and the signature; returns the directory's id. */
    public static ObjectId seal(Map<String, ObjectId> entries, ObjectStore store, ObjectMapper json, PrivateKey key)
            throws IOException {
        Map<String, ObjectId> all = new TreeMap<>(entries);
        byte[] signature = PackageSignature.sign(new ObjectDirectory(entries), key);
        all.put(ModelPackage.SIGNATURE, store.put(signature));
        return store.put(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(new ObjectDirectory(all)));
    }

    /** Of its entries, the signature among them. */
    public Set<String> names() {
        return Set.copyOf(directory.entries().keySet());
    }

    /** @throws RoentgenException INVALID_MODEL_PACKAGE when the package holds no such entry */
    public byte[] entry(String name) throws IOException {
        Optional<byte[]> found = find(name);
        return found.orElseThrow(() ->
                new RoentgenException(ErrorCode.INVALID_MODEL_PACKAGE, "Model package " + id + " has no " + name));
    }

    public Optional<byte[]> find(String name) throws IOException {
        ObjectId entry = directory.entries().get(name);
        return entry == null ? Optional.empty() : Optional.of(store.read(entry));
    }
}
