package org.roentgen.api.dicomweb;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.roentgen.api.problem.ProblemException;

/**
 * Reads a multipart body (RFC 2046 section 5.1) as it comes, part by part, whatever their size. The content of a part must
 * be read, or left, before the next part is asked for.
 */
final class MultipartReader {
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_HEADERS = 50;

    private final InputStream in;
    private final byte[] delimiter;
    private PartInput current;
    private boolean ended;

    /** A part's headers, by lower-case name, and its content. */
    record Part(Map<String, String> headers, InputStream content) {
        String contentType() {
            return headers.getOrDefault("content-type", "application/dicom");
        }
    }

    MultipartReader(InputStream body, String boundary) {
        this.in = new BufferedInputStream(body, 1 << 16);
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // the first delimiter may stand at the very start, without a line before it
        this.current = new PartInput(in, delimiter, 2);
    }

    /** @throws ProblemException if the body ends within a part, or a header is too long */
    Optional<Part> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        current.skipToDelimiter();
        String afterDelimiter = line();
        if (afterDelimiter.startsWith("--")) {
            ended = true;
            return Optional.empty();
        }
        Map<String, String> headers = headers();
        current = new PartInput(in, delimiter, 0);
        return Optional.of(new Part(headers, current));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() >= MOST_HEADERS) {
                throw ProblemException.invalid("A part of the multipart body has malformed headers");
            }
            headers.put(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < LONGEST_LINE) {
            int next = in.read();
            if (next < 0) {
                return line.isEmpty() ? "--" : line.toString();
            }
            if (next == '\n') {
                return line.toString().stripTrailing();
            }
            line.append((char) next);
        }
        throw ProblemException.invalid("A header line of the multipart body is longer than " + LONGEST_LINE + " bytes");
    }
}
