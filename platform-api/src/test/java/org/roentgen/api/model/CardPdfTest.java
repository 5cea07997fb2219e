package org.roentgen.api.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardPdfTest {
    private final CardPdf cards = new CardPdf();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Röntgen Ångström ß",
                "Žluťoučký kůň, łąka, ğışöü",
                "ακτινογραφία",
                "рентгенограмма, їжак",
                "Dice ≥ 0.9 ± 0.01 µm²"
            })
    void lettersOfManyLanguagesArePrinted(String text) throws IOException {
        String card =
                "# " + text + "\n## " + text + "\n" + text + "\n- " + text + "\n    " + text + "\n| " + text + " |\n";
        String printed = text(card);
        assertThat(printed.split(Pattern.quote(text), -1)).as(printed).hasSize(7);
        assertThat(printed).doesNotContain("?");
    }

    @Test
    void lettersThatTheFontsLackAreMarked() throws IOException {
        assertThat(text("# 肺 lung\n")).contains("? lung");
    }

    @Test
    void fontsAreInTheFile() throws IOException {
        try (PDDocument document = Loader.loadPDF(cards.of("# Τίτλος\nbody\n    literal\n"))) {
            PDPage page = document.getPage(0);
            int fonts = 0;
            for (var name : page.getResources().getFontNames()) {
                assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                fonts++;
            }
            assertThat(fonts).isEqualTo(3);
        }
    }

    private String text(String card) throws IOException {
        try (PDDocument document = Loader.loadPDF(cards.of(card))) {
            return new PDFTextStripper().getText(document);
        }
    }
}
