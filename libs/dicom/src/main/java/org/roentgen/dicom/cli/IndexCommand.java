package org.roentgen.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;

/** Scans the headers of a tree into a CSV table (RFC 4180). */
final class IndexCommand implements Subcommand {
    private static final String HEADER = "path,patient_id,study_instance_uid,series_instance_uid,sop_instance_uid,"
            + "sop_class_uid,transfer_syntax_uid,modality,rows,columns,frames";
    private static final int[] BEFORE_MODALITY = {
        Tag.PatientID, Tag.StudyInstanceUID, Tag.SeriesInstanceUID, Tag.SOPInstanceUID, Tag.SOPClassUID
    };
    private static final int[] FROM_MODALITY = {Tag.Modality, Tag.Rows, Tag.Columns, Tag.NumberOfFrames};
    private static final ReadOptions HEADER_ONLY = ReadOptions.LENIENT.stopBefore(0x00280012);

    /** A line of the table, or why there is none. */
    private record Row(Path path, String line, String problem) {}

    @Override
    public String usage() {
        return "index DIR [--out CSV]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        Arguments parsed = Arguments.parse(arguments, Set.of("--out"), Set.of());
        Path directory = parsed.onlyPath("DIR");
        if (!Files.isDirectory(directory)) {
            throw new IOException(directory + ": no such directory");
        }
        String target = parsed.option("--out").orElse("");
        if (target.isEmpty()) {
            return index(directory, out, err);
        }
        try (PrintStream file = new PrintStream(Files.newOutputStream(Path.of(target)), false, "UTF-8")) {
            int status = index(directory, file, err);
            if (file.checkError()) {
                throw new IOException(target + ": cannot be written to its end; is the disk full?");
            }
            return status;
        }
    }

    private static int index(Path directory, PrintStream out, PrintStream err) throws IOException {
        List<Path> paths;
        try (Stream<Path> tree = Files.walk(directory)) {
            paths = tree.filter(Files::isRegularFile).sorted().toList();
        } catch (UncheckedIOException e) {
            throw java.util.Objects.requireNonNull(e.getCause());
        }
        out.println(HEADER);
        Progress progress = new Progress(err, paths.size());
        int[] failed = {0};
        paths.parallelStream()
                .map(path -> {
                    Row row = row(path);
                    progress.step();
                    return row;
                })
                .forEachOrdered(row -> {
                    if (row.problem().isEmpty()) {
                        out.println(row.line());
                    } else {
                        failed[0]++;
                        err.println(row.path() + ": " + row.problem());
                    }
                });
        out.flush();
        if (failed[0] > 0) {
            err.println("roentgen dicom index: " + failed[0] + " of " + paths.size() + " files could not be read");
        }
        return failed[0] > 0 ? PARTLY : DONE;
    }

    private static Row row(Path path) {
        try {
            DicomFile file = DicomFile.read(path, HEADER_ONLY);
            DataSet dataSet = file.dataSet();
            String line = Stream.of(
                            Stream.of(path.toString()),
                            values(dataSet, BEFORE_MODALITY),
                            Stream.of(file.meta().transferSyntax().uid()),
                            values(dataSet, FROM_MODALITY))
                    .flatMap(part -> part)
                    .map(IndexCommand::quoted)
                    .collect(Collectors.joining(","));
            return new Row(path, line, "");
        } catch (IOException e) {
            return new Row(path, "", DicomCommand.describe(e));
        }
    }

    private static Stream<String> values(DataSet dataSet, int[] tags) {
        return java.util.Arrays.stream(tags).mapToObj(tag -> dataSet.string(tag, ""));
    }

    private static String quoted(String value) {
        return value.matches("[^\",\r\n]*") ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
