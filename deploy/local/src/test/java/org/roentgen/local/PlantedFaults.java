package org.roentgen.local;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;

/** Folders as people upload them, each with one fault of every kind. */
final class PlantedFaults {
    /** Findings that the volumes must give: how harmful, what, and which cases. */
    static final List<String> OF_VOLUMES = List.of(
            "HIGH PATIENT_IN_TWO_SPLITS [case-03, case-04]",
            "HIGH DUPLICATE [case-08, copy]",
            "HIGH NEAR_DUPLICATE [case-09, nearly]",
            "MEDIUM MIRRORED [case-05]",
            "MEDIUM MIRRORED [case-11]",
            "MEDIUM SWAPPED_LABELS [case-07]");
    /** The same of the pictures. */
    static final List<String> OF_PICTURES = List.of(
            "HIGH PATIENT_IN_TWO_SPLITS [x001.png, x090.png]",
            "HIGH DUPLICATE [again.png, x020.png]",
            "MEDIUM DOUBTFUL_LABEL [x010.png]",
            "MEDIUM DOUBTFUL_LABEL [x051.png]");

    private static final int WIDTH = 20;
    private static final int HEIGHT = 24;
    private static final int DEPTH = 18;
    private static final int VOLUMES = 26;
    private static final int PICTURES = 120;
    private static final int SIDE = 16;

    private final Map<String, float[]> images = new TreeMap<>();
    private final Map<String, byte[]> masks = new TreeMap<>();
    private final Map<String, String> rows = new TreeMap<>();

    /** NIfTI pairs of a large blob in front and a small one behind and above, and {@code attributes.csv}. */
    static Path volumes(Path folder) throws IOException {
        PlantedFaults faults = new PlantedFaults();
        for (int index = 0; index < VOLUMES; index++) {
            String split = index % 6 == 5 ? "tune" : index % 6 == 4 ? "test" : "train";
            faults.add("case-%02d".formatted(index), index, "patient-" + index + "," + split);
        }
        faults.plant();
        faults.write(folder);
        return folder;
    }

    /** Pictures that are bright above in one class and below in the other, and {@code labels.csv}. */
    static Path pictures(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> rows = new ArrayList<>(List.of("file,patient,split,label"));
        for (int index = 0; index < PICTURES; index++) {
            int truth = index % 2;
            boolean wrong = index == 10 || index == 51;
            String name = "x%03d.png".formatted(index);
            picture(truth, index, folder.resolve(name));
            String split = index < 80 ? "train" : index < 100 ? "tune" : "test";
            rows.add(name + ",p" + (index == 90 ? 1 : index) + "," + split + ",class" + (wrong ? 1 - truth : truth));
        }
        picture(0, 20, folder.resolve("again.png"));
        rows.add("again.png,q1,test,class0");
        Files.write(folder.resolve("labels.csv"), rows);
        return folder;
    }

