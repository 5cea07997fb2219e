package org.roentgen.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.MalformedDicomException;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Repair;

/** Reading for commands: errors name the file, repairs go to standard error. */
public final class CommandFiles {
    private CommandFiles() {}

    /**
     * Reads a file and reports what was repaired.
     *
     * @param err receives a line for each repair
     * @throws IOException if it is a directory, cannot be read, or is malformed; the message names the path
     */
    public static DicomFile read(Path path, ReadOptions options, PrintStream err) throws IOException {
        DicomFile file = read(path, options);
        report(path, file, err);
        return file;
    }

    /**
     * Reads a file. A command that may still fail reports the repairs when it has not, so that a bad file gives one line.
     *
     * @throws IOException if it is a directory, cannot be read, or is malformed; the message names the path
     */
    static DicomFile read(Path path, ReadOptions options) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException(path + ": a directory, where one file is needed");
        }
        try {
            return DicomFile.read(path, options);
        } catch (MalformedDicomException e) {
            throw new IOException(path + ": " + e.getMessage(), e);
        }
    }

    /** Prints a line for each repair of a file. */
    static void report(Path path, DicomFile file, PrintStream err) {
        for (Repair repair : file.repairs()) {
            err.println(path + ": " + repair.rule() + " at byte " + repair.offset()
                    + (repair.tagPath().isEmpty() ? "" : " in " + repair.tagPath()) + ": " + repair.detail());
        }
    }
}
