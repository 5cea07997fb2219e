package org.roentgen.dicom;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text to bytes in a character set. */
final class TextEncoding {
    private TextEncoding() {}

    static Bytes encode(Element element, Value.Text text, CharacterSets sets) {
        String joined = String.join("\\", text.values());
        Optional<byte[]> encoded = element.vr().usesCharacterSet()
                ? sets.encode(joined)
                : CharacterSets.encode(joined, StandardCharsets.ISO_8859_1);
        return Bytes.wrap(encoded.orElseThrow(() -> new IllegalStateException("a value of "
                + Tags.format(element.tag()) + " has characters that the character set '" + sets
                + "' lacks: put SpecificCharacterSet ISO_IR 192 into the data set")));
    }

    /** The value as it reads in another character set. */
    static Element recode(Element element, CharacterSets from, CharacterSets to) {
        if (!element.vr().usesCharacterSet()
                || !(element.value() instanceof Bytes bytes)
                || from.equals(to)
                || CharacterSets.isPlain(bytes.array, bytes.start, bytes.start + bytes.size)) {
            return element;
        }
        String text = from.decode(bytes.array, bytes.start, bytes.start + bytes.size);
        return new Element(element.tag(), element.vr(), new Value.Text(java.util.List.of(text)));
    }

    /** The value as it reads in another character set; as it was read where that one lacks a character. */
    static Element recodeOrKeep(Element element, CharacterSets from, CharacterSets to) {
        Element recoded = recode(element, from, to);
        return recoded != element
                        && recoded.value() instanceof Value.Text text
                        && to.encode(String.join("\\", text.values())).isEmpty()
                ? element
                : recoded;
    }
}
