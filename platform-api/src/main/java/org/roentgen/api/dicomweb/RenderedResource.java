package org.roentgen.api.dicomweb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.Roles;
import org.roentgen.store.search.ArchivedInstance;

/** WADO-RS: pictures for people (PS3.18 sections 10.4.1.1.3 and 10.4.1.1.4). */
@Path("/dicom-web")
@RolesAllowed({Roles.RADIOLOGIST, Roles.INTEGRATOR, Roles.ADMIN})
public class RenderedResource {
    private static final int THUMBNAIL = 128;

    private final ArchiveReader archive;
    private final Pictures pictures;

    RenderedResource(ArchiveReader archive, Pictures pictures) {
        this.archive = archive;
        this.pictures = pictures;
    }

    /** The first frame. */
    @GET
    @Path("/studies/{study}/series/{series}/instances/{instance}/rendered")
    public Response instance(
            String study,
            String series,
            String instance,
            @QueryParam("window") @Nullable String window,
            @QueryParam("viewport") @Nullable String viewport,
            @QueryParam("quality") @Nullable String quality,
            @HeaderParam("Accept") @Nullable String accept)
            throws IOException {
        return frame(study, series, instance, "1", window, viewport, quality, accept);
    }

    /** @param window centre, width, and optionally the function; {@code viewport}: width and height that it must fit into */
    @GET
    @Path("/studies/{study}/series/{series}/instances/{instance}/frames/{frame}/rendered")
    public Response frame(
            String study,
            String series,
            String instance,
            String frame,
            @QueryParam("window") @Nullable String window,
            @QueryParam("viewport") @Nullable String viewport,
            @QueryParam("quality") @Nullable String quality,
            @HeaderParam("Accept") @Nullable String accept)
            throws IOException {
        Rendering rendering = Rendering.of(accept, window, viewport, quality);
        return pictures.frame(archive.one(study, series, instance), frame, rendering);
    }

    /** The middle instance. */
    @GET
    @Path("/studies/{study}/series/{series}/thumbnail")
    public Response seriesThumbnail(String study, String series, @HeaderParam("Accept") @Nullable String accept)
            throws IOException {
        List<ArchivedInstance> instances = archive.find(study, Optional.of(series), Optional.empty());
        return pictures.middle(instances.get(instances.size() / 2), Rendering.thumbnail(accept, THUMBNAIL));
    }

    @GET
    @Path("/studies/{study}/series/{series}/instances/{instance}/thumbnail")
    public Response instanceThumbnail(
            String study, String series, String instance, @HeaderParam("Accept") @Nullable String accept)
            throws IOException {
        return pictures.middle(archive.one(study, series, instance), Rendering.thumbnail(accept, THUMBNAIL));
    }
}
