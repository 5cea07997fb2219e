package org.roentgen.api.dicomweb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.Roles;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.store.search.ArchivedInstance;

/**
 * WADO-RS: instances in the transfer syntax that the client accepts (PS3.18 section 10.4), transcoded where it is not the
 * stored one: multipart, or one of them bare.
 */
@Path("/dicom-web")
@RolesAllowed({Roles.RADIOLOGIST, Roles.INTEGRATOR, Roles.ADMIN})
public class RetrieveResource {
    private final ArchiveReader archive;
    private final InstanceBodies bodies;

    RetrieveResource(ArchiveReader archive, InstanceBodies bodies) {
        this.archive = archive;
        this.bodies = bodies;
    }

    @GET
    @Path("/studies/{study}")
    public Response study(String study, @HeaderParam("Accept") @Nullable String accept) throws IOException {
        return response(archive.find(study, Optional.empty(), Optional.empty()), accept);
    }

    @GET
    @Path("/studies/{study}/series/{series}")
    public Response series(String study, String series, @HeaderParam("Accept") @Nullable String accept)
            throws IOException {
        return response(archive.find(study, Optional.of(series), Optional.empty()), accept);
    }

    @GET
    @Path("/studies/{study}/series/{series}/instances/{instance}")
    public Response instance(
            String study, String series, String instance, @HeaderParam("Accept") @Nullable String accept)
            throws IOException {
        return response(List.of(archive.one(study, series, instance)), accept);
    }

    private Response response(List<ArchivedInstance> instances, @Nullable String accept) throws IOException {
        List<ArchivedFile> files = instances.stream()
                .map(instance -> new ArchivedFile(archive, instance))
                .toList();
        for (MediaRange range : MediaRange.preferences(accept)) {
            boolean isBare = !range.isMultipart() && !range.isAny();
            if (!range.takes(MediaTypes.DICOM) || isBare && files.size() > 1) {
                continue;
            }
            List<InstanceEncoding> encodings = encodings(files, range);
            if (encodings.size() == files.size()) {
                return isBare ? bodies.bare(encodings.getFirst()) : bodies.multipart(encodings);
            }
        }
        throw ProblemException.notAcceptable("What is accepted is none of " + MediaTypes.DICOM
                + " (of one instance) and multipart/related; type=\"" + MediaTypes.DICOM
                + "\", in a transfer syntax that the instances are stored in or can be brought into");
    }

    private static List<InstanceEncoding> encodings(List<ArchivedFile> files, MediaRange range) {
        List<InstanceEncoding> encodings = new ArrayList<>();
        for (ArchivedFile file : files) {
            InstanceEncoding.of(file, range.transferSyntax().orElse(null)).ifPresent(encodings::add);
        }
        return encodings;
    }
}
