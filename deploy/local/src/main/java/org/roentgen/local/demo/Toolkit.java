package org.roentgen.local.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.roentgen.local.LocalException;

/** The programs of the imaging and DICOM libraries, run as a user runs them: as processes of their own. */
public final class Toolkit {
    private final String classPath;

    /** @param root the built checkout */
    public Toolkit(Path root) {
        Path imaging = root.resolve("libs/imaging/target");
        try {
            classPath = imaging.resolve("classes")
                    + File.pathSeparator
                    + Files.readString(imaging.resolve("classpath")).trim();
        } catch (IOException e) {
            throw new LocalException("libs/imaging has not been built; run ./roentgen build", e);
        }
    }

    /** The command line of a program. */
    public List<String> command(String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                mainClass));
        command.addAll(arguments);
        return command;
    }

    /** Runs a program to its end, which must be a good one; its output goes to the file. */
    public void run(Path output, String mainClass, List<String> arguments) {
        int status = status(output, mainClass, arguments);
        if (status != 0) {
            throw new LocalException(mainClass + " ended with status " + status + "; its output is " + output);
        }
    }

    /** Runs a program to its end and returns its exit status. */
    int status(Path output, String mainClass, List<String> arguments) {
        try {
            Process process = new ProcessBuilder(command(mainClass, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return process.waitFor();
        } catch (IOException e) {
            throw new LocalException("Cannot run " + mainClass + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("Interrupted", e);
        }
    }
}
