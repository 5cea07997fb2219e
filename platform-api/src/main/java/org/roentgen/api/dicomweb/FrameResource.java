package org.roentgen.api.dicomweb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.Roles;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.pixel.PixelReader;

/** WADO-RS: frames, as stored for who accepts that, else uncompressed in little endian (PS3.18 section 10.4.1.1.6). */
@Path("/dicom-web")
@RolesAllowed({Roles.RADIOLOGIST, Roles.INTEGRATOR, Roles.ADMIN})
public class FrameResource {
    private final ArchiveReader archive;

    FrameResource(ArchiveReader archive) {
        this.archive = archive;
    }

    /** @param frames numbers from 1, separated by commas */
    @GET
    @Path("/studies/{study}/series/{series}/instances/{instance}/frames/{frames}")
    public Response frames(
            String study, String series, String instance, String frames, @HeaderParam("Accept") @Nullable String accept)
            throws IOException {
        DicomFile file = archive.read(archive.one(study, series, instance));
        TransferSyntax syntax = file.meta().transferSyntax();
        FrameAccept wanted = FrameAccept.of(accept, syntax.uid());
        PixelReader pixels = PixelReader.of(file);
        boolean compressed = wanted.asStored() && syntax.encapsulated();
        String partType = compressed
                ? MediaTypes.ofFrame(syntax.uid()) + "; transfer-syntax=" + syntax.uid()
                : MediaTypes.OCTET_STREAM + "; transfer-syntax=" + TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid();
        List<byte[]> contents = new ArrayList<>();
        for (int number : numbers(frames, pixels.frames())) {
            contents.add(
                    compressed
                            ? pixels.raw(number - 1)
                            : pixels.frame(number - 1).bytes());
        }
        if (wanted.singlePart() && contents.size() == 1) {
            return Response.ok(contents.getFirst())
                    .header("Content-Type", partType)
                    .build();
        }
        MultipartWriter writer = new MultipartWriter();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] content : contents) {
            writer.part(body, partType, new ByteArrayInputStream(content));
        }
        writer.end(body);
        String type = compressed ? MediaTypes.ofFrame(syntax.uid()) : MediaTypes.OCTET_STREAM;
        return Response.ok(body.toByteArray())
                .header("Content-Type", writer.contentType(type))
                .build();
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
