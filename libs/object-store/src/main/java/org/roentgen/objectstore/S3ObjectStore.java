package org.roentgen.objectstore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.roentgen.domain.object.NoSuchObjectException;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Objects as {@code objects/<sha-256>} and references as {@code references/<name>@} in a bucket. A local folder keeps copies,
 * since images are mapped into memory; what is read is compared with the SHA-256 that names it. S3 answers a write when it is
 * durable, and every read after it sees it. Credentials come from the environment, as Amazon's tools take them.
 */
public final class S3ObjectStore implements ObjectStore {
    private static final int NOT_FOUND = 404;
    private static final String ANY_REGION = "us-east-1";

    private final S3Client s3;
    private final String bucket;
    private final String prefix;
    private final FileObjectStore cache;

    /** Opens the store; the bucket must exist. */
    S3ObjectStore(S3Address address) throws IOException {
        this.bucket = address.bucket();
        this.prefix = address.prefix();
        this.cache = new FileObjectStore(address.cache());
        this.s3 = client(address);
        try {
            s3.headBucket(request -> request.bucket(bucket));
        } catch (SdkException failure) {
            s3.close();
            throw unreachable("the bucket", failure);
        }
    }

    @Override
    public ObjectId put(InputStream content) throws IOException {
        ObjectId id = cache.put(content);
        try {
            if (!contains(id)) {
                s3.putObject(request -> request.bucket(bucket).key(key(id)), RequestBody.fromFile(cache.file(id)));
            }
            return id;
        } catch (SdkException failure) {
            throw unreachable("object " + id.value(), failure);
        }
    }

    @Override
    public InputStream open(ObjectId id) throws IOException {
        return Files.newInputStream(file(id));
    }

    /** The local copy, fetched first where there is none. An object that was deleted meanwhile is dropped here too. */
    @Override
    public Path file(ObjectId id) throws IOException {
        if (!contains(id)) {
            cache.delete(id);
            throw new NoSuchObjectException(id);
        }
        if (!cache.contains(id)) {
            fetch(id);
        }
        return cache.file(id);
    }

    private void fetch(ObjectId id) throws IOException {
        try (ResponseInputStream<GetObjectResponse> content =
                s3.getObject(request -> request.bucket(bucket).key(key(id)))) {
            ObjectId fetched = cache.put(content);
            if (!fetched.equals(id)) {
                cache.delete(fetched);
                throw new IOException("Object " + id.value() + " in the bucket '" + bucket
                        + "' has other content than its SHA-256 says; restore it from a backup");
            }
        } catch (SdkException failure) {
            throw unreachable("object " + id.value(), failure);
        }
    }

    @Override
    public boolean contains(ObjectId id) throws IOException {
        try {
            s3.headObject(request -> request.bucket(bucket).key(key(id)));
            return true;
        } catch (S3Exception failure) {
            if (failure.statusCode() == NOT_FOUND) {
                return false;
            }
            throw unreachable("object " + id.value(), failure);
        } catch (SdkException failure) {
            throw unreachable("object " + id.value(), failure);
        }
    }

    @Override
    public void delete(ObjectId id) throws IOException {
        try {
            s3.deleteObject(request -> request.bucket(bucket).key(key(id)));
            cache.delete(id);
        } catch (SdkException failure) {
            throw unreachable("object " + id.value(), failure);
        }
    }

    @Override
    public void setReference(String name, ObjectId target) throws IOException {
        String key = referenceKey(name);
        try {
            s3.putObject(
                    request -> request.bucket(bucket).key(key),
                    RequestBody.fromString(target.value(), StandardCharsets.US_ASCII));
        } catch (SdkException failure) {
            throw unreachable("reference " + name, failure);
        }
    }

    @Override
    public Optional<ObjectId> reference(String name) throws IOException {
        String key = referenceKey(name);
        try {
            return Optional.of(new ObjectId(
                    s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                            .asString(StandardCharsets.US_ASCII)));
        } catch (S3Exception failure) {
            if (failure.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw unreachable("reference " + name, failure);
        } catch (SdkException failure) {
            throw unreachable("reference " + name, failure);
        }
    }

    private String key(ObjectId id) {
        return prefix + "objects/" + id.value();
    }

    private String referenceKey(String name) {
        return prefix + "references/" + ReferenceNames.path(name);
    }

    private IOException unreachable(String what, SdkException failure) {
        return new IOException(
                "S3 did not give or take %s of the bucket '%s': %s".formatted(what, bucket, failure.getMessage()),
                failure);
    }

    /** Checksums beyond the signature's are not asked for: servers other than Amazon's refuse them. */
    private static S3Client client(S3Address address) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        address.endpoint()
                .ifPresent(endpoint ->
                        builder.endpointOverride(endpoint).forcePathStyle(true).region(Region.of(ANY_REGION)));
        address.region().map(Region::of).ifPresent(builder::region);
        return builder.build();
    }
}
