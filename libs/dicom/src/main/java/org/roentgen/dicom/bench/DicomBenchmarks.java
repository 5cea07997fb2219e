package org.roentgen.dicom.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All benchmarks of this toolkit, side by side with what is installed of dcmtk, gdcm and Orthanc. */
public final class DicomBenchmarks {
    private static final int CT_SIZE = 256;
    private static final int FRAME_SIZE = 512;
    private static final int ELEMENTS = 400_000;

    private DicomBenchmarks() {}

    /**
     * Runs them and prints a table.
     *
     * @param directory where generated files go; they stay for the next run
     * @param files CT files to scan
     * @param frames frames to decode
     * @param instances instances to receive
     */
    public static void run(Path directory, int files, int frames, int instances, PrintStream out) throws IOException {
        Files.createDirectories(directory);
        List<Path> ct = BenchFiles.ct(directory, files, CT_SIZE);
        Path multiFrame = BenchFiles.multiFrame(directory, frames, FRAME_SIZE);
        out.println(files + " CT files of " + CT_SIZE + " x " + CT_SIZE + ", " + frames + " frames of " + FRAME_SIZE
                + " x " + FRAME_SIZE
                + "; processor time of all threads, start of programs left out; receiving by the clock");
        ResultTable table = new ResultTable(out);
        FileBenchmarks fileBenchmarks = new FileBenchmarks(table, BenchFiles.tiny(directory));
        fileBenchmarks.headerScan(ct);
        fileBenchmarks.rewrite(BenchFiles.manyElements(directory, ELEMENTS), ELEMENTS, directory);
        new DecodeBenchmarks(table, directory).run(multiFrame, frames);
        List<Path> sent = ct.subList(0, Math.min(instances, ct.size()));
        new ReceiveBenchmarks(table, directory).run(sent);
        new MemoryBenchmarks(table, directory).run(sent);
    }
}
