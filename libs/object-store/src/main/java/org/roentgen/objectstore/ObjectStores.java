package org.roentgen.objectstore;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.roentgen.domain.object.ObjectStore;

/** Opens the object store that a configuration value names. */
public final class ObjectStores {
    private ObjectStores() {}

    /**
     * Opens, and creates if needed, the store at an address.
     *
     * @param address {@code file:/absolute/path} or
     *     {@code s3://bucket/prefix?cache=/absolute/path&endpoint=https://host&region=name}
     * @throws IllegalArgumentException if no adapter knows the address
     * @throws IOException if the store cannot be reached or created
     */
    public static ObjectStore open(String address) throws IOException {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException invalid) {
            throw unknown(address, invalid);
        }
        if ("s3".equals(uri.getScheme())) {
            return new S3ObjectStore(S3Address.parse(uri));
        }
        if (!"file".equals(uri.getScheme())
                || uri.getPath() == null
                || !uri.getPath().startsWith("/")) {
            throw unknown(address, null);
        }
        return new FileObjectStore(Path.of(uri.getPath()));
    }

    private static IllegalArgumentException unknown(String address, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "Object store address '" + address + "' is neither of the form file:/absolute/path nor "
                        + S3Address.FORM,
                cause);
    }
}
