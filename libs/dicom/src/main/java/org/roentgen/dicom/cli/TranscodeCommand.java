package org.roentgen.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.pixel.Transcoder;

/** Writes a file in another transfer syntax, without loss. */
final class TranscodeCommand implements Subcommand {
    @Override
    public String usage() {
        return "transcode --to UID IN OUT";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        Arguments parsed = Arguments.parse(arguments, Set.of("--to"), Set.of());
        if (parsed.rest().size() != 2) {
            throw new UsageException(
                    "IN and OUT are needed, not " + parsed.rest().size() + " files");
        }
        String uid = parsed.required("--to");
        TransferSyntax target = TransferSyntax.find(uid)
                .orElseThrow(() -> new UsageException("--to needs the UID of a transfer syntax, not '" + uid + "'"));
        Path in = Path.of(parsed.rest().getFirst());
        DicomFile file = CommandFiles.read(in, ReadOptions.LENIENT);
        try {
            Transcoder.transcode(file, target).write(Path.of(parsed.rest().getLast()));
        } catch (IOException e) {
            throw new IOException(in + ": " + DicomCommand.describe(e), e);
        }
        CommandFiles.report(in, file, err);
        return DONE;
    }
}
