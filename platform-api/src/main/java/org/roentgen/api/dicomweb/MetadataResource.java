package org.roentgen.api.dicomweb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.roentgen.api.Roles;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Tags;
import org.roentgen.dicom.json.BulkDataUris;
import org.roentgen.dicom.json.DicomJson;
import org.roentgen.store.search.ArchivedInstance;

/** WADO-RS: metadata as DICOM JSON, binary values of some size by reference (PS3.18 section 10.4.1.1.2). */
@Path("/dicom-web")
@RolesAllowed({Roles.RADIOLOGIST, Roles.INTEGRATOR, Roles.ADMIN})
@Produces({MediaTypes.DICOM_JSON, "application/json"})
public class MetadataResource {
    private static final int LARGEST_INLINE = 1_024;

    private final ArchiveReader archive;
    private final Representations representations;

    MetadataResource(ArchiveReader archive, Representations representations) {
        this.archive = archive;
        this.representations = representations;
    }

    @GET
    @Path("/studies/{study}/metadata")
    public Response study(String study) {
        return metadata(archive.find(study, Optional.empty(), Optional.empty()));
    }

    @GET
    @Path("/studies/{study}/series/{series}/metadata")
    public Response series(String study, String series) {
        return metadata(archive.find(study, Optional.of(series), Optional.empty()));
    }

    @GET
    @Path("/studies/{study}/series/{series}/instances/{instance}/metadata")
    public Response instance(String study, String series, String instance) {
        return metadata(List.of(archive.one(study, series, instance)));
    }

    private Response metadata(List<ArchivedInstance> instances) {
        List<ArchivedFile> files = instances.stream()
                .map(instance -> new ArchivedFile(archive, instance))
                .toList();
        EntityTag tag = Representations.weakTag(instances, "metadata");
        StreamingOutput body = out -> write(files, out);
        return representations
                .notModified(tag)
                .orElseGet(() -> representations.whole(body, MediaTypes.DICOM_JSON, tag));
    }

    private static void write(List<ArchivedFile> files, OutputStream out) throws IOException {
        String separator = "[";
        for (ArchivedFile file : files) {
            out.write(separator.getBytes(StandardCharsets.US_ASCII));
            DicomJson.write(file.read().dataSet(), out, bulkDataUris(file));
            separator = ",";
        }
        out.write(']');
    }

    private static BulkDataUris bulkDataUris(ArchivedFile file) {
        String pixelData = Tags.hex(Tag.PixelData);
        return (path, length) -> length > LARGEST_INLINE || path.endsWith(pixelData)
                ? Optional.of(file.url() + "/bulkdata/" + path)
                : Optional.empty();
    }
}
