package org.roentgen.dicom.pixel;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A frame as it is shown: 8 bits of grey, or of red, green and blue by pixel.
 *
 * @param width in pixels
 * @param height in pixels
 * @param colour true for three bytes a pixel
 * @param bytes the samples, row by row; do not write to them
 */
public record RenderedFrame(int width, int height, boolean colour, byte[] bytes) {
    /** Red, green and blue lie this way in {@link BufferedImage#TYPE_3BYTE_BGR}. */
    private static final int[] BLUE_FIRST = {2, 1, 0};

    public RenderedFrame {
        if ((long) width * height * (colour ? 3 : 1) != bytes.length) {
            throw new IllegalArgumentException(
                    bytes.length + " bytes do not make " + width + " x " + height + (colour ? " x 3" : ""));
        }
    }

    /** The frame reduced by averaging so that it fits into a box, its proportions kept; never enlarged. */
    public RenderedFrame fitting(int maximumWidth, int maximumHeight) {
        double scale = Math.min((double) maximumWidth / width, (double) maximumHeight / height);
        if (scale >= 1) {
            return this;
        }
        int newWidth = Math.max(1, (int) Math.round(width * scale));
        int newHeight = Math.max(1, (int) Math.round(height * scale));
        int samples = colour ? 3 : 1;
        byte[] reduced = new byte[newWidth * newHeight * samples];
        for (int y = 0; y < newHeight; y++) {
            int fromY = (int) ((long) y * height / newHeight);
            int endY = Math.max(fromY + 1, (int) ((long) (y + 1) * height / newHeight));
            for (int x = 0; x < newWidth; x++) {
                int fromX = (int) ((long) x * width / newWidth);
                int endX = Math.max(fromX + 1, (int) ((long) (x + 1) * width / newWidth));
                for (int s = 0; s < samples; s++) {
                    reduced[(y * newWidth + x) * samples + s] = mean(fromX, fromY, endX, endY, s, samples);
                }
            }
        }
        return new RenderedFrame(newWidth, newHeight, colour, reduced);
    }

    private byte mean(int fromX, int fromY, int endX, int endY, int sample, int samples) {
        long sum = 0;
        for (int y = fromY; y < endY; y++) {
            for (int x = fromX; x < endX; x++) {
                sum += bytes[(y * width + x) * samples + sample] & 0xff;
            }
        }
        int count = (endX - fromX) * (endY - fromY);
        return (byte) ((sum + count / 2) / count);
    }

    public BufferedImage toImage() {
        int type = colour ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY;
        BufferedImage image = new BufferedImage(width, height, type);
        byte[] target = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        if (!colour) {
            System.arraycopy(bytes, 0, target, 0, bytes.length);
            return image;
        }
        for (int i = 0; i < bytes.length; i += 3) {
            for (int s = 0; s < 3; s++) {
                target[i + s] = bytes[i + BLUE_FIRST[s]];
            }
        }
        return image;
    }

    public byte[] toPng() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(toImage(), "png", out);
        return out.toByteArray();
    }

    /**
     * @param quality 1 to 100, as the quality parameter of a rendered resource has it (PS3.18 8.3.5.1.2)
     */
    public byte[] toJpeg(int quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(Math.clamp(quality, 1, 100) / 100f);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(toImage(), null, null), parameters);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
