package org.roentgen.api.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roentgen.store.search.ArchivedInstance;

/**
 * Answers with what never changes, since objects are immutable: each representation has an entity tag, so that a client that
 * has it is told so (304). It may be kept by the client only, and asked for each time: the content never changes, but who may
 * read it does, and each use is to be audited.
 */
@RequestScoped
public class Representations {
    private static final String CACHE_CONTROL = "private, no-cache";

    private final Request request;
    private final HttpHeaders headers;

    Representations(Request request, HttpHeaders headers) {
        this.request = request;
        this.headers = headers;
    }

    /** The tag of a representation of instances; the variant says in what form they are. */
    static EntityTag tag(Collection<ArchivedInstance> instances, String variant) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.concat(instances.stream().map(instance -> instance.object().value()), Stream.of(variant))
                    .forEach(text -> digest.update((text + "\n").getBytes(StandardCharsets.UTF_8)));
            return new EntityTag(HexFormat.of().formatHex(digest.digest(), 0, 16));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** The same for a form that differs in bytes from answer to answer, such as multipart with its boundary. */
    static EntityTag weakTag(Collection<ArchivedInstance> instances, String variant) {
        return new EntityTag(tag(instances, variant).getValue(), true);
    }

    /** The answer to who has this representation already. */
    Optional<Response> notModified(EntityTag tag) {
        return Optional.ofNullable(request.evaluatePreconditions(tag))
                .map(response -> with(response, tag).build());
    }

    /** A representation as a whole. */
    Response whole(Object entity, String contentType, EntityTag tag) {
        return with(Response.ok(entity), tag)
                .header("Content-Type", contentType)
                .build();
    }

    /** A representation, or the range of it that the client asks for: 206, or 416 where there is no such range. */
    Response ranged(Content content, String contentType, EntityTag tag) {
        Optional<ByteRange> range = isCurrent(headers.getHeaderString("If-Range"), tag)
                ? ByteRange.of(headers.getHeaderString("Range"), content.length())
                : Optional.empty();
        if (range.isEmpty()) {
            return ranges(whole(output(content, 0, content.length()), contentType, tag))
                    .header("Content-Length", content.length())
                    .build();
        }
        long length = range.get().length();
        Response.ResponseBuilder response = length == 0
                ? Response.status(416)
                : Response.status(206)
                        .entity(output(content, range.get().first(), length))
                        .header("Content-Type", contentType)
                        .header("Content-Length", length);
        return ranges(with(response, tag).build())
                .header("Content-Range", range.get().contentRange(content.length()))
                .build();
    }

    private static Response.ResponseBuilder ranges(Response response) {
        return Response.fromResponse(response).header("Accept-Ranges", "bytes");
    }

    private static boolean isCurrent(@Nullable String ifRange, EntityTag tag) {
        return ifRange == null || ifRange.equals("\"" + tag.getValue() + "\"");
    }

    private static Response.ResponseBuilder with(Response.ResponseBuilder response, EntityTag tag) {
        return response.tag(tag).header("Cache-Control", CACHE_CONTROL).header("Vary", "Accept");
    }

    private static StreamingOutput output(Content content, long first, long length) {
        return out -> {
            try (InputStream in = content.open()) {
                in.skipNBytes(first);
                copy(in, out, length);
            }
        };
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (long left = length; left > 0; ) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new IOException("the content ended " + left + " bytes too early");
            }
            out.write(buffer, 0, count);
            left -= count;
        }
    }
}
