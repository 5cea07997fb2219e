package org.roentgen.api.dicomweb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.Roles;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Value;
import org.roentgen.dicom.pixel.PixelReader;
import org.roentgen.store.search.ArchivedInstance;

/**
 * WADO-RS: the values that metadata refers to (PS3.18 section 10.4.1.1.5), little endian, bare or in multipart, whole or in
 * ranges. Compressed pixel data is decoded, one frame after another.
 */
@Path("/dicom-web")
@RolesAllowed({Roles.RADIOLOGIST, Roles.INTEGRATOR, Roles.ADMIN})
public class BulkDataResource {
    private final ArchiveReader archive;
    private final Representations representations;

    BulkDataResource(ArchiveReader archive, Representations representations) {
        this.archive = archive;
        this.representations = representations;
    }

    /** @param path tags and item numbers from 0, such as {@code 00400555/0/7FE00010} */
    @GET
    @Path("/studies/{study}/series/{series}/instances/{instance}/bulkdata/{path: .+}")
    public Response bulkData(
            String study, String series, String instance, String path, @HeaderParam("Accept") @Nullable String accept)
            throws IOException {
        ArchivedInstance stored = archive.one(study, series, instance);
        Content content = content(archive.read(stored), path);
        boolean isMultipart = isMultipart(accept);
        EntityTag tag = isMultipart
                ? Representations.weakTag(List.of(stored), "bulk parts " + path)
                : Representations.tag(List.of(stored), "bulk " + path);
        Optional<Response> known = representations.notModified(tag);
        if (known.isPresent()) {
            return known.get();
        }
        return isMultipart ? multipart(content, tag) : representations.ranged(content, MediaTypes.OCTET_STREAM, tag);
    }

    private static boolean isMultipart(@Nullable String accept) {
        return MediaRange.preferences(accept).stream()
                .filter(range -> range.takes(MediaTypes.OCTET_STREAM))
                .findFirst()
                .orElseThrow(() -> ProblemException.notAcceptable("Bulk data comes as " + MediaTypes.OCTET_STREAM
                        + ", bare or in multipart/related; type=\"" + MediaTypes.OCTET_STREAM + "\""))
                .isMultipart();
    }

    private Response multipart(Content content, EntityTag tag) {
        MultipartWriter writer = new MultipartWriter();
        StreamingOutput body = out -> {
            writer.part(out, MediaTypes.OCTET_STREAM, part -> {
                try (InputStream in = content.open()) {
                    in.transferTo(part);
                }
            });
            writer.end(out);
        };
        return representations.whole(body, writer.contentType(MediaTypes.OCTET_STREAM), tag);
    }

    private static Content content(DicomFile file, String path) throws IOException {
        BulkDataPath place = BulkDataPath.parse(path);
        DataSet dataSet = place.owner(file.dataSet());
        Element element = dataSet.element(place.tag()).orElseThrow(() -> ProblemException.notFound("bulk data", path));
        return switch (element.value()) {
            case Value.Data value -> Content.of(value);
            case Value.Text _ -> Content.of(dataSet.data(element));
            case Value.Fragments _
            when place.tag() == Tag.PixelData ->
                new DecodedFrames(PixelReader.of(dataSet, file.meta().transferSyntax()));
            case Value.Fragments _, Value.Items _ -> throw ProblemException.notFound("bulk data", path);
        };
    }
}
