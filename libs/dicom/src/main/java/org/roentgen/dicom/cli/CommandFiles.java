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
     * Reads a file.
     *
     * @param err receives a line for each repair
     * @throws IOException if it is a directory, cannot be read, or is malformed; the message names the path
     */
    public static DicomFile read(Path path, ReadOptions options, PrintStream err) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException(path + ": a directory, where one file is needed");
        }
        try {
            DicomFile file = DicomFile.read(path, options);
            for (Repair repair : file.repairs()) {
                err.println(path + ": " + repair.rule() + " at byte " + repair.offset()
                        + (repair.tagPath().isEmpty() ? "" : " in " + repair.tagPath()) + ": " + repair.detail());
            }
            return file;
        } catch (MalformedDicomException e) {
            throw new IOException(path + ": " + e.getMessage(), e);
        }
    }
}
