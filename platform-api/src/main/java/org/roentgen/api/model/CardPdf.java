package org.roentgen.api.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Prints a card on A4 pages. It knows the Markdown that cards are written in: headings, paragraphs, lists, tables, literal lines. */
@ApplicationScoped
class CardPdf {
    byte[] of(String markdown) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (CardPages pages = new CardPages(document)) {
                for (String line : markdown.lines().toList()) {
                    print(pages, line);
                }
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void print(CardPages pages, String line) throws IOException {
        if (line.startsWith("# ")) {
            pages.text(line.substring(2), CardPages.Look.TITLE);
        } else if (line.startsWith("## ")) {
            pages.text(line.substring(3), CardPages.Look.HEADING);
        } else if (line.startsWith("|---")) {
            return;
        } else if (line.startsWith("|")) {
            pages.row(line.substring(1, line.lastIndexOf('|')).split("\\|", -1));
        } else if (line.startsWith("- ")) {
            pages.text("\u2022 " + line.substring(2), CardPages.Look.BODY);
        } else if (line.startsWith("    ")) {
            pages.text(line.strip(), CardPages.Look.LITERAL);
        } else if (line.isBlank()) {
            pages.gap();
        } else {
            pages.text(line.replace("**", ""), CardPages.Look.BODY);
        }
    }
}
