package org.roentgen.api.dicomweb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.roentgen.api.Roles;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Tags;
import org.roentgen.dicom.json.BulkDataUris;
import org.roentgen.dicom.json.DicomJson;

/** WADO-RS: metadata as DICOM JSON, and the bulk data that it refers to (PS3.18 sections 10.4.1.1.2 and 10.4.1.1.3). */
@Path("/dicom-web")
@RolesAllowed({Roles.RADIOLOGIST, Roles.INTEGRATOR, Roles.ADMIN})
public class MetadataResource {
    private static final int LARGEST_INLINE = 1_024;

    private final ArchiveReader archive;

    MetadataResource(ArchiveReader archive) {
        this.archive = archive;
    }

    @GET
    @Path("/studies/{study}/metadata")
    @Produces({MediaTypes.DICOM_JSON, "application/json"})
    public Response study(String study) {
        return metadata(archive.find(study, Optional.empty(), Optional.empty()));
    }

    @GET
    @Path("/studies/{study}/series/{series}/metadata")
    @Produces({MediaTypes.DICOM_JSON, "application/json"})
    public Response series(String study, String series) {
        return metadata(archive.find(study, Optional.of(series), Optional.empty()));
    }

    @GET
    @Path("/studies/{study}/series/{series}/instances/{instance}/metadata")
    @Produces({MediaTypes.DICOM_JSON, "application/json"})
    public Response instance(String study, String series, String instance) {
        return metadata(List.of(archive.one(study, series, instance)));
    }

    /** @param path tags and item numbers from 0, such as {@code 00400555/0/7FE00010} */
    @GET
    @Path("/studies/{study}/series/{series}/instances/{instance}/bulkdata/{path: .+}")
    @Produces(MediaTypes.OCTET_STREAM)
    public byte[] bulkData(String study, String series, String instance, String path) throws IOException {
        DataSet dataSet = archive.read(archive.one(study, series, instance)).dataSet();
        String[] steps = path.split("/", -1);
        for (int index = 0; index + 2 < steps.length; index += 2) {
            List<DataSet> items = dataSet.items(tag(steps[index]));
            int item = number(steps[index + 1]);
            if (item >= items.size()) {
                throw ProblemException.notFound("bulk data", path);
            }
            dataSet = items.get(item);
        }
        return dataSet.bytes(tag(steps[steps.length - 1]))
                .orElseThrow(() -> ProblemException.notFound("bulk data", path));
    }

    private Response metadata(List<StoredInstance> instances) {
        List<ArchivedFile> files = instances.stream()
                .map(instance -> new ArchivedFile(archive, instance))
                .toList();
        StreamingOutput body = out -> write(files, out);
        return Response.ok(body, MediaTypes.DICOM_JSON).build();
    }

    private static void write(List<ArchivedFile> files, OutputStream out) throws IOException {
        String separator = "[";
        for (ArchivedFile file : files) {
            out.write(separator.getBytes(StandardCharsets.US_ASCII));
            DicomJson.write(file.dataSet(), out, bulkDataUris(file.instance()));
            separator = ",";
        }
        out.write(']');
    }

    private static BulkDataUris bulkDataUris(StoredInstance instance) {
        String pixelData = Tags.hex(Tag.PixelData);
        return (path, length) -> length > LARGEST_INLINE || path.endsWith(pixelData)
                ? Optional.of(instance.path() + "/bulkdata/" + path)
                : Optional.empty();
    }

    private static int tag(String text) {
        try {
            return Integer.parseUnsignedInt(text, 16);
        } catch (NumberFormatException _) {
            throw ProblemException.invalid("'" + text + "' is not a tag of eight hexadecimal digits");
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException _) {
            throw ProblemException.invalid("'" + text + "' is not the number of an item");
        }
    }
}
