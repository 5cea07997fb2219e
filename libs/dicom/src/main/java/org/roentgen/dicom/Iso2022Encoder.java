package org.roentgen.dicom;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Encodes text with code extensions: ASCII and the first set as they are, others after their escape sequence. */
final class Iso2022Encoder {
    private final @Nullable GraphicSet initialRight;
    private final List<GraphicSet> extensions;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private GraphicSet left = GraphicSet.ASCII;
    private @Nullable GraphicSet right;

    Iso2022Encoder(@Nullable GraphicSet initialRight, List<GraphicSet> extensions) {
        this.initialRight = initialRight;
        this.extensions = extensions;
        this.right = initialRight;
    }

    Optional<byte[]> encode(String text) {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (codePoint < 0x80) {
                designate(GraphicSet.ASCII);
                out.write(codePoint);
                if (codePoint == '\\' || codePoint == '^' || codePoint == '=' || codePoint < 0x20) {
                    right = initialRight;
                }
            } else if (!write(Character.toString(codePoint))) {
                return Optional.empty();
            }
        }
        designate(GraphicSet.ASCII);
        return Optional.of(out.toByteArray());
    }

    private boolean write(String character) {
        return write(right, character)
                || write(left, character)
                || extensions.stream().anyMatch(set -> write(set, character));
    }

    private boolean write(@Nullable GraphicSet set, String character) {
        if (set == null || set == GraphicSet.ASCII) {
            return false;
        }
        Optional<byte[]> encoded = CharacterSets.encode(character, set.charset());
        if (encoded.isEmpty() || encoded.get().length != set.width()) {
            return false;
        }
        designate(set);
        out.writeBytes(encoded.get());
        return true;
    }

    private void designate(GraphicSet set) {
        if (set == left || set == right) {
            return;
        }
        out.write(Iso2022Decoder.ESCAPE);
        out.writeBytes(set.escape());
        if (set.isRight()) {
            right = set;
        } else {
            left = set;
        }
    }
}
