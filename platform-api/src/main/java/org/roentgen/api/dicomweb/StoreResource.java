package org.roentgen.api.dicomweb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
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
    private static final Logger LOG = Logger.getLogger(StoreResource.class);
    /** RFC 2046 allows 70 characters; Orthanc sends 73. */
    private static final int LONGEST_BOUNDARY = 200;

    private final StowService stow;
    private final StowSource source;
    private final AuditTrail audit;
    private final ObjectMapper json;

    StoreResource(StowService stow, StowSource source, AuditTrail audit, ObjectMapper json) {
        this.stow = stow;
        this.source = source;
        this.audit = audit;
        this.json = json;
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
        MediaRange type = MediaRange.parse(contentType == null ? "" : contentType);
        MultipartReader parts = new MultipartReader(body, boundary(type));
        List<StoreOutcome> outcomes = type.content().equals(MediaTypes.DICOM_JSON)
                ? storeJson(parts, study, sourceId)
                : storeFiles(parts, study, sourceId);
        if (outcomes.isEmpty()) {
            throw ProblemException.invalid("The multipart body has no instance");
        }
        auditStudies(outcomes);
        return response(outcomes);
    }

    private List<StoreOutcome> storeFiles(MultipartReader parts, Optional<String> study, UUID sourceId)
            throws IOException {
        List<StoreOutcome> outcomes = new ArrayList<>();
        for (Optional<MultipartReader.Part> part = parts.next(); part.isPresent(); part = parts.next()) {
            if (!MediaRange.parse(part.get().contentType()).type().equals(MediaTypes.DICOM)) {
                throw ProblemException.unsupportedMediaType("Parts must be " + MediaTypes.DICOM);
            }
            outcomes.add(stow.store(part.get().content(), study, sourceId));
        }
        return outcomes;
    }

    private List<StoreOutcome> storeJson(MultipartReader parts, Optional<String> study, UUID sourceId)
            throws IOException {
        List<StoreOutcome> outcomes = new ArrayList<>();
        try (JsonInstances instances = JsonInstances.read(parts, json)) {
            for (JsonNode metadata : instances.metadata()) {
                outcomes.add(storeJson(instances, metadata, study, sourceId));
            }
        }
        return outcomes;
    }

    private StoreOutcome storeJson(JsonInstances instances, JsonNode metadata, Optional<String> study, UUID sourceId)
            throws IOException {
        java.nio.file.Path file;
        try {
            file = instances.file(metadata);
        } catch (IOException incomplete) {
            LOG.warnf("An instance in DICOM JSON was refused: %s", incomplete.getMessage());
            return new StoreOutcome.Failed(
                    JsonInstances.text(metadata, Tag.SOPClassUID),
                    JsonInstances.text(metadata, Tag.SOPInstanceUID),
                    StoreOutcome.Failed.CANNOT_UNDERSTAND);
        }
        try (InputStream content = Files.newInputStream(file)) {
            return stow.store(content, study, sourceId);
        }
    }

    private void auditStudies(List<StoreOutcome> outcomes) {
        studies(outcomes)
                .forEach((uid, instances) ->
                        audit.record("study.store", "study", uid, Map.of("instances", instances.toString())));
    }

    /** How many instances were stored in each study. */
    private static Map<String, Integer> studies(List<StoreOutcome> outcomes) {
        return outcomes.stream()
                .filter(StoreOutcome.Stored.class::isInstance)
                .map(StoreOutcome.Stored.class::cast)
                .collect(Collectors.groupingBy(
                        StoreOutcome.Stored::studyUid, LinkedHashMap::new, Collectors.summingInt(_ -> 1)));
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
        Set<String> studies = studies(outcomes).keySet();
        if (studies.size() == 1) {
            module.put(
                    Tag.RetrieveURL, "/dicom-web/studies/" + studies.iterator().next());
        }
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

    private static String boundary(MediaRange type) {
        String boundary = type.parameters().getOrDefault("boundary", "");
        boolean isTaken = type.type().equals("multipart/related")
                && (type.takes(MediaTypes.DICOM) || type.takes(MediaTypes.DICOM_JSON));
        if (!isTaken || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw ProblemException.unsupportedMediaType("Content-Type must be multipart/related; type=\""
                    + MediaTypes.DICOM + "\" or \"" + MediaTypes.DICOM_JSON + "\"; boundary=...");
        }
        return boundary;
    }
}
