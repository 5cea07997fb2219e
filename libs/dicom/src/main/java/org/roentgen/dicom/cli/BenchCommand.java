package org.roentgen.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.roentgen.dicom.bench.DicomBenchmarks;

/** Times the toolkit beside dcmtk, gdcm and Orthanc on files that it generates in a directory. */
final class BenchCommand implements Subcommand {
    @Override
    public String usage() {
        return "bench DIR [--files N] [--frames N] [--instances N]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        Arguments parsed = Arguments.parse(arguments, Set.of("--files", "--frames", "--instances"), Set.of());
        DicomBenchmarks.run(
                parsed.onlyPath("DIR"),
                count(parsed, "--files", 2000),
                count(parsed, "--frames", 40),
                count(parsed, "--instances", 400),
                out);
        return DONE;
    }

    private static int count(Arguments parsed, String option, int usual) {
        long number = parsed.number(option, usual);
        if (number < 1 || number > 100_000) {
            throw new UsageException(option + " must be 1 to 100000, not " + number);
        }
        return (int) number;
    }
}
