package org.roentgen.api.dicomweb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.Roles;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.pixel.PixelReader;
import org.roentgen.store.search.ArchivedInstance;

/** WADO-RS: frames in the form that the client accepts (PS3.18 section 10.4.1.1.6). */
@Path("/dicom-web")
@RolesAllowed({Roles.RADIOLOGIST, Roles.INTEGRATOR, Roles.ADMIN})
public class FrameResource {
    private final ArchiveReader archive;
    private final Representations representations;

    FrameResource(ArchiveReader archive, Representations representations) {
        this.archive = archive;
        this.representations = representations;
    }

    /** @param frames numbers from 1, separated by commas */
    @GET
    @Path("/studies/{study}/series/{series}/instances/{instance}/frames/{frames}")
    public Response frames(
            String study, String series, String instance, String frames, @HeaderParam("Accept") @Nullable String accept)
            throws IOException {
        ArchivedInstance stored = archive.one(study, series, instance);
        DicomFile file = archive.read(stored);
        TransferSyntax syntax = file.meta().transferSyntax();
        PixelReader pixels = PixelReader.of(file);
        List<Integer> numbers = numbers(frames, pixels.frames());
        FrameEncoding encoding = FrameEncoding.of(accept, syntax.uid(), syntax.encapsulated(), numbers.size());
        String variant = "frames " + frames + " " + encoding;
        EntityTag tag = encoding.singlePart()
                ? Representations.tag(List.of(stored), variant)
                : Representations.weakTag(List.of(stored), variant);
        Optional<Response> known = representations.notModified(tag);
        if (known.isPresent()) {
            return known.get();
        }
        return encoding.singlePart()
                ? representations.ranged(
                        Content.of(encoding.bytes(pixels, numbers.getFirst() - 1)), encoding.contentType(), tag)
                : multipart(pixels, numbers, encoding, tag);
    }

    private Response multipart(PixelReader pixels, List<Integer> numbers, FrameEncoding encoding, EntityTag tag)
            throws IOException {
        MultipartWriter writer = new MultipartWriter();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int number : numbers) {
            byte[] frame = encoding.bytes(pixels, number - 1);
            writer.part(body, encoding.contentType(), out -> out.write(frame));
        }
        writer.end(body);
        return representations.whole(body.toByteArray(), writer.contentType(encoding.mediaType()), tag);
    }

    static List<Integer> numbers(String list, int frames) {
        List<Integer> numbers = new ArrayList<>();
        for (String text : list.split(",", -1)) {
            if (!text.matches("[1-9][0-9]{0,8}")) {
                throw ProblemException.invalid("frame '" + text + "' is not a number from 1");
            }
            int number = Integer.parseInt(text);
            if (number > frames) {
                throw ProblemException.notFound("frame " + number + ": the instance has", frames);
            }
            numbers.add(number);
        }
        return numbers;
    }
}
