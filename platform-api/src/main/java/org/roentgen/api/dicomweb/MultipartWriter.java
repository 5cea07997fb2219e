package org.roentgen.api.dicomweb;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Writes a multipart/related body (RFC 2387). */
final class MultipartWriter {
    private final String boundary = UUID.randomUUID().toString();

    /** @param type of the parts, the {@code type} parameter of the body */
    String contentType(String type) {
        return "multipart/related; type=\"" + type + "\"; boundary=" + boundary;
    }

    void part(OutputStream out, String contentType, StreamingOutput content) throws IOException {
        write(out, "\r\n--" + boundary + "\r\nContent-Type: " + contentType + "\r\n\r\n");
        content.write(out);
    }

    void end(OutputStream out) throws IOException {
        write(out, "\r\n--" + boundary + "--\r\n");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
