package org.roentgen.imaging.numpy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.roentgen.imaging.ImageFormatException;

/** Reads the {@code .npy} format, versions 1 to 3. */
public final class NpyReader {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([<>=|])([a-zA-Z]\\d+)'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order':\\s*True");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([\\d,\\s]*)\\)");
    private static final int LARGEST_HEADER = 1 << 20;

    private NpyReader() {}

    public static NumpyArray read(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return read(input, file.getFileName().toString());
        }
    }

    /**
     * Reads one array and leaves the stream open.
     *
     * @param name of the array for messages
     * @throws ImageFormatException for other content, objects, Fortran order, or too few bytes
     */
    public static NumpyArray read(InputStream input, String name) throws IOException {
        String header = readHeader(input, name);
        Matcher type = TYPE.matcher(header);
        Matcher shapeText = SHAPE.matcher(header);
        if (!type.find() || !shapeText.find()) {
            throw new ImageFormatException("%s has a header without a plain number type and a shape".formatted(name));
        }
        List<Integer> shape = shape(shapeText.group(1), name);
        if (FORTRAN.matcher(header).find() && shape.size() > 1) {
            throw new ImageFormatException(
                    "%s is in Fortran order: save it with numpy.ascontiguousarray".formatted(name));
        }
        NumpyType numbers = NumpyType.ofCode(type.group(2));
        int bytes = byteCount(shape, numbers, name);
        byte[] content = input.readNBytes(bytes);
        if (content.length < bytes) {
            throw new ImageFormatException("%s holds %d of the %d bytes that its shape needs: it is truncated"
                    .formatted(name, content.length, bytes));
        }
        ByteOrder order = type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NumpyArray(numbers, shape, ByteBuffer.wrap(content).order(order));
    }

    private static String readHeader(InputStream input, String name) throws IOException {
        byte[] start = input.readNBytes(8);
        if (start.length < 8 || !Arrays.equals(start, 0, 6, MAGIC, 0, 6)) {
            throw new ImageFormatException(
                    "%s is not a .npy array: its first bytes are not \\x93NUMPY".formatted(name));
        }
        byte[] lengthBytes = input.readNBytes(start[6] == 1 ? 2 : 4);
        int length = 0;
        for (int index = lengthBytes.length - 1; index >= 0; index--) {
            length = length << 8 | Byte.toUnsignedInt(lengthBytes[index]);
        }
        if (length < 0 || length > LARGEST_HEADER) {
            throw new ImageFormatException("%s announces a header of %d bytes".formatted(name, length));
        }
        return new String(input.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static List<Integer> shape(String text, String name) throws ImageFormatException {
        List<Integer> shape = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                try {
                    shape.add(Integer.parseInt(part.strip()));
                } catch (NumberFormatException tooLarge) {
                    throw new ImageFormatException("%s has an axis of %s elements".formatted(name, part.strip()));
                }
            }
        }
        return shape;
    }

    private static int byteCount(List<Integer> shape, NumpyType type, String name) throws ImageFormatException {
        try {
            long bytes = type.bytes();
            for (int size : shape) {
                bytes = Math.multiplyExact(bytes, size);
            }
            return Math.toIntExact(bytes);
        } catch (ArithmeticException overflow) {
            throw new ImageFormatException("%s is larger than 2 GiB: split it".formatted(name));
        }
    }
}
