package org.roentgen.imaging.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.roentgen.dicom.cli.Arguments;
import org.roentgen.dicom.cli.Subcommand;
import org.roentgen.dicom.cli.UsageException;
import org.roentgen.dicom.geometry.GeometryException;
import org.roentgen.imaging.nifti.NiftiWriter;
import org.roentgen.imaging.series.SeriesReader;
import org.roentgen.imaging.series.SeriesVolume;

/**
 * Writes a series as a NIfTI volume of modality values: int16 where the rescale is of whole numbers and the values fit, float32
 * otherwise. What is not one regular volume is refused with the reason.
 */
public final class VolumeCommand implements Subcommand {
    @Override
    public String usage() {
        return "volume SERIES_DIR OUT.nii.gz";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        List<String> paths = Arguments.parse(arguments, Set.of(), Set.of()).rest();
        if (paths.size() != 2) {
            throw new UsageException("SERIES_DIR and OUT.nii.gz are needed, not " + paths.size() + " paths");
        }
        Path target = Path.of(paths.getLast());
        if (!paths.getLast().matches(".*\\.nii(\\.gz)?")) {
            throw new UsageException("the name of the output must end in .nii or .nii.gz, not '" + target + "'");
        }
        Path directory = Path.of(paths.getFirst());
        SeriesFolder folder = SeriesFolder.read(directory, err);
        try {
            write(folder, target);
        } catch (GeometryException | IllegalArgumentException e) {
            throw new IOException(directory + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IOException(directory + ": " + org.roentgen.dicom.cli.DicomCommand.describe(e), e);
        }
        if (folder.unreadable() > 0) {
            err.println("roentgen dicom volume: " + folder.unreadable() + " files of " + directory
                    + " could not be read and are not in the volume");
            return PARTLY;
        }
        return DONE;
    }

    private static void write(SeriesFolder folder, Path target) throws IOException {
        SeriesVolume series = new SeriesReader().read(folder.instances());
        if (SeriesReader.hasWholeValues(folder.instances()) && NiftiWriter.fitsInt16(series.volume())) {
            NiftiWriter.writeInt16(series.volume(), target);
        } else {
            NiftiWriter.write(series.volume(), target);
        }
    }
}
