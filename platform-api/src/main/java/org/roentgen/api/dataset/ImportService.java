package org.roentgen.api.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Spliterators;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.Json;
import org.roentgen.api.Page;
import org.roentgen.api.objects.Deidentified;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.entity.DatasetImport;
import org.roentgen.store.event.Announcements;
import org.roentgen.store.profile.ProfileVersions;

/** Takes in what is to be imported; workflow-routes does the import. */
@ApplicationScoped
public class ImportService {
    private static final TypeReference<List<ImportProblem>> PROBLEMS = new TypeReference<>() {};
    private static final int LARGEST_SELECTION = 1 << 20;
    private static final List<String> QUESTIONS =
            List.of("modality", "seriesDescription", "bodyPart", "device", "label", "review");

    private final EntityManager entities;
    private final Announcements announcements;
    private final ObjectStore objects;
    private final ObjectMapper mapper;
    private final Json json;
    private final ProfileVersions profiles;

    ImportService(
            EntityManager entities,
            Announcements announcements,
            @Deidentified ObjectStore objects,
            ObjectMapper mapper,
            Json json,
            ProfileVersions profiles) {
        this.entities = entities;
        this.announcements = announcements;
        this.objects = objects;
        this.mapper = mapper;
        this.json = json;
        this.profiles = profiles;
    }

    /** Streams an upload into the de-identified store; outside of any transaction, since it may take long. */
    ObjectId store(InputStream upload) throws IOException {
        return objects.put(upload);
    }

    /** The options of a file import. */
    ObjectNode options(ImportParameters parameters) throws JsonProcessingException {
        ObjectNode options = mapper.createObjectNode();
        parameters.task().ifPresent(task -> options.put("task", task));
        parameters.seed().ifPresent(seed -> options.put("seed", seed));
        parameters.split().ifPresent(split -> options.put("split", split));
        parameters.profile().ifPresent(profile -> options.put("profile", approved(profile)));
        if (parameters.labels().isPresent()) {
            options.set("labels", parse("labels", parameters.labels().get()));
        }
        if (parameters.patients().isPresent()) {
            options.set("patients", parse("patients", parameters.patients().get()));
        }
        return options;
    }

    private String approved(String profile) {
        profiles.problemOf(profile).ifPresent(problem -> {
            throw ProblemException.invalid(problem);
        });
        return profile;
    }

    /** Adds the choice of series, a JSON object, to the options. */
    void addSelection(ObjectNode options, InputStream body) throws IOException {
        JsonNode selection = mapper.readTree(body.readNBytes(LARGEST_SELECTION));
        if (!(selection instanceof ObjectNode chosen) || chosen.isEmpty()) {
            throw ProblemException.invalid(
                    "The body must choose series: {\"seriesInstanceUids\":[...]} or some of " + QUESTIONS);
        }
        List<String> unknown = StreamSupport.stream(Spliterators.spliteratorUnknownSize(chosen.fieldNames(), 0), false)
                .filter(name -> !QUESTIONS.contains(name) && !name.equals("seriesInstanceUids"))
                .toList();
        if (!unknown.isEmpty()) {
            throw ProblemException.invalid("The body asks for " + unknown + ": series are found by " + QUESTIONS);
        }
        options.setAll(chosen);
    }

    @Transactional
    public ImportView create(
            ImportParameters parameters, ObjectNode options, @Nullable ObjectId upload, String author) {
        DatasetImport created = new DatasetImport(
                parameters.name(),
                parameters.format(),
                options.toString(),
                upload == null ? null : upload.value(),
                author);
        entities.persist(created);
        entities.flush();
        announcements.changed("import", created.id(), created.state().name());
        return view(created);
    }

    @Transactional
    public Page<ImportView> list(int limit, int offset) {
        List<ImportView> items = entities.createQuery("from DatasetImport order by createdAt desc", DatasetImport.class)
                .setMaxResults(limit)
                .setFirstResult(offset)
                .getResultStream()
                .map(this::view)
                .toList();
        return new Page<>(
                items,
                entities.createQuery("select count(*) from DatasetImport", Long.class)
                        .getSingleResult());
    }

    @Transactional
    public ImportView get(UUID id) {
        DatasetImport found = entities.find(DatasetImport.class, id);
        if (found == null) {
            throw ProblemException.notFound("dataset import", id);
        }
        return view(found);
    }

    private JsonNode parse(String name, String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException _) {
            throw ProblemException.invalid(name + " is not JSON");
        }
    }

    private ImportView view(DatasetImport stored) {
        return new ImportView(
                stored.id(),
                stored.datasetName(),
                stored.format(),
                stored.state(),
                json.read(stored.problems(), PROBLEMS),
                stored.datasetVersionId(),
                stored.createdBy(),
                stored.createdAt(),
                stored.finishedAt());
    }
}
