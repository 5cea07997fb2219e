package org.roentgen.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.json.DicomJson;

/** Prints a file in DICOM JSON. */
final class JsonCommand implements Subcommand {
    @Override
    public String usage() {
        return "json FILE [--inline BYTES]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        Arguments parsed = Arguments.parse(arguments, Set.of("--inline"), Set.of());
        Path path = parsed.onlyPath("FILE");
        long inline = parsed.number("--inline", -1);
        DicomFile file = CommandFiles.read(path, ReadOptions.LENIENT, err);
        String base = path.toUri() + "#";
        DicomJson.write(
                file.dataSet(), out, (tags, length) -> length <= inline ? Optional.empty() : Optional.of(base + tags));
        out.println();
        return DONE;
    }
}
