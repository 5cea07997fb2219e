package org.roentgen.objectstore;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a store lies in S3: {@code s3://bucket/prefix?cache=/absolute/path&endpoint=https://host&region=name}.
 *
 * @param prefix of every key, empty or ending with '/'
 * @param cache folder for local copies; it holds what the store holds, so protect it in the same way
 * @param endpoint of a server that is not Amazon's; its buckets are addressed by path
 */
record S3Address(String bucket, String prefix, Path cache, Optional<URI> endpoint, Optional<String> region) {
    static final String FORM = "s3://bucket/prefix?cache=/absolute/path&endpoint=https://host&region=name";
    private static final Set<String> PARAMETERS = Set.of("cache", "endpoint", "region");

    /** @throws IllegalArgumentException naming the rule that the address breaks */
    static S3Address parse(URI uri) {
        if (uri.getHost() == null || uri.getRawQuery() == null) {
            throw broken(uri, "needs a bucket and the parameter cache");
        }
        Map<String, String> parameters = parameters(uri);
        Path cache = Path.of(parameters.getOrDefault("cache", ""));
        if (!cache.isAbsolute()) {
            throw broken(uri, "needs an absolute path in the parameter cache");
        }
        String path = uri.getPath().replaceAll("^/+|/+$", "");
        return new S3Address(
                uri.getHost(),
                path.isEmpty() ? "" : path + "/",
                cache,
                Optional.ofNullable(parameters.get("endpoint")).map(URI::create),
                Optional.ofNullable(parameters.get("region")));
    }

    private static Map<String, String> parameters(URI uri) {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : uri.getRawQuery().split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            if (parts.length < 2 || !PARAMETERS.contains(parts[0])) {
                throw broken(uri, "has the unknown parameter '" + parts[0] + "'");
            }
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static IllegalArgumentException broken(URI uri, String rule) {
        return new IllegalArgumentException("Object store address '" + uri + "' " + rule + "; the form is " + FORM);
    }
}
