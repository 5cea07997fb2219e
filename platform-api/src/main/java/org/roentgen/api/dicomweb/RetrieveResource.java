package org.roentgen.api.dicomweb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.Roles;

/** WADO-RS: instances as they are stored (PS3.18 section 10.4). */
@Path("/dicom-web")
@RolesAllowed({Roles.RADIOLOGIST, Roles.INTEGRATOR, Roles.ADMIN})
public class RetrieveResource {
    private final ArchiveReader archive;

    RetrieveResource(ArchiveReader archive) {
        this.archive = archive;
    }

    @GET
    @Path("/studies/{study}")
    public Response study(String study) {
        return multipart(archive.find(study, Optional.empty(), Optional.empty()));
    }

    @GET
    @Path("/studies/{study}/series/{series}")
    public Response series(String study, String series) {
        return multipart(archive.find(study, Optional.of(series), Optional.empty()));
    }

    /** Multipart, or the bare file to who accepts {@code application/dicom} only. */
    @GET
    @Path("/studies/{study}/series/{series}/instances/{instance}")
    public Response instance(
            String study, String series, String instance, @HeaderParam("Accept") @Nullable String accept)
            throws IOException {
        StoredInstance stored = archive.one(study, series, instance);
        if (accept != null
                && accept.strip().toLowerCase(Locale.ROOT).startsWith(MediaTypes.DICOM)
                && !accept.contains(MediaTypes.DICOM_JSON)) {
            return Response.ok(archive.file(stored).toFile(), MediaTypes.DICOM).build();
        }
        return multipart(List.of(stored));
    }

    private Response multipart(List<StoredInstance> instances) {
        MultipartWriter writer = new MultipartWriter();
        List<java.nio.file.Path> files = instances.stream().map(this::file).toList();
        StreamingOutput body = out -> {
            for (int index = 0; index < files.size(); index++) {
                String type = MediaTypes.DICOM + "; transfer-syntax="
                        + instances.get(index).transferSyntaxUid();
                try (InputStream content = Files.newInputStream(files.get(index))) {
                    writer.part(out, type, content);
                }
            }
            writer.end(out);
        };
        return Response.ok(body)
                .header("Content-Type", writer.contentType(MediaTypes.DICOM))
                .build();
    }

    private java.nio.file.Path file(StoredInstance instance) {
        try {
            return archive.file(instance);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
