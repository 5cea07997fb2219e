package org.roentgen.dicom;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The character sets that Specific Character Set (0008,0005) names, with ISO 2022 code extensions (PS3.3 C.12.1.1.2, PS3.5
 * section 6.1). Unknown terms are taken as ISO 8859-1, as are bytes outside the default repertoire.
 */
public final class CharacterSets {
    /** The default repertoire, ISO 646. */
    public static final CharacterSets DEFAULT = new CharacterSets(List.of(), null, null, List.of());

    /** ISO_IR 192. */
    public static final CharacterSets UTF_8 =
            new CharacterSets(List.of("ISO_IR 192"), StandardCharsets.UTF_8, null, List.of());

    private final List<String> terms;
    private final @Nullable Charset whole;
    private final @Nullable GraphicSet initialRight;
    private final List<GraphicSet> extensions;

    private CharacterSets(
            List<String> terms,
            @Nullable Charset whole,
            @Nullable GraphicSet initialRight,
            List<GraphicSet> extensions) {
        this.terms = terms;
        this.whole = whole;
        this.initialRight = initialRight;
        this.extensions = extensions;
    }

    /** The sets of the values of (0008,0005); an empty first value is the default repertoire. */
    public static CharacterSets of(List<String> terms) {
        if (terms.isEmpty() || terms.size() == 1 && terms.getFirst().isEmpty()) {
            return DEFAULT;
        }
        List<String> normal = terms.stream().map(CharacterSets::normalize).toList();
        Charset whole =
                switch (normal.getFirst()) {
                    case "192" -> StandardCharsets.UTF_8;
                    case "GB18030" -> Charset.forName("GB18030");
                    case "GBK" -> Charset.forName("GBK");
                    default -> null;
                };
        if (whole != null) {
            return new CharacterSets(List.copyOf(terms), whole, null, List.of());
        }
        GraphicSet first = GraphicSet.ofRegistration(normal.getFirst());
        GraphicSet right = first != null && first.isRight() && first.width() == 1 ? first : null;
        List<GraphicSet> extensions = new ArrayList<>();
        for (String term : normal) {
            GraphicSet set = GraphicSet.ofRegistration(term);
            if (set != null && set != GraphicSet.ASCII && (terms.size() > 1 || set.width() > 1)) {
                extensions.add(set);
            }
        }
        return new CharacterSets(List.copyOf(terms), null, right, List.copyOf(extensions));
    }

    /** {@code ISO_IR 100}, {@code ISO 2022 IR 100} and their misspellings to {@code 100}. */
    private static String normalize(String term) {
        String upper = term.strip().toUpperCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        if (upper.startsWith("ISO 2022 IR ")) {
            return upper.substring(12).strip();
        }
        if (upper.startsWith("ISO IR ")) {
            return upper.substring(7).strip();
        }
        return upper;
    }

    /** The values of (0008,0005); empty for the default repertoire. */
    public List<String> terms() {
        return terms;
    }

    /** Decodes a whole value field, its backslashes included. Never fails: what does not map becomes U+FFFD. */
    public String decode(byte[] bytes, int from, int to) {
        if (isPlain(bytes, from, to)) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        if (whole != null) {
            return new String(bytes, from, to - from, whole);
        }
        return new Iso2022Decoder(initialRight, bytes, from, to).decode();
    }

    /** Encodes a value; empty if a character is in none of the sets. */
    public Optional<byte[]> encode(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return Optional.of(text.getBytes(StandardCharsets.US_ASCII));
        }
        return whole != null ? encode(text, whole) : new Iso2022Encoder(initialRight, extensions).encode(text);
    }

    static Optional<byte[]> encode(String text, Charset charset) {
        try {
            ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return Optional.of(bytes);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** True where every byte is of the default repertoire, so that any character set reads it alike. */
    static boolean isPlain(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0 || bytes[i] == Iso2022Decoder.ESCAPE) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CharacterSets sets && sets.terms.equals(terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    @Override
    public String toString() {
        return String.join("\\", terms);
    }
}
