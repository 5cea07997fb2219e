package org.roentgen.dicom.deidentify;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.roentgen.dicom.json.JsonParser;

/** The profiles by name and from files. */
public final class Profiles {
    /** The names of the profiles of the toolkit. */
    public static final List<String> NAMES = List.of("basic", "basic+pixels", "longitudinal", "year-only", "research");

    private Profiles() {}

    /**
     * A profile of the toolkit.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Profile named(String name) {
        try {
            return read(new StringReader(text(name)));
        } catch (IOException e) {
            throw new IllegalStateException("profile " + name + " in the jar cannot be read", e);
        }
    }

    /**
     * The JSON of a profile of the toolkit.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static String text(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "no profile is named '" + name + "'; there are " + String.join(", ", NAMES));
        }
        try (InputStream stream = Profiles.class.getResourceAsStream("profiles/" + name + ".json")) {
            if (stream == null) {
                throw new IllegalStateException("profile " + name + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("profile " + name + " in the jar cannot be read", e);
        }
    }

    /** A profile of the toolkit by name, or one from a JSON file. */
    public static Profile find(String nameOrFile) throws IOException {
        if (NAMES.contains(nameOrFile)) {
            return named(nameOrFile);
        }
        Path file = Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    "'" + nameOrFile + "' is neither a profile (" + String.join(", ", NAMES) + ") nor a profile file");
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(reader);
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a profile from JSON.
     *
     * @throws org.roentgen.dicom.json.MalformedJsonException if it is not JSON or no profile
     */
    public static Profile read(Reader reader) throws IOException {
        return ProfileJson.profile(new JsonParser(reader).parse());
    }
}
