package org.roentgen.dicom.deidentify.burnedin;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * Text as a device draws it.
 *
 * @param text the text
 * @param font its font
 * @param smooth whether its edges are smoothed
 */
record Annotation(String text, Font font, boolean smooth) {
    /** How much of each pixel the text covers, 0 to 255. */
    byte[] coverage(int columns, int rows, int left, int baseline) {
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        prepare(graphics);
        graphics.setColor(Color.WHITE);
        graphics.drawString(text, left, baseline);
        graphics.dispose();
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    int width() {
        return metrics().stringWidth(text);
    }

    int ascent() {
        return metrics().getAscent();
    }

    int descent() {
        return metrics().getDescent();
    }

    private FontMetrics metrics() {
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY).createGraphics();
        prepare(graphics);
        return graphics.getFontMetrics();
    }

    private void prepare(Graphics2D graphics) {
        graphics.setFont(font);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING,
                smooth ? RenderingHints.VALUE_TEXT_ANTIALIAS_ON : RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
    }

    /** Blends the text into values. */
    static void blend(int[] values, byte[] coverage, int ink) {
        for (int i = 0; i < values.length; i++) {
            int part = coverage[i] & 0xFF;
            values[i] = (values[i] * (255 - part) + ink * part) / 255;
        }
    }
}
