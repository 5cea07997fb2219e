package org.roentgen.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one folder that holds all state of a local stack. */
public record Home(Path path) {
    public Home {
        path = path.toAbsolutePath().normalize();
    }

    /** A sub-folder, created when absent. */
    public Path folder(String name) {
        Path folder = path.resolve(name);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new LocalException(
                    "Cannot create folder " + folder + ": " + e.getMessage() + "; choose another with ROENTGEN_HOME",
                    e);
        }
    }

    public Path log(String service) {
        return folder("logs").resolve(service + ".log");
    }

    public Path file(String name) {
        return path.resolve(name);
    }
}
