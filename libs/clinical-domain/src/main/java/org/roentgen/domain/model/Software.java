package org.roentgen.domain.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What models and results are made with.
 *
 * @param platform version of the platform
 * @param components versions by component: the Java runtime, the git commit of the platform's code, native libraries
 */
public record Software(String platform, Map<String, String> components) {
    private static final String UNKNOWN = "unknown";

    public Software {
        components = Collections.unmodifiableMap(new TreeMap<>(components));
    }

    /** What runs in this process, with the versions of its libraries. */
    public static Software of(String platform, Map<String, String> libraries) {
        Map<String, String> components = new TreeMap<>(libraries);
        components.put("java", Runtime.version().toString());
        components.put("commit", commit());
        return new Software(platform, components);
    }

    /** The components and the platform itself. */
    public Map<String, String> all() {
        Map<String, String> all = new TreeMap<>(components);
        all.put("platform", platform);
        return all;
    }

    /** The git commit of the build, with {@code -dirty} where files were changed since; "unknown" for a build outside of git. */
    static String commit() {
        try (InputStream build = Software.class.getResourceAsStream("/roentgen-build.properties")) {
            if (build == null) {
                return UNKNOWN;
            }
            Properties properties = new Properties();
            properties.load(build);
            return commit(properties.getProperty("commit", ""), properties.getProperty("dirty", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A build outside of git leaves the names of the values in their places. */
    static String commit(String commit, String dirty) {
        if (!commit.matches("[0-9a-f]{7,64}")) {
            return UNKNOWN;
        }
        return dirty.equals("true") ? commit + "-dirty" : commit;
    }
}
