package org.roentgen.workflow.support;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.nifti.NiftiWriter;

/** Volumes of a large blob in front and a small one behind and above, into which faults can be planted, with their patients and splits. */
public final class PhantomUpload {
    private static final VolumeGrid GRID = new VolumeGrid(20, 24, 18, Affine.IDENTITY);

    private final Map<String, float[]> images = new TreeMap<>();
    private final Map<String, byte[]> masks = new TreeMap<>();
    private final Map<String, String> rows = new TreeMap<>();

    /** That many cases of as many patients in three splits. */
    public PhantomUpload sound(int count) {
        for (int index = 0; index < count; index++) {
            String id = "case-%02d".formatted(index);
            phantom(id, new Random(index));
            rows.put(
                    id,
                    "patient-%02d,%s".formatted(index, index % 6 == 5 ? "tune" : index % 6 == 4 ? "test" : "train"));
        }
        return this;
    }

    private void phantom(String id, Random random) {
        double x = 8 + 3 * random.nextDouble();
        double y = 7 + 3 * random.nextDouble();
        double z = 6 + 2 * random.nextDouble();
        double radius = 4 + random.nextDouble();
        float[] voxels = new float[GRID.voxelCount()];
        byte[] labels = new byte[voxels.length];
        for (int voxel = 0; voxel < voxels.length; voxel++) {
            int i = voxel % GRID.width();
            int j = voxel / GRID.stride(1) % GRID.height();
            int k = voxel / GRID.stride(2);
            boolean large = Math.hypot(Math.hypot(i - x, j - y), k - z) < radius;
            boolean small = Math.hypot(Math.hypot(i - x - 3, j - y - 8), k - z - 5) < radius / 1.5;
            labels[voxel] = (byte) (large ? 1 : small ? 2 : 0);
            voxels[voxel] = (float) ((large ? 300 : small ? 200 : i * 4) + 25 * random.nextGaussian());
        }
        images.put(id, voxels);
        masks.put(id, labels);
    }

    /** Both cases are one patient's, the first in train, the second in test. */
    public void inTwoSplits(String one, String other) {
        rows.put(one, "shared,train");
        rows.put(other, "shared,test");
    }

    /** Image and mask are written the other way round, under the same header. */
    public void flipped(String id) {
        images.computeIfPresent(id, (name, voxels) -> mirrored(voxels));
        maskFlipped(id);
    }

    /** The mask alone is written the other way round. */
    public void maskFlipped(String id) {
        masks.computeIfPresent(id, (name, labels) -> mirrored(labels));
    }

    /** The two labels change places. */
    public void swapped(String id) {
        masks.computeIfPresent(id, (name, labels) -> {
            byte[] exchanged = labels.clone();
            for (int voxel = 0; voxel < labels.length; voxel++) {
                exchanged[voxel] = (byte) (labels[voxel] == 0 ? 0 : 3 - labels[voxel]);
            }
            return exchanged;
        });
    }

    /** A copy under another name, of another patient, in the test split. */
    public void copied(String id, String copy, double noise) {
        Random random = new Random(99);
        images.computeIfAbsent(copy, name -> {
            float[] voxels = images.getOrDefault(id, new float[0]).clone();
            for (int voxel = 0; voxel < voxels.length && noise > 0; voxel++) {
                voxels[voxel] = (float) (1.1 * voxels[voxel] + noise * random.nextGaussian());
            }
            return voxels;
        });
        masks.put(copy, masks.getOrDefault(id, new byte[0]));
        rows.put(id, "of-" + id + ",train");
        rows.put(copy, "of-" + copy + ",test");
    }

    private static float[] mirrored(float[] values) {
        float[] mirrored = new float[values.length];
        for (int voxel = 0; voxel < values.length; voxel++) {
            mirrored[opposite(voxel)] = values[voxel];
        }
        return mirrored;
    }

    private static byte[] mirrored(byte[] values) {
        byte[] mirrored = new byte[values.length];
        for (int voxel = 0; voxel < values.length; voxel++) {
            mirrored[opposite(voxel)] = values[voxel];
        }
        return mirrored;
    }

    private static int opposite(int voxel) {
        int row = voxel / GRID.stride(1) % GRID.height();
        return voxel + (GRID.height() - 1 - 2 * row) * GRID.stride(1);
    }

    /** NIfTI pairs and {@code attributes.csv}. */
    public byte[] zip() throws IOException {
        Uploads uploads = new Uploads();
        Path file = Files.createTempFile("phantom", ".nii.gz");
        for (Map.Entry<String, float[]> image : images.entrySet()) {
            String name = image.getKey();
            NiftiWriter.write(new Volume(GRID, image.getValue()), file);
            uploads.add("images/" + name + ".nii.gz", Files.readAllBytes(file));
            NiftiWriter.write(new LabelVolume(GRID, masks.getOrDefault(name, new byte[0])), file);
            uploads.add("labels/" + name + ".nii.gz", Files.readAllBytes(file));
        }
        Files.delete(file);
        StringBuilder table = new StringBuilder("case,patient,split\n");
        rows.forEach((name, row) -> table.append(name).append(',').append(row).append('\n'));
        return uploads.add("attributes.csv", table.toString().getBytes(StandardCharsets.UTF_8))
                .zip();
    }

    /** A PNG that is bright above for class 0 and below for class 1. */
    public static byte[] picture(int truth, int seed) throws IOException {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int pixel = 0; pixel < 256; pixel++) {
            boolean bright = (pixel < 128) == (truth == 0);
            image.getRaster().setSample(pixel % 16, pixel / 16, 0, random.nextInt(100) + (bright ? 60 : 0));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
