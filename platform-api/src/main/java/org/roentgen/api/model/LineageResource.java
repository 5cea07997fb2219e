package org.roentgen.api.model;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.api.Paging;
import org.roentgen.api.Roles;
import org.roentgen.api.objects.Deidentified;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.domain.dataset.DatasetCase;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.query.Queries;
import org.roentgen.store.query.Row;

/** From a model version back to the training, the data and the images. */
@Path("/api/v1")
@RolesAllowed({Roles.DATA_SCIENTIST, Roles.ADMIN})
public class LineageResource {
    private static final TypeReference<Map<String, String>> SOFTWARE = new TypeReference<>() {};
    private final Queries queries;
    private final PackageReader packages;
    private final ObjectStore objects;
    private final ObjectMapper mapper;

    LineageResource(Queries queries, PackageReader packages, @Deidentified ObjectStore objects, ObjectMapper mapper) {
        this.queries = queries;
        this.packages = packages;
        this.objects = objects;
        this.mapper = mapper;
    }

    private record Origin(
            UUID run, String startedBy, Instant startedAt, Optional<UUID> startedFrom, Lineage.Data data) {
        static Origin of(Row row) {
            return new Origin(
                    row.uuid("run"),
                    row.text("created_by"),
                    row.instant("created_at"),
                    row.optionalUuid("started_from"),
                    new Lineage.Data(
                            row.uuid("dataset_version_id"),
                            row.text("name"),
                            row.integer("version"),
                            row.text("manifest_object_id")));
        }
    }

    @GET
    @Path("/model-versions/{id}/lineage")
    public Lineage lineage(UUID id, @BeanParam Paging paging) throws IOException {
        String modelPackage = queries.first(
                        "select package_object_id from model_version where id = :id",
                        Map.of("id", id),
                        row -> row.text("package_object_id"))
                .orElseThrow(() -> ProblemException.notFound("model version", id));
        Optional<Origin> origin = queries.first("""
                select r.id as run, r.created_by, r.created_at, s.id as started_from, d.name, dv.version,
                    dv.id as dataset_version_id, dv.manifest_object_id
                from model_version v
                join training_run r on r.id = v.training_run_id
                join dataset_version dv on dv.id = r.dataset_version_id
                join dataset d on d.id = dv.dataset_id
                left join model_version s on s.package_object_id = r.spec -> 'transfer' ->> 'modelPackage'
                where v.id = :id
                """, Map.of("id", id), Origin::of);
        Optional<JsonNode> manifest = packages.json(modelPackage, ModelPackage.MANIFEST);
        return new Lineage(
                modelPackage,
                manifest.map(made -> made.path("codeVersion"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText),
                manifest.map(made -> made.path("software"))
                        .filter(JsonNode::isObject)
                        .map(software -> mapper.convertValue(software, SOFTWARE))
                        .orElse(Map.of()),
                origin.isEmpty() ? Optional.empty() : Optional.of(training(origin.get(), paging)));
    }

    private Lineage.Training training(Origin origin, Paging paging) throws IOException {
        DatasetManifest manifest =
                mapper.readValue(objects.read(new ObjectId(origin.data().manifestObjectId())), DatasetManifest.class);
        return new Lineage.Training(
                origin.run(),
                origin.startedBy(),
                origin.startedAt(),
                origin.startedFrom(),
                origin.data(),
                manifest.cases().size(),
                manifest.cases().stream()
                        .skip(paging.offset())
                        .limit(paging.limit())
                        .map(LineageResource::described)
                        .toList());
    }

    private static Lineage.Case described(DatasetCase each) {
        return new Lineage.Case(
                each.id(),
                each.patient(),
                each.split().name(),
                each.image().object().value(),
                each.mask().map(mask -> mask.object().value()));
    }
}
