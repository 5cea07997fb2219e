package org.roentgen.imaging.synthetic;

import java.util.HexFormat;
import java.util.Map;

/** A font of 5 by 7 dots for capital letters, digits and a few signs: text in pixels without a font of the machine. */
final class BitmapFont {
    private static final int COLUMNS = 5;
    private static final int ROWS = 7;

    /** For each character five columns, the lowest bit being the top dot. */
    private static final Map<Character, String> GLYPHS = Map.ofEntries(
            Map.entry('A', "7e1111117e"),
            Map.entry('B', "7f49494936"),
            Map.entry('C', "3e41414122"),
            Map.entry('D', "7f4141221c"),
            Map.entry('E', "7f49494941"),
            Map.entry('F', "7f09090901"),
            Map.entry('G', "3e4149497a"),
            Map.entry('H', "7f0808087f"),
            Map.entry('I', "00417f4100"),
            Map.entry('J', "2040413f01"),
            Map.entry('K', "7f08142241"),
            Map.entry('L', "7f40404040"),
            Map.entry('M', "7f020c027f"),
            Map.entry('N', "7f0408107f"),
            Map.entry('O', "3e4141413e"),
            Map.entry('P', "7f09090906"),
            Map.entry('Q', "3e4151215e"),
            Map.entry('R', "7f09192946"),
            Map.entry('S', "4649494931"),
            Map.entry('T', "01017f0101"),
            Map.entry('U', "3f4040403f"),
            Map.entry('V', "1f2040201f"),
            Map.entry('W', "3f4038403f"),
            Map.entry('X', "6314081463"),
            Map.entry('Y', "0708700807"),
            Map.entry('Z', "6151494543"),
            Map.entry('0', "3e5149453e"),
            Map.entry('1', "00427f4000"),
            Map.entry('2', "4261514946"),
            Map.entry('3', "2141454b31"),
            Map.entry('4', "1814127f10"),
            Map.entry('5', "2745454539"),
            Map.entry('6', "3c4a494930"),
            Map.entry('7', "0171090503"),
            Map.entry('8', "3649494936"),
            Map.entry('9', "064949291e"),
            Map.entry('-', "0808080808"));

    private BitmapFont() {}

    /** The box that a text covered. */
    record Box(int x, int y, int width, int height) {}

    /** Draws a line of text; other characters become gaps. Dots outside the image are left out. */
    static Box draw(byte[] pixels, int imageWidth, String text, int left, int top, int scale) {
        for (int position = 0; position < text.length(); position++) {
            byte[] columns = HexFormat.of().parseHex(GLYPHS.getOrDefault(text.charAt(position), "0000000000"));
            for (int column = 0; column < COLUMNS * scale; column++) {
                int x = left + position * (COLUMNS + 1) * scale + column;
                for (int row = 0; row < ROWS * scale; row++) {
                    int index = x + imageWidth * (top + row);
                    boolean set = (columns[column / scale] >> row / scale & 1) == 1;
                    if (set && x < imageWidth && index < pixels.length) {
                        pixels[index] = (byte) 255;
                    }
                }
            }
        }
        return new Box(left, top, text.length() * (COLUMNS + 1) * scale, ROWS * scale);
    }
}
