package org.roentgen.inference.predict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.domain.model.PackageSignature;
import org.roentgen.domain.object.ObjectDirectory;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.objectstore.ObjectStores;

/** The entries of a model package, read from a folder, a zip, or the local object store. */
final class PackageFiles {
    private final String name;
    private final Map<String, byte[]> entries;

    private PackageFiles(String name, Map<String, byte[]> entries) throws PredictException {
        this.name = name;
        this.entries = entries;
        for (String needed : List.of(ModelPackage.MODEL, ModelPackage.MANIFEST)) {
            if (!entries.containsKey(needed)) {
                throw new PredictException(name + ": no model package, it has no " + needed
                        + " (export one with ./roentgen model export)");
            }
        }
    }

    /** @param store the folder of the local de-identified store, where ids are looked up */
    static PackageFiles open(String model, Path store, ObjectMapper json) throws PredictException {
        Path path = Path.of(model);
        try {
            if (Files.isDirectory(path)) {
                return new PackageFiles(model, ofFolder(path));
            }
            if (Files.isRegularFile(path)) {
                return new PackageFiles(model, ofZip(path));
            }
            if (model.matches("[0-9a-f]{64}") && Files.isDirectory(store)) {
                return new PackageFiles(model, ofStore(model, store, json));
            }
        } catch (ZipException e) {
            throw new PredictException(model + ": no zip of a model package: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new PredictException(model + ": the model package cannot be read: " + e, e);
        }
        throw new PredictException(model + ": no such model package; give its folder, its .zip, or its id in " + store);
    }

    private static Map<String, byte[]> ofFolder(Path folder) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String entry = file.getFileName().toString();
                if (!entry.startsWith(".")) {
                    entries.put(entry, Files.readAllBytes(file));
                }
            }
        }
        return entries;
    }

    private static Map<String, byte[]> ofZip(Path file) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        entries.put(entry.getName(), content.readAllBytes());
                    }
                }
            }
        }
        return entries;
    }

    private static Map<String, byte[]> ofStore(String id, Path store, ObjectMapper json) throws IOException {
        ObjectStore objects = ObjectStores.open(store.toAbsolutePath().toUri().toString());
        ObjectDirectory directory = json.readValue(objects.read(new ObjectId(id)), ObjectDirectory.class);
        Map<String, byte[]> entries = new TreeMap<>();
        for (Map.Entry<String, ObjectId> entry : directory.entries().entrySet()) {
            entries.put(entry.getKey(), objects.read(entry.getValue()));
        }
        return entries;
    }

    /** @throws PredictException when the package was not signed with the key, or was changed since */
    void verify(Path key) throws PredictException {
        Map<String, ObjectId> ids = new TreeMap<>();
        entries.forEach((entry, content) -> ids.put(entry, id(content)));
        byte[] signature = entries.getOrDefault(ModelPackage.SIGNATURE, new byte[0]);
        try {
            if (!PackageSignature.isValid(new ObjectDirectory(ids), signature, PackageSignature.readPublicKey(key))) {
                throw new PredictException(
                        name + ": the package was not signed with " + key
                                + ", or was changed since; give the key of its maker with --key, or --unsigned to run it anyway");
            }
        } catch (IOException e) {
            throw new PredictException(key + ": the public key cannot be read: " + e.getMessage(), e);
        }
    }

    ModelManifest manifest(ObjectMapper json) throws PredictException {
        try {
            return json.readValue(entry(ModelPackage.MANIFEST), ModelManifest.class);
        } catch (JsonProcessingException e) {
            throw new PredictException(
                    name + ": " + ModelPackage.MANIFEST + " is damaged: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new PredictException(name + ": " + ModelPackage.MANIFEST + " is damaged: " + e.getMessage(), e);
        }
    }

    byte[] model() {
        return entry(ModelPackage.MODEL);
    }

    String name() {
        return name;
    }

    private byte[] entry(String entry) {
        return entries.getOrDefault(entry, new byte[0]);
    }

    private static ObjectId id(byte[] content) {
        try {
            return new ObjectId(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
