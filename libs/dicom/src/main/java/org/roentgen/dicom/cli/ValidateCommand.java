package org.roentgen.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.validate.Finding;
import org.roentgen.dicom.validate.ValidationReport;
import org.roentgen.dicom.validate.Validator;

/**
 * Checks files against the standard: a line for each finding with path, severity, tag path, rule and message, tab-separated. Exit
 * status 1 if there is an error, 2 if a file cannot be read; a directory goes on behind such a file and comes to 1.
 */
final class ValidateCommand implements Subcommand {
    @Override
    public String usage() {
        return "validate FILE...";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        NamedFiles files =
                NamedFiles.of(Arguments.parse(arguments, Set.of(), Set.of()).rest());
        boolean errors = false;
        int unreadable = 0;
        Progress progress = new Progress(err, files.paths().size());
        for (Path path : files.paths()) {
            progress.step();
            try {
                errors |= validate(path, out, err).hasErrors();
            } catch (IOException e) {
                unreadable++;
                err.println("roentgen dicom validate: " + DicomCommand.describe(e));
            } catch (UncheckedIOException e) {
                unreadable++;
                err.println("roentgen dicom validate: " + path + ": "
                        + DicomCommand.describe(Objects.requireNonNull(e.getCause())));
            }
        }
        out.flush();
        if (unreadable > 0 && files.directories()) {
            err.println("roentgen dicom validate: " + unreadable + " of "
                    + files.paths().size() + " files could not be read");
            return PARTLY;
        }
        return unreadable > 0 ? FAILED : errors ? PARTLY : DONE;
    }

    private static ValidationReport validate(Path path, PrintStream out, PrintStream err) throws IOException {
        ValidationReport report = Validator.validate(CommandFiles.read(path, ReadOptions.LENIENT, err));
        for (Finding finding : report.findings()) {
            out.println(String.join(
                    "\t",
                    path.toString(),
                    finding.severity().name(),
                    finding.tagPath(),
                    finding.rule().name(),
                    finding.message()));
        }
        return report;
    }
}
