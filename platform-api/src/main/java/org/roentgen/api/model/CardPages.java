package org.roentgen.api.model;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Text from the top of A4 pages to their bottom, broken into lines. Lengths are points. */
final class CardPages implements Closeable {
    private static final float MARGIN = 50;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float LEADING = 1.35f;
    private static final float CELL_GAP = 6;

    /** How text looks. */
    enum Look {
        TITLE("LiberationSans-Bold", 18),
        HEADING("LiberationSans-Bold", 12),
        BODY("LiberationSans-Regular", 9.5f),
        CELL("LiberationSans-Regular", 7.5f),
        LITERAL("LiberationMono-Regular", 9);

        private final String font;
        private final float size;

        Look(String font, float size) {
            this.font = font;
            this.size = size;
        }
    }

    private final PDDocument document;
    private final Map<String, PDFont> fonts = new HashMap<>();
    private PDPageContentStream page;
    private float y;

    CardPages(PDDocument document) throws IOException {
        this.document = document;
        this.page = open();
    }

    private PDPageContentStream open() throws IOException {
        PDPage added = new PDPage(PDRectangle.A4);
        document.addPage(added);
        y = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, added);
    }

    void gap() {
        y -= 5;
    }

    void text(String text, Look look) throws IOException {
        for (String line : lines(text, look, WIDTH)) {
            room(look);
            y -= look.size * LEADING;
            write(line, look, MARGIN);
        }
    }

    /** Cells side by side, all columns equally wide. */
    void row(String... cells) throws IOException {
        float width = WIDTH / cells.length;
        List<List<String>> columns = new ArrayList<>();
        int height = 1;
        for (String cell : cells) {
            columns.add(lines(cell.strip(), Look.CELL, width - CELL_GAP));
            height = Math.max(height, columns.getLast().size());
        }
        for (int line = 0; line < height; line++) {
            room(Look.CELL);
            y -= Look.CELL.size * LEADING;
            for (int column = 0; column < cells.length; column++) {
                if (line < columns.get(column).size()) {
                    write(columns.get(column).get(line), Look.CELL, MARGIN + column * width);
                }
            }
        }
        y -= 2;
    }

    private void room(Look look) throws IOException {
        if (y - look.size * LEADING < MARGIN) {
            page.close();
            page = open();
        }
    }

    private void write(String line, Look look, float x) throws IOException {
        page.beginText();
        page.setFont(font(look), look.size);
        page.newLineAtOffset(x, y);
        page.showText(line);
        page.endText();
    }

    private List<String> lines(String text, Look look, float width) throws IOException {
        PDFont font = font(look);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : printable(text, font).split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.getStringWidth(longer) / 1000 * look.size > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** The fonts have Latin, Greek, Cyrillic and Hebrew letters; others become question marks. */
    private static String printable(String text, PDFont font) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(character -> {
            String one = Character.toString(character);
            try {
                font.encode(one);
                printable.append(one);
            } catch (IOException | IllegalArgumentException notInFont) {
                printable.append('?');
            }
        });
        return printable.toString();
    }

    /** A font of its own library, so that a card looks alike on every machine; the letters used are in the file. */
    private PDFont font(Look look) throws IOException {
        PDFont known = fonts.get(look.font);
        if (known != null) {
            return known;
        }
        String name = "/liberation/" + look.font + ".ttf";
        try (InputStream file = CardPages.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException("The font " + name + " is not on the class path: openpdf-fonts-extra brings it");
            }
            PDFont loaded = PDType0Font.load(document, file);
            fonts.put(look.font, loaded);
            return loaded;
        }
    }

    @Override
    public void close() throws IOException {
        page.close();
    }
}
