package org.roentgen.workflow.support;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as people upload them. */
public final class Uploads {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    public Uploads add(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    public Uploads remove(String name) {
        files.remove(name);
        return this;
    }

    public byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** That many image and label pairs of 4 x 5 x 6 voxels with the labels 1 and 2. */
    public static Uploads niftiPairs(int count) {
        Uploads uploads = new Uploads();
        for (int index = 0; index < count; index++) {
            String name = "case_" + (char) ('a' + index) + ".nii.gz";
            uploads.add("set/images/" + name, nifti(index, 4, 5, 6, 256));
            uploads.add("set/labels/" + name, nifti(index + 1_000, 4, 5, 6, 3));
        }
        return uploads;
    }

    /** A gzip NIfTI-1 of random unsigned bytes below a limit. */
    public static byte[] nifti(int seed, int width, int height, int depth, int limit) {
        ByteBuffer file = ByteBuffer.allocate(352 + width * height * depth).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0, 348);
        short[] dimensions = {3, (short) width, (short) height, (short) depth, 1, 1, 1, 1};
        for (int index = 0; index < dimensions.length; index++) {
            file.putShort(40 + 2 * index, dimensions[index]);
            file.putFloat(76 + 4 * index, 1);
        }
        file.putShort(70, (short) 2);
        file.putShort(72, (short) 8);
        file.putFloat(108, 352);
        file.putFloat(112, 1);
        file.putShort(254, (short) 1);
        for (int row = 0; row < 3; row++) {
            file.putFloat(280 + 16 * row + 4 * row, 1);
        }
        file.put(344, new byte[] {'n', '+', '1', 0});
        byte[] voxels = new byte[width * height * depth];
        Random random = new Random(seed);
        for (int index = 0; index < voxels.length; index++) {
            voxels[index] = (byte) random.nextInt(limit);
        }
        file.put(352, voxels);
        return gzip(file.array());
    }

    /** A PNG of random grey values. */
    public static byte[] png(int seed) {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        Random random = new Random(seed);
        for (int pixel = 0; pixel < 64; pixel++) {
            image.getRaster().setSample(pixel % 8, pixel / 8, 0, random.nextInt(256));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A NumPy array of unsigned bytes. */
    public static byte[] npy(String shape, byte[] values) {
        String text = "{'descr': '|u1', 'fortran_order': False, 'shape': " + shape + ", }";
        String header = text + " ".repeat(63 - (10 + text.length()) % 64) + "\n";
        ByteBuffer file =
                ByteBuffer.allocate(10 + header.length() + values.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        file.putShort((short) header.length());
        file.put(header.getBytes(StandardCharsets.US_ASCII));
        file.put(values);
        return file.array();
    }

    public static byte[] random(int seed, int size, int limit) {
        byte[] values = new byte[size];
        Random random = new Random(seed);
        for (int index = 0; index < size; index++) {
            values[index] = (byte) random.nextInt(limit);
        }
        return values;
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
