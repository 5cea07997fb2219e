package org.roentgen.dicom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.pixel.Transcoder;

/** Decoding of a file of many frames to an uncompressed file, beside the program that decodes the same file. */
final class DecodeBenchmarks {
    /** How a codec is compared: both programs take input and output after their options. */
    private record Codec(String name, String encoder, List<String> encoding, String decoder, List<String> decoding) {}

    private static final List<Codec> CODECS = List.of(
            new Codec("RLE", "dcmcrle", List.of(), "dcmdrle", List.of()),
            new Codec("JPEG lossless", "dcmcjpeg", List.of("+e1"), "dcmdjpeg", List.of()),
            new Codec("JPEG-LS", "dcmcjpls", List.of(), "dcmdjpls", List.of()),
            new Codec("JPEG 2000 lossless", "gdcmconv", List.of("--j2k"), "gdcmconv", List.of("--raw")));

    private final ResultTable table;
    private final Path directory;

    DecodeBenchmarks(ResultTable table, Path directory) {
        this.table = table;
        this.directory = directory;
    }

    void run(Path uncompressed, int frames) throws IOException {
        for (Codec codec : CODECS) {
            Optional<OutsideTool> encoder = OutsideTool.find(codec.encoder());
            if (encoder.isEmpty()) {
                continue;
            }
            Path compressed = compress(codec, encoder.get(), uncompressed);
            compare(codec, compressed, compress(codec, encoder.get(), BenchFiles.tiny(directory)), frames);
        }
    }

    private Path compress(Codec codec, OutsideTool encoder, Path uncompressed) throws IOException {
        Path compressed = directory.resolve(codec.decoder() + "-" + uncompressed.getFileName());
        if (!Files.exists(compressed)) {
            encoder.cpuSeconds(List.of(arguments(codec.encoding(), uncompressed, compressed)));
        }
        return compressed;
    }

    private void compare(Codec codec, Path compressed, Path tiny, int frames) throws IOException {
        Path target = directory.resolve("decoded.dcm");
        double ours = Stopwatch.bestCpuSeconds(
                5, () -> Transcoder.transcode(DicomFile.read(compressed), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                        .write(target));
        Optional<OutsideTool> decoder = OutsideTool.find(codec.decoder());
        OptionalDouble theirs = decoder.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(frames
                        / decoder.get()
                                .bestCpuSeconds(
                                        3,
                                        List.of(arguments(codec.decoding(), compressed, target)),
                                        arguments(codec.decoding(), tiny, target)));
        table.row(codec.name() + " decode", "frames/s a core", frames / ours, codec.decoder(), theirs, 1);
    }

    private static List<Object> arguments(List<String> options, Path in, Path out) {
        List<Object> arguments = new ArrayList<>(options);
        arguments.add(in);
        arguments.add(out);
        return arguments;
    }
}
