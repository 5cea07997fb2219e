package org.roentgen.api.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers with instances, bare or in multipart, unless the client has them already. */
@RequestScoped
public class InstanceBodies {
    private final Representations representations;

    InstanceBodies(Representations representations) {
        this.representations = representations;
    }

    /** One DICOM file, or a range of it. */
    Response bare(InstanceEncoding encoding) throws IOException {
        EntityTag tag =
                Representations.tag(List.of(encoding.file().instance()), "bare " + encoding.transferSyntaxUid());
        Optional<Response> known = representations.notModified(tag);
        if (known.isPresent()) {
            return known.get();
        }
        return representations.ranged(content(encoding), encoding.contentType(), tag);
    }

    /** Each instance a part, written when its turn comes. */
    Response multipart(List<InstanceEncoding> encodings) {
        EntityTag tag = Representations.weakTag(
                encodings.stream().map(encoding -> encoding.file().instance()).toList(),
                encodings.stream().map(InstanceEncoding::transferSyntaxUid).collect(Collectors.joining(" ")));
        MultipartWriter writer = new MultipartWriter();
        StreamingOutput body = out -> {
            for (InstanceEncoding encoding : encodings) {
                writer.part(out, encoding.contentType(), encoding::write);
            }
            writer.end(out);
        };
        return representations
                .notModified(tag)
                .orElseGet(() -> representations.whole(body, writer.contentType(MediaTypes.DICOM), tag));
    }

    private static Content content(InstanceEncoding encoding) throws IOException {
        if (encoding.isStored()) {
            return Content.of(encoding.file().file());
        }
        ByteArrayOutputStream transcoded = new ByteArrayOutputStream();
        encoding.write(transcoded);
        return Content.of(transcoded.toByteArray());
    }
}
