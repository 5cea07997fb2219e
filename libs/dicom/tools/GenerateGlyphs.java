import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.TreeSet;

/**
 * Prints the shapes of the capital letters, for {@code glyphs.txt}: the letter, the width in percent of the height, and a grid of 10
 * columns and 12 rows in hexadecimal, a bit where the letter covers half of a cell. Usage: java GenerateGlyphs.java FONT...
 */
public final class GenerateGlyphs {
    private static final int COLUMNS = 10;
    private static final int ROWS = 12;

    private GenerateGlyphs() {}

    public static void main(String[] fonts) {
        TreeSet<String> lines = new TreeSet<>();
        for (String name : fonts) {
            for (int style : new int[] {Font.PLAIN, Font.BOLD}) {
                for (int size : new int[] {11, 14, 20, 36}) {
                    for (boolean smooth : new boolean[] {true, false}) {
                        for (char letter = 'A'; letter <= 'Z'; letter++) {
                            lines.add(shape(letter, new Font(name, style, size), smooth));
                        }
                    }
                }
            }
        }
        lines.forEach(System.out::println);
    }

    private static String shape(char letter, Font font, boolean smooth) {
        int side = 3 * font.getSize();
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING,
                smooth ? RenderingHints.VALUE_TEXT_ANTIALIAS_ON : RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
        graphics.setFont(font);
        graphics.setColor(Color.WHITE);
        graphics.drawString(String.valueOf(letter), font.getSize(), 2 * font.getSize());
        graphics.dispose();
        int left = side;
        int right = 0;
        int top = side;
        int bottom = 0;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (isInk(image, x, y)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        StringBuilder bits = new StringBuilder();
        int nibble = 0;
        for (int cell = 0; cell < ROWS * COLUMNS; cell++) {
            int row = cell / COLUMNS;
            int column = cell % COLUMNS;
            double part = part(image, left + (right - left) * column / (double) COLUMNS,
                    left + (right - left) * (column + 1) / (double) COLUMNS,
                    top + (bottom - top) * row / (double) ROWS, top + (bottom - top) * (row + 1) / (double) ROWS);
            nibble = nibble << 1 | (part >= 0.5 ? 1 : 0);
            if (cell % 4 == 3) {
                bits.append(Integer.toHexString(nibble & 15));
                nibble = 0;
            }
        }
        return letter + " " + 100 * (right - left) / (bottom - top) + " " + bits;
    }

    private static boolean isInk(BufferedImage image, int x, int y) {
        return image.getRaster().getSample(x, y, 0) > 127;
    }

    private static double part(BufferedImage image, double left, double right, double top, double bottom) {
        double ink = 0;
        for (int y = (int) top; y < bottom; y++) {
            for (int x = (int) left; x < right; x++) {
                if (isInk(image, x, y)) {
                    ink += (Math.min(right, x + 1) - Math.max(left, x)) * (Math.min(bottom, y + 1) - Math.max(top, y));
                }
            }
        }
        return ink / ((right - left) * (bottom - top));
    }
}
