package org.roentgen.dicom.json;

import java.io.IOException;
import java.io.Writer;

/** Writes JSON tokens; commas are its business, nesting the caller's. */
public final class JsonOutput {
    private static final String HEX = "0123456789abcdef";

    private final Writer out;
    private boolean needsComma;

    /** Writes to a writer that the caller flushes. */
    public JsonOutput(Writer out) {
        this.out = out;
    }

    /** Opens an object or an array. */
    public void open(char bracket) throws IOException {
        separate();
        out.write(bracket);
        needsComma = false;
    }

    /** Closes an object or an array. */
    public void close(char bracket) throws IOException {
        out.write(bracket);
        needsComma = true;
    }

    /** The name of the member whose value comes next. */
    public void name(String name) throws IOException {
        string(name);
        out.write(':');
        needsComma = false;
    }

    /** A number, null, or text that needs no escape inside its quotes. */
    public void raw(CharSequence token) throws IOException {
        separate();
        out.append(token);
    }

    /** A string, escaped. */
    public void string(String text) throws IOException {
        separate();
        out.write('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            out.write(text, plain, i - plain);
            escape(c);
            plain = i + 1;
        }
        out.write(text, plain, text.length() - plain);
        out.write('"');
    }

    private void escape(char c) throws IOException {
        out.write('\\');
        switch (c) {
            case '"', '\\' -> out.write(c);
            case '\n' -> out.write('n');
            case '\r' -> out.write('r');
            case '\t' -> out.write('t');
            default -> {
                out.write('u');
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.write(HEX.charAt(c >> shift & 0xF));
                }
            }
        }
    }

    private void separate() throws IOException {
        if (needsComma) {
            out.write(',');
        }
        needsComma = true;
    }
}
