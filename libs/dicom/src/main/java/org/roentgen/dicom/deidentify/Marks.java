package org.roentgen.dicom.deidentify;

import java.util.BitSet;
import java.util.regex.Pattern;

/** The places of a text that have to go. */
final class Marks {
    private static final Pattern EMPTY_BRACKETS = Pattern.compile("\\(\\s*\\)|\\[\\s*]|\\{\\s*}|\"\\s*\"");
    private static final Pattern SPACES = Pattern.compile("[ \\t]{2,}");
    private static final Pattern BEFORE_COMMA = Pattern.compile("(?:\\s|(?<=[,;])[,;])+([,;])");
    private static final Pattern EDGES = Pattern.compile("^[\\s,;:^=./_&+-]+|[\\s,;:^=/_&+-]+$");

    private final String text;
    private final BitSet marked = new BitSet();

    Marks(String text) {
        this.text = text;
    }

    void mark(int from, int to) {
        marked.set(from, to);
    }

    void markAll(Pattern pattern) {
        pattern.matcher(text).results().forEach(result -> mark(result.start(), result.end()));
    }

    boolean isMarked(int at) {
        return marked.get(at);
    }

    /** The text without the marked places, a space in place of each, and without the signs that then enclose nothing. */
    String remaining() {
        if (marked.isEmpty()) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!marked.get(i)) {
                rest.append(text.charAt(i));
            } else if (i == 0 || !marked.get(i - 1)) {
                rest.append(' ');
            }
        }
        String closed = EMPTY_BRACKETS.matcher(rest).replaceAll(" ");
        String tight =
                BEFORE_COMMA.matcher(SPACES.matcher(closed).replaceAll(" ")).replaceAll("$1");
        return EDGES.matcher(tight).replaceAll("");
    }
}
