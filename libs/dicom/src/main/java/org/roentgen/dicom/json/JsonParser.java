package org.roentgen.dicom.json;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON (RFC 8259) into a tree, of bounded depth. */
public final class JsonParser {
    private static final int MOST_DEPTH = 256;

    private final Reader reader;
    private int current;
    private long at = -1;

    public JsonParser(Reader reader) {
        this.reader = new BufferedReader(reader);
    }

    /**
     * The value that the text is.
     *
     * @throws MalformedJsonException if it is not JSON
     */
    public JsonNode parse() throws IOException {
        next();
        JsonNode node = value(0);
        space();
        if (current >= 0) {
            throw fail("text after the value");
        }
        return node;
    }

    private JsonNode value(int depth) throws IOException {
        if (depth > MOST_DEPTH) {
            throw fail("values nest deeper than " + MOST_DEPTH);
        }
        space();
        return switch (current) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new JsonNode.Text(string());
            case 't' -> word("true", JsonNode.Word.TRUE);
            case 'f' -> word("false", JsonNode.Word.FALSE);
            case 'n' -> word("null", JsonNode.Word.NULL);
            default -> number();
        };
    }

    private JsonNode object(int depth) throws IOException {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        next();
        space();
        while (current != '}') {
            if (!members.isEmpty()) {
                expect(',');
                space();
            }
            if (current != '"') {
                throw fail("a member name expected");
            }
            String name = string();
            space();
            expect(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw fail("a member occurs twice");
            }
            space();
        }
        next();
        return new JsonNode.Members(members);
    }

    private JsonNode array(int depth) throws IOException {
        List<JsonNode> elements = new ArrayList<>();
        next();
        space();
        while (current != ']') {
            if (!elements.isEmpty()) {
                expect(',');
            }
            elements.add(value(depth + 1));
            space();
        }
        next();
        return new JsonNode.Elements(elements);
    }

    private String string() throws IOException {
        StringBuilder text = new StringBuilder();
        next();
        while (current != '"') {
            if (current < ' ') {
                throw fail("a control character or the end inside a string");
            }
            text.append(current == '\\' ? escaped() : (char) current);
            next();
        }
        next();
        return text.toString();
    }

    private char escaped() throws IOException {
        next();
        return switch (current) {
            case '"', '\\', '/' -> (char) current;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw fail("an escape that JSON does not have");
        };
    }

    private char unicode() throws IOException {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            next();
            int digit = Character.digit(current, 16);
            if (digit < 0) {
                throw fail("four hexadecimal digits expected");
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }

    private JsonNode number() throws IOException {
        StringBuilder literal = new StringBuilder();
        while (current >= '0' && current <= '9'
                || current == '-'
                || current == '+'
                || current == '.'
                || current == 'e'
                || current == 'E') {
            literal.append((char) current);
            next();
        }
        if (!JsonNumbers.isNumber(literal.toString())) {
            throw fail("no value of JSON");
        }
        return new JsonNode.Number(literal.toString());
    }

    private JsonNode word(String word, JsonNode node) throws IOException {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
        return node;
    }

    private void expect(char character) throws IOException {
        if (current != character) {
            throw fail("'" + character + "' expected");
        }
        next();
    }

    private void space() throws IOException {
        while (current == ' ' || current == '\n' || current == '\r' || current == '\t') {
            next();
        }
    }

    private void next() throws IOException {
        current = reader.read();
        at++;
    }

    private MalformedJsonException fail(String rule) {
        return new MalformedJsonException("not JSON at character " + at + ": " + rule);
    }
}
