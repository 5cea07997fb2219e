package org.roentgen.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.deidentify.DeidentificationReport;
import org.roentgen.dicom.deidentify.Deidentified;
import org.roentgen.dicom.deidentify.Deidentifier;
import org.roentgen.dicom.deidentify.Option;
import org.roentgen.dicom.deidentify.Profile;
import org.roentgen.dicom.deidentify.Profiles;
import org.roentgen.dicom.deidentify.PseudonymKey;
import org.roentgen.dicom.deidentify.face.FaceMasks;

/** De-identifies a file or a tree; what cannot be treated is not written and named in the report. */
final class DeidentifyCommand implements Subcommand {
    @Override
    public String usage() {
        return "deidentify --profile NAME|FILE --key-file FILE [--key-version N] IN OUT [--report JSON] [--face-pictures FOLDER]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        Arguments parsed = Arguments.parse(
                arguments, Set.of("--profile", "--key-file", "--key-version", "--report", "--face-pictures"), Set.of());
        if (parsed.rest().size() != 2) {
            throw new UsageException("IN and OUT are needed");
        }
        Profile profile = Profiles.find(parsed.required("--profile"));
        PseudonymKey key = PseudonymKey.read(Path.of(parsed.required("--key-file")))
                .of(profile.project(), Math.toIntExact(parsed.number("--key-version", 1)));
        Path in = Path.of(parsed.rest().get(0));
        FaceMasks faces = profile.has(Option.CLEAN_RECOGNIZABLE_VISUAL_FEATURES)
                ? new SeriesFaces(parsed.option("--face-pictures").map(Path::of)).look(in)
                : FaceMasks.none();
        Deidentifier deidentifier = new Deidentifier(profile, key, faces);
        Path target = Path.of(parsed.rest().get(1));
        DeidentificationReport report = new DeidentificationReport(
                deidentifier.profile(),
                Files.isDirectory(in) ? tree(deidentifier, in, target) : file(deidentifier, in, target));
        Optional<String> reportFile = parsed.option("--report");
        if (reportFile.isPresent()) {
            try (Writer writer = Files.newBufferedWriter(Path.of(reportFile.get()))) {
                report.write(writer);
            }
        }
        return summarise(report, reportFile.isPresent(), Files.isDirectory(in), err);
    }

    private static int summarise(DeidentificationReport report, boolean isReported, boolean isTree, PrintStream err) {
        for (DeidentificationReport.Entry entry : report.entries()) {
            if (entry.isQuarantined()) {
                err.println(entry.path() + ": quarantined: " + entry.problem());
            }
        }
        long quarantined = report.quarantined();
        if (quarantined == 0 || isReported) {
            return DONE;
        }
        if (isTree) {
            err.println("roentgen deidentify: " + quarantined + " of "
                    + report.entries().size() + " files were not written");
        }
        return isTree ? PARTLY : FAILED;
    }

    private static List<DeidentificationReport.Entry> file(Deidentifier deidentifier, Path in, Path out)
            throws IOException {
        if (!Files.exists(in)) {
            throw new IOException(in + ": no such file");
        }
        Path target = Files.isDirectory(out) ? out.resolve(in.getFileName()) : out;
        return List.of(treat(deidentifier, in, target, in.getFileName().toString()));
    }

    private static List<DeidentificationReport.Entry> tree(Deidentifier deidentifier, Path in, Path out)
            throws IOException {
        if (out.toAbsolutePath().normalize().startsWith(in.toAbsolutePath().normalize())) {
            throw new UsageException("OUT lies inside IN, so that a second run would treat its own output");
        }
        List<Path> files;
        try (Stream<Path> paths = Files.walk(in)) {
            files = paths.filter(Files::isRegularFile).sorted().toList();
        } catch (UncheckedIOException e) {
            throw new IOException(in + ": a folder cannot be read", e);
        }
        return files.parallelStream()
                .map(file -> {
                    Path relative = in.relativize(file);
                    return treat(deidentifier, file, out.resolve(relative), relative.toString());
                })
                .toList();
    }

    private static DeidentificationReport.Entry treat(Deidentifier deidentifier, Path in, Path out, String name) {
        try {
            Deidentified result = deidentifier.apply(DicomFile.read(in, ReadOptions.LENIENT));
            Path folder = out.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            result.file().write(out);
            return DeidentificationReport.Entry.done(name, result);
        } catch (IOException e) {
            return DeidentificationReport.Entry.quarantined(name, DicomCommand.describe(e));
        } catch (UncheckedIOException e) {
            return DeidentificationReport.Entry.quarantined(name, "a value cannot be read");
        } catch (RuntimeException e) {
            // Whatever it is, this file must not pass and the others must go on; its message might quote a value.
            return DeidentificationReport.Entry.quarantined(
                    name, "it cannot be treated: " + e.getClass().getSimpleName());
        }
    }
}
