package org.roentgen.dicom.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;

/** Header scan and rewriting beside dcmtk's dcmdump and dcmconv. */
final class FileBenchmarks {
    private static final int[] SCANNED = {
        Tag.PatientID,
        Tag.StudyInstanceUID,
        Tag.SeriesInstanceUID,
        Tag.SOPInstanceUID,
        Tag.SOPClassUID,
        Tag.Modality,
        Tag.Rows,
        Tag.Columns,
        Tag.NumberOfFrames
    };
    private static final ReadOptions HEADER = ReadOptions.STRICT.stopBefore(Tag.PixelData);

    private final ResultTable table;
    private final Path tiny;

    FileBenchmarks(ResultTable table, Path tiny) {
        this.table = table;
        this.tiny = tiny;
    }

    /** Reads the whole header of each file and takes nine values out, as an index does. */
    void headerScan(List<Path> files) throws IOException {
        double ours = Stopwatch.bestCpuSeconds(5, () -> {
            for (Path file : files) {
                var dataSet = DicomFile.read(file, HEADER).dataSet();
                for (int tag : SCANNED) {
                    dataSet.string(tag);
                }
            }
        });
        OptionalDouble theirs =
                rate(OutsideTool.find("dcmdump"), files.size(), List.of(dump(files)), dump(List.of(tiny)));
        table.row("header scan", "files/s a core", files.size() / ours, "dcmdump", theirs, 3);
    }

    /** One process over many files; it prints what was asked for and loads no pixels. */
    private static List<Object> dump(List<Path> files) {
        List<Object> arguments = new ArrayList<>(List.of("-q", "-M"));
        for (int tag : SCANNED) {
            arguments.add("+P");
            arguments.add("%04x,%04x".formatted(tag >>> 16, tag & 0xFFFF));
        }
        arguments.addAll(files);
        return arguments;
    }

    /** Reads a file of many elements and writes it in another transfer syntax: each element is encoded anew. */
    void rewrite(Path file, int elements, Path directory) throws IOException {
        Path target = directory.resolve("rewritten.dcm");
        double ours = Stopwatch.bestCpuSeconds(5, () -> {
            DicomFile read = DicomFile.read(file);
            new DicomFile(read.meta().withTransferSyntax(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN), read.dataSet())
                    .write(target);
        });
        OptionalDouble theirs = rate(
                OutsideTool.find("dcmconv"),
                elements,
                List.of(List.of("+ti", file, target)),
                List.of("+ti", tiny, target));
        table.row("parse and rewrite", "elements/s a core", elements / ours, "dcmconv", theirs, 2);
    }

    private static OptionalDouble rate(
            Optional<OutsideTool> tool, int amount, List<? extends List<?>> runs, List<?> idle) throws IOException {
        return tool.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(amount / tool.get().bestCpuSeconds(3, runs, idle));
    }
}