    private static void picture(int truth, int seed, Path file) throws IOException {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
            boolean bright = (pixel < SIDE * SIDE / 2) == (truth == 0);
            image.getRaster().setSample(pixel % SIDE, pixel / SIDE, 0, random.nextInt(100) + (bright ? 60 : 0));
        }
        ImageIO.write(image, "png", file.toFile());
    }

    private void add(String id, int seed, String row) {
        Random random = new Random(seed);
        double x = 8 + 3 * random.nextDouble();
        double y = 7 + 3 * random.nextDouble();
        double z = 6 + 2 * random.nextDouble();
        double radius = 4 + random.nextDouble();
        float[] voxels = new float[WIDTH * HEIGHT * DEPTH];
        byte[] labels = new byte[voxels.length];
        for (int voxel = 0; voxel < voxels.length; voxel++) {
            int i = voxel % WIDTH;
            int j = voxel / WIDTH % HEIGHT;
            int k = voxel / (WIDTH * HEIGHT);
            boolean large = Math.hypot(Math.hypot(i - x, j - y), k - z) < radius;
            boolean small = Math.hypot(Math.hypot(i - x - 3, j - y - 8), k - z - 5) < radius / 1.5;
            labels[voxel] = (byte) (large ? 1 : small ? 2 : 0);
            voxels[voxel] = (float) ((large ? 300 : small ? 200 : i * 4) + 25 * random.nextGaussian());
        }
        images.put(id, voxels);
        masks.put(id, labels);
        rows.put(id, row);
    }

    private void plant() {
        rows.put("case-03", "shared,train");
        rows.put("case-04", "shared,test");
        images.computeIfPresent("case-05", (id, voxels) -> mirrored(voxels));
        masks.computeIfPresent("case-05", (id, labels) -> mirrored(labels));
        masks.computeIfPresent("case-07", (id, labels) -> swapped(labels));
        masks.computeIfPresent("case-11", (id, labels) -> mirrored(labels));
        copy("case-08", "copy", 0);
        copy("case-09", "nearly", 6);
    }

    /** Of another patient, in the test split. */
    private void copy(String id, String copy, double noise) {
        Random random = new Random(99);
        float[] voxels = images.getOrDefault(id, new float[0]).clone();
        for (int voxel = 0; voxel < voxels.length && noise > 0; voxel++) {
            voxels[voxel] = (float) (1.1 * voxels[voxel] + noise * random.nextGaussian());
        }
        images.put(copy, voxels);
        masks.put(copy, masks.getOrDefault(id, new byte[0]));
        rows.put(id, "of-" + id + ",train");
        rows.put(copy, "of-" + copy + ",test");
    }

    private static byte[] swapped(byte[] labels) {
        byte[] swapped = labels.clone();
        for (int voxel = 0; voxel < labels.length; voxel++) {
            swapped[voxel] = (byte) (labels[voxel] == 0 ? 0 : 3 - labels[voxel]);
        }
        return swapped;
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

    /** The place of a voxel when front and back change places. */
    private static int opposite(int voxel) {
        return voxel + (HEIGHT - 1 - 2 * (voxel / WIDTH % HEIGHT)) * WIDTH;
    }

    private void write(Path folder) throws IOException {
        Path imageFolder = Files.createDirectories(folder.resolve("images"));
        Path maskFolder = Files.createDirectories(folder.resolve("labels"));
        List<String> table = new ArrayList<>(List.of("case,patient,split"));
        for (Map.Entry<String, String> row : rows.entrySet()) {
            String id = row.getKey();
            table.add(id + "," + row.getValue());
            float[] voxels = images.getOrDefault(id, new float[0]);
            ByteBuffer values = ByteBuffer.allocate(4 * voxels.length).order(ByteOrder.LITTLE_ENDIAN);
            values.asFloatBuffer().put(voxels);
            nifti(imageFolder.resolve(id + ".nii.gz"), 16, values);
            nifti(maskFolder.resolve(id + ".nii.gz"), 2, ByteBuffer.wrap(masks.getOrDefault(id, new byte[0])));
        }
        Files.write(folder.resolve("attributes.csv"), table);
    }

    /** @param type 2 for bytes, 16 for floating point numbers (NIfTI-1, "datatype") */
    private static void nifti(Path file, int type, ByteBuffer values) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(352).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0, 348);
        int[] sizes = {3, WIDTH, HEIGHT, DEPTH, 1, 1, 1, 1};
        for (int axis = 0; axis < sizes.length; axis++) {
            header.putShort(40 + 2 * axis, (short) sizes[axis]);
            header.putFloat(76 + 4 * axis, 1);
        }
        header.putShort(70, (short) type);
        header.putShort(72, (short) (type == 2 ? 8 : 32));
        header.putFloat(108, 352);
        header.putFloat(112, 1);
        header.putShort(254, (short) 1);
        for (int row = 0; row < 3; row++) {
            header.putFloat(280 + 20 * row, 1);
        }
        header.put(344, new byte[] {'n', '+', '1', 0});
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(header.array());
            out.write(values.array());
        }
    }
}
