package org.roentgen.inference.predict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.nifti.NiftiWriter;

/** Where results go: one CSV of probabilities, or a NIfTI mask for each input. */
final class Results {
    private static final String CSV = "predictions.csv";

    private final Path output;

    Results(Path output) {
        this.output = output;
    }

    /** The place of the CSV. */
    Path csv() {
        return output.toString().toLowerCase(Locale.ROOT).endsWith(".csv") ? output : output.resolve(CSV);
    }

    static String header(int classes) {
        StringJoiner header = new StringJoiner(",");
        header.add("id");
        for (int label = 0; label < classes; label++) {
            header.add("p" + label);
        }
        return header.toString();
    }

    static String row(String id, double[] probabilities) {
        StringJoiner row = new StringJoiner(",");
        row.add(id.matches(".*[\",\r\n].*") ? '"' + id.replace("\"", "\"\"") + '"' : id);
        for (double probability : probabilities) {
            row.add(Float.toString((float) probability));
        }
        return row.toString();
    }

    void writeCsv(List<String> lines) throws PredictException {
        try {
            createParent(csv());
            Files.write(csv(), lines);
        } catch (IOException | UncheckedIOException e) {
            throw new PredictException(csv() + ": cannot be written: " + e, e);
        }
    }

    /** Writes a mask: to OUT itself where it names a NIfTI file and there is one input, else into the folder OUT. */
    void writeMask(String id, LabelVolume mask) throws PredictException {
        Path file = isNifti() ? output : output.resolve(id + ".nii.gz");
        try {
            createParent(file);
            NiftiWriter.write(mask, file);
        } catch (IOException | UncheckedIOException e) {
            throw new PredictException(file + ": cannot be written: " + e, e);
        }
    }

    /** @throws PredictException when OUT cannot take as many masks */
    void checkMasks(int inputs) throws PredictException {
        if (isNifti() && inputs > 1) {
            throw new PredictException(
                    output + ": one file cannot hold the masks of " + inputs + " inputs; give a folder");
        }
        if (!isNifti() && Files.isRegularFile(output)) {
            throw new PredictException(output + ": is a file; masks go to a folder, or to a name that ends in .nii.gz");
        }
    }

    private boolean isNifti() {
        return output.toString().matches(".*\\.nii(\\.gz)?");
    }

    private static void createParent(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
    }
}
