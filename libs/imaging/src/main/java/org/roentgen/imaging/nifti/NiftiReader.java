package org.roentgen.imaging.nifti;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.roentgen.imaging.ImageFormatException;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;

/**
 * Reads NIfTI-1 and NIfTI-2, in one file or as header and {@code .img}, plain or gzip, in both byte orders. The scaling of the
 * header is applied; the RAS affine becomes LPS; the voxels keep their order in the file.
 */
public final class NiftiReader {
    private static final int CHUNK_VOXELS = 1 << 16;

    private NiftiReader() {}

    /**
     * The only volume of a file.
     *
     * @throws ImageFormatException for a file that is damaged, holds several volumes or a voxel type that is not a plain number
     */
    public static Volume read(Path file) throws IOException {
        List<Volume> volumes = readAll(file, 1);
        return volumes.getFirst();
    }

    /** Every volume of a file with a time or other axis, in file order. */
    public static List<Volume> readAll(Path file) throws IOException {
        return readAll(file, Integer.MAX_VALUE);
    }

    /**
     * A label map.
     *
     * @throws ImageFormatException also when a voxel is not a whole number from 0 to 255
     */
    public static LabelVolume readLabels(Path file) throws IOException {
        Volume volume = read(file);
        float[] voxels = volume.voxels();
        byte[] labels = new byte[voxels.length];
        for (int index = 0; index < voxels.length; index++) {
            int label = (int) voxels[index];
            if (label != voxels[index] || label < 0 || label > 255) {
                throw new ImageFormatException(
                        "%s is not a label map: voxel %d is %s, labels are whole numbers from 0 to 255"
                                .formatted(file.getFileName(), index, voxels[index]));
            }
            labels[index] = (byte) label;
        }
        return new LabelVolume(volume.grid(), labels);
    }

    private static List<Volume> readAll(Path file, int mostVolumes) throws IOException {
        try (DataInputStream input = open(file)) {
            NiftiHeader header = readHeader(input);
            if (header.volumes() > mostVolumes) {
                throw new ImageFormatException("%s holds %d volumes where %d is expected"
                        .formatted(file.getFileName(), header.volumes(), mostVolumes));
            }
            if (!header.dataInSecondFile()) {
                input.skipNBytes(header.bytesBeforeData());
                return readVoxels(input, header);
            }
            try (DataInputStream data = open(imageBeside(file))) {
                data.skipNBytes(header.bytesBeforeData());
                return readVoxels(data, header);
            }
        } catch (EOFException truncated) {
            throw new ImageFormatException(
                    "%s ends before its last voxel: it is truncated".formatted(file.getFileName()));
        } catch (ZipException damaged) {
            throw new ImageFormatException(
                    "%s is not a whole gzip file: %s".formatted(file.getFileName(), damaged.getMessage()));
        }
    }

    private static DataInputStream open(Path file) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        InputStream content = gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
        return new DataInputStream(content);
    }

    private static NiftiHeader readHeader(DataInputStream input) throws IOException {
        byte[] firstFour = new byte[4];
        input.readFully(firstFour);
        byte[] header = new byte[NiftiHeader.length(firstFour)];
        System.arraycopy(firstFour, 0, header, 0, 4);
        input.readFully(header, 4, header.length - 4);
        return NiftiHeader.parse(header);
    }

    private static Path imageBeside(Path header) throws IOException {
        String name = header.getFileName().toString().replaceFirst("\\.hdr(\\.gz)?$", "");
        for (String suffix : List.of(".img", ".img.gz")) {
            Path candidate = header.resolveSibling(name + suffix);
            if (Files.exists(candidate)) {
                return candidate;
            }
        }
        throw new ImageFormatException(
                "%s is only a header: its voxels should be in %s.img beside it".formatted(header.getFileName(), name));
    }

    private static List<Volume> readVoxels(DataInputStream input, NiftiHeader header) throws IOException {
        List<Volume> volumes = new ArrayList<>();
        for (int volume = 0; volume < header.volumes(); volume++) {
            volumes.add(new Volume(header.grid(), readVolume(input, header)));
        }
        return List.copyOf(volumes);
    }

    /** Grows with what really arrives, so that a header that lies about its size cannot claim memory. */
    private static float[] readVolume(DataInputStream input, NiftiHeader header) throws IOException {
        int total = header.grid().voxelCount();
        float[] voxels = new float[Math.min(total, 1 << 22)];
        byte[] chunk = new byte[CHUNK_VOXELS * header.type().bytes()];
        int filled = 0;
        while (filled < total) {
            int count = Math.min(CHUNK_VOXELS, total - filled);
            input.readFully(chunk, 0, count * header.type().bytes());
            if (filled + count > voxels.length) {
                voxels = Arrays.copyOf(voxels, (int) Math.min(total, voxels.length * 2L));
            }
            ByteBuffer buffer = ByteBuffer.wrap(chunk).order(header.order());
            for (int index = 0; index < count; index++) {
                voxels[filled++] = (float) header.scaling().apply(header.type().next(buffer));
            }
        }
        return voxels;
    }
}
