package org.roentgen.imaging.nifti;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;

/**
 * Writes NIfTI-1 single files, little-endian, gzip when the name ends in {@code .gz}: images as float32 or int16, label maps as
 * uint8. The same input gives the same bytes. The file takes its name when it is complete.
 */
public final class NiftiWriter {
    private static final int DATA_OFFSET = 352;
    private static final int LARGEST_SIZE = Short.MAX_VALUE;
    private static final short SCANNER_ANATOMICAL = 1;
    private static final byte MILLIMETRES = 2;

    private NiftiWriter() {}

    public static void write(Volume volume, Path file) throws IOException {
        float[] voxels = volume.voxels();
        ByteBuffer data =
                ByteBuffer.allocate(Math.multiplyExact(4, voxels.length)).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(voxels);
        write(header(volume.grid(), NiftiDataType.FLOAT32), data.array(), file);
    }

    /** Whether every voxel is a whole number from -32768 to 32767. */
    public static boolean fitsInt16(Volume volume) {
        for (float voxel : volume.voxels()) {
            if ((short) voxel != voxel) {
                return false;
            }
        }
        return true;
    }

    /**
     * Writes an image as int16.
     *
     * @throws IllegalArgumentException when a voxel is no whole number of 16 bits, see {@link #fitsInt16}
     */
    public static void writeInt16(Volume volume, Path file) throws IOException {
        if (!fitsInt16(volume)) {
            throw new IllegalArgumentException(
                    "The volume holds voxels that are not whole numbers from -32768 to 32767: write it as float32");
        }
        float[] voxels = volume.voxels();
        ByteBuffer data =
                ByteBuffer.allocate(Math.multiplyExact(2, voxels.length)).order(ByteOrder.LITTLE_ENDIAN);
        for (float voxel : voxels) {
            data.putShort((short) voxel);
        }
        write(header(volume.grid(), NiftiDataType.INT16), data.array(), file);
    }

    public static void write(LabelVolume labels, Path file) throws IOException {
        write(header(labels.grid(), NiftiDataType.UINT8), labels.labels(), file);
    }

    private static void write(byte[] header, byte[] data, Path file) throws IOException {
        Path part = file.resolveSibling(".roentgen-" + UUID.randomUUID() + ".part");
        try {
            try (OutputStream raw =
                            new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.CREATE_NEW));
                    OutputStream output = file.toString().endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
                output.write(header);
                output.write(data);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static byte[] header(VolumeGrid grid, NiftiDataType type) {
        ByteBuffer header = ByteBuffer.allocate(DATA_OFFSET).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0, NiftiHeader.VERSION_1_BYTES);
        header.putShort(40, (short) 3);
        Affine ras = grid.affine().swapLpsRas();
        Vector3 spacing = grid.spacing();
        for (int axis = 0; axis < 7; axis++) {
            header.putShort(42 + 2 * axis, axis < 3 ? size(grid.size(axis)) : 1);
            header.putFloat(80 + 4 * axis, axis < 3 ? (float) spacing.component(axis) : 1);
        }
        header.putShort(70, (short) type.code());
        header.putShort(72, (short) (8 * type.bytes()));
        header.putFloat(108, DATA_OFFSET);
        header.putFloat(112, 1);
        header.put(123, MILLIMETRES);
        putQform(header, ras);
        putSform(header, ras);
        header.put(344, "n+1\0".getBytes(StandardCharsets.ISO_8859_1));
        return header.array();
    }

    private static short size(int voxels) {
        if (voxels > LARGEST_SIZE) {
            throw new IllegalArgumentException(
                    "NIfTI-1 holds at most %d voxels along an axis, not %d".formatted(LARGEST_SIZE, voxels));
        }
        return (short) voxels;
    }

    /** A sheared affine has no quaternion: then only the sform is valid. */
    private static void putQform(ByteBuffer header, Affine ras) {
        Vector3 i = ras.axisI().normalized();
        Vector3 j = ras.axisJ().normalized();
        Vector3 k = ras.axisK().normalized();
        double shear = Math.max(Math.abs(i.dot(j)), Math.max(Math.abs(i.dot(k)), Math.abs(j.dot(k))));
        if (shear > 1e-6) {
            return;
        }
        boolean leftHanded = ras.determinant() < 0;
        double[] quaternion = NiftiAffine.quaternion(i, j, leftHanded ? k.times(-1) : k);
        header.putFloat(76, leftHanded ? -1 : 1);
        header.putShort(252, SCANNER_ANATOMICAL);
        for (int index = 0; index < 3; index++) {
            header.putFloat(256 + 4 * index, (float) quaternion[index]);
            header.putFloat(268 + 4 * index, (float) ras.origin().component(index));
        }
    }

    private static void putSform(ByteBuffer header, Affine ras) {
        header.putShort(254, SCANNER_ANATOMICAL);
        double[][] rows = ras.toRows();
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                header.putFloat(280 + 16 * row + 4 * column, (float) rows[row][column]);
            }
        }
    }
}
