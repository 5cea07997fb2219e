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
import org.roentgen.api.problem.ProblemException;
import org.roentgen.dicom.pixel.PixelReader;
import org.roentgen.dicom.pixel.RenderedFrame;
import org.roentgen.dicom.pixel.Renderer;
import org.roentgen.dicom.pixel.VoiTransform;

/** WADO-RS: pictures for people (PS3.18 sections 10.4.1.1.4 and 10.4.1.1.5). */
@Path("/dicom-web")
@RolesAllowed({Roles.RADIOLOGIST, Roles.INTEGRATOR, Roles.ADMIN})
public class RenderedResource {
    private static final int THUMBNAIL = 128;
    private static final int QUALITY = 90;

    private final ArchiveReader archive;

    RenderedResource(ArchiveReader archive) {
        this.archive = archive;
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
            @HeaderParam("Accept") @Nullable String accept)
            throws IOException {
        return frame(study, series, instance, "1", window, viewport, accept);
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
            @HeaderParam("Accept") @Nullable String accept)
            throws IOException {
        PixelReader pixels = PixelReader.of(archive.read(archive.one(study, series, instance)));
        int number = FrameResource.numbers(frame, pixels.frames()).getFirst();
        RenderedFrame rendered = new Renderer(pixels).render(number - 1, window(window));
        if (viewport != null) {
            double[] box = numbers("viewport", viewport);
            rendered = rendered.fitting((int) box[0], (int) box[1]);
        }
        return picture(rendered, accept);
    }

    /** The middle instance. */
    @GET
    @Path("/studies/{study}/series/{series}/thumbnail")
    public Response seriesThumbnail(String study, String series, @HeaderParam("Accept") @Nullable String accept)
            throws IOException {
        List<StoredInstance> instances = archive.find(study, Optional.of(series), Optional.empty());
        return thumbnail(instances.get(instances.size() / 2), accept);
    }

    @GET
    @Path("/studies/{study}/series/{series}/instances/{instance}/thumbnail")
    public Response instanceThumbnail(
            String study, String series, String instance, @HeaderParam("Accept") @Nullable String accept)
            throws IOException {
        return thumbnail(archive.one(study, series, instance), accept);
    }

    private Response thumbnail(StoredInstance instance, @Nullable String accept) throws IOException {
        PixelReader pixels = PixelReader.of(archive.read(instance));
        RenderedFrame middle = new Renderer(pixels).render(pixels.frames() / 2);
        return picture(middle.fitting(THUMBNAIL, THUMBNAIL), accept);
    }

    private static Response picture(RenderedFrame frame, @Nullable String accept) throws IOException {
        boolean png = accept != null && accept.contains("image/png") && !accept.contains("image/jpeg");
        return png
                ? Response.ok(frame.toPng()).header("Content-Type", "image/png").build()
                : Response.ok(frame.toJpeg(QUALITY))
                        .header("Content-Type", "image/jpeg")
                        .build();
    }

    private static VoiTransform.@Nullable Window window(@Nullable String window) {
        if (window == null) {
            return null;
        }
        double[] values = numbers("window", window);
        return new VoiTransform.Window(values[0], values[1], VoiTransform.Function.LINEAR);
    }

    private static double[] numbers(String name, String text) {
        String[] parts = text.split(",", -1);
        try {
            double first = Double.parseDouble(parts[0]);
            double second = parts.length < 2 ? 0 : Double.parseDouble(parts[1]);
            if (second >= 1) {
                return new double[] {first, second};
            }
        } catch (NumberFormatException _) {
            // named below
        }
        throw ProblemException.invalid(
                name + " '" + text + "' must be two numbers with a comma, the second at least 1");
    }
}
