package org.roentgen.api.dicomweb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.Roles;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.dicom.pixel.VoiTransform;
import org.roentgen.store.search.ArchivedInstance;

/** WADO-URI (PS3.18 section 9): one instance as a DICOM file or as a picture, by query parameters. */
@Path("/wado")
@RolesAllowed({Roles.RADIOLOGIST, Roles.INTEGRATOR, Roles.ADMIN})
public class WadoUriResource {
    private final ArchiveReader archive;
    private final InstanceBodies bodies;
    private final Pictures pictures;

    WadoUriResource(ArchiveReader archive, InstanceBodies bodies, Pictures pictures) {
        this.archive = archive;
        this.bodies = bodies;
        this.pictures = pictures;
    }

    /** Parameters: requestType=WADO, studyUID, seriesUID, objectUID, contentType, transferSyntax, frameNumber, rows, columns... */
    @GET
    public Response get(@Context UriInfo uri) throws IOException {
        MultivaluedMap<String, String> parameters = uri.getQueryParameters();
        if (!required(parameters, "requestType").equals("WADO")) {
            throw ProblemException.invalid("requestType must be WADO (PS3.18 section 9.4)");
        }
        for (String unsupported : List.of("anonymize", "annotation", "region", "presentationUID")) {
            if (parameters.containsKey(unsupported)) {
                throw ProblemException.invalid("parameter " + unsupported + " is not supported");
            }
        }
        ArchivedInstance instance = archive.one(
                required(parameters, "studyUID"), required(parameters, "seriesUID"), required(parameters, "objectUID"));
        return isDicom(parameters.getFirst("contentType"))
                ? dicom(instance, parameters)
                : picture(instance, parameters);
    }

    /** Without a content type a picture is meant. */
    private static boolean isDicom(@Nullable String contentType) {
        return contentType != null && MediaRange.parse(contentType).content().equals(MediaTypes.DICOM);
    }

    private Response dicom(ArchivedInstance instance, MultivaluedMap<String, String> parameters) throws IOException {
        for (String forPictures :
                List.of("frameNumber", "rows", "columns", "windowCenter", "windowWidth", "imageQuality")) {
            if (parameters.containsKey(forPictures)) {
                throw ProblemException.invalid(
                        "parameter " + forPictures + " is for pictures, not for contentType=" + MediaTypes.DICOM);
            }
        }
        String syntax = parameters.getFirst("transferSyntax");
        InstanceEncoding encoding = InstanceEncoding.of(new ArchivedFile(archive, instance), syntax)
                .orElseThrow(() -> ProblemException.notAcceptable(
                        "The instance cannot be brought into transfer syntax " + syntax));
        return bodies.bare(encoding);
    }

    private Response picture(ArchivedInstance instance, MultivaluedMap<String, String> parameters) throws IOException {
        Rendering rendering = new Rendering(
                Rendering.mediaType(parameters.getFirst("contentType")),
                window(parameters.getFirst("windowCenter"), parameters.getFirst("windowWidth")),
                pixels(parameters, "columns"),
                pixels(parameters, "rows"),
                Rendering.quality(parameters.getFirst("imageQuality")));
        return pictures.frame(
                instance,
                Optional.ofNullable(parameters.getFirst("frameNumber")).orElse("1"),
                rendering);
    }

    private static VoiTransform.@Nullable Window window(@Nullable String centre, @Nullable String width) {
        if (centre == null && width == null) {
            return null;
        }
        if (centre == null || width == null) {
            throw ProblemException.invalid("windowCenter and windowWidth belong together");
        }
        return Rendering.window(centre, width, VoiTransform.Function.LINEAR);
    }

    private static int pixels(MultivaluedMap<String, String> parameters, String name) {
        String value = parameters.getFirst(name);
        return value == null ? 0 : Rendering.pixels(name, value);
    }

    private static String required(MultivaluedMap<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.getFirst(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> ProblemException.invalid("parameter " + name + " is missing"));
    }
}
