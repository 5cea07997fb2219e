package org.roentgen.api.dicomweb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.json.BulkDataUris;
import org.roentgen.dicom.json.DicomJson;

/** STOW-RS (PS3.18 section 10.5): 200 if every instance is durable, 202 if some are, 409 if none is. */
@Path("/dicom-web")
@RolesAllowed({Roles.INTEGRATOR, Roles.ADMIN})
public class StoreResource {
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))");

    private final StowService stow;
    private final StowSource source;
    private final AuditTrail audit;

    StoreResource(StowService stow, StowSource source, AuditTrail audit) {
        this.stow = stow;
        this.source = source;
        this.audit = audit;
    }

    @POST
    @Path("/studies")
    @Consumes(MediaType.WILDCARD)
    public Response store(@HeaderParam("Content-Type") @Nullable String contentType, InputStream body)
            throws IOException {
        return store(contentType, Optional.empty(), body);
    }

    @POST
    @Path("/studies/{study}")
    @Consumes(MediaType.WILDCARD)
    public Response storeInStudy(
            String study, @HeaderParam("Content-Type") @Nullable String contentType, InputStream body)
            throws IOException {
        return store(contentType, Optional.of(study), body);
    }

    private Response store(@Nullable String contentType, Optional<String> study, InputStream body) throws IOException {
        UUID sourceId = source.id();
        List<StoreOutcome> outcomes = new ArrayList<>();
        MultipartReader parts = new MultipartReader(body, boundary(contentType));
        for (Optional<MultipartReader.Part> part = parts.next(); part.isPresent(); part = parts.next()) {
            if (!part.get().contentType().startsWith(MediaTypes.DICOM)
                    || part.get().contentType().startsWith(MediaTypes.DICOM_JSON)) {
                throw ProblemException.unsupportedMediaType("Parts must be " + MediaTypes.DICOM);
            }
            outcomes.add(stow.store(part.get().content(), study, sourceId));
        }
        if (outcomes.isEmpty()) {
            throw ProblemException.invalid("The multipart body has no part");
        }
        auditStudies(outcomes);
        return response(outcomes);
    }

    private void auditStudies(List<StoreOutcome> outcomes) {
        outcomes.stream()
                .flatMap(outcome -> outcome instanceof StoreOutcome.Stored stored
                        ? Optional.of(stored.studyUid()).stream()
                        : Optional.<String>empty().stream())
                .distinct()
                .forEach(uid -> audit.record(
                        "study.store", "study", uid, Map.of("instances", Integer.toString(outcomes.size()))));
    }

    private static Response response(List<StoreOutcome> outcomes) {
        List<DataSet> stored = new ArrayList<>();
        List<DataSet> failed = new ArrayList<>();
        for (StoreOutcome outcome : outcomes) {
            switch (outcome) {
                case StoreOutcome.Stored instance -> stored.add(reference(instance));
                case StoreOutcome.Failed instance -> failed.add(failure(instance));
            }
        }
        DataSet.Builder module = DataSet.builder();
        if (!stored.isEmpty()) {
            module.putItems(Tag.ReferencedSOPSequence, stored);
        }
        if (!failed.isEmpty()) {
            module.putItems(Tag.FailedSOPSequence, failed);
        }
        int status = failed.isEmpty() ? 200 : stored.isEmpty() ? 409 : 202;
        return Response.status(status)
                .type(MediaTypes.DICOM_JSON)
                .entity(DicomJson.format(module.build(), BulkDataUris.NONE))
                .build();
    }

    private static DataSet reference(StoreOutcome.Stored instance) {
        return DataSet.builder()
                .put(Tag.ReferencedSOPClassUID, instance.sopClassUid())
                .put(Tag.ReferencedSOPInstanceUID, instance.sopInstanceUid())
                .put(
                        Tag.RetrieveURL,
                        "/dicom-web/studies/" + instance.studyUid() + "/series/" + instance.seriesUid() + "/instances/"
                                + instance.sopInstanceUid())
                .build();
    }

    private static DataSet failure(StoreOutcome.Failed instance) {
        DataSet.Builder item = DataSet.builder();
        if (instance.sopClassUid() != null && instance.sopInstanceUid() != null) {
            item.put(Tag.ReferencedSOPClassUID, instance.sopClassUid());
            item.put(Tag.ReferencedSOPInstanceUID, instance.sopInstanceUid());
        }
        return item.putIntegers(Tag.FailureReason, instance.reason()).build();
    }

    private static String boundary(@Nullable String contentType) {
        Matcher matcher = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (contentType == null || !contentType.startsWith("multipart/related") || !matcher.find()) {
            throw ProblemException.unsupportedMediaType(
                    "Content-Type must be multipart/related; type=\"application/dicom\"; boundary=...");
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }
}
