package org.roentgen.api.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.api.Json;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.domain.pipeline.PipelineDefinition;
import org.roentgen.domain.pipeline.StepConfiguration.Deidentify;
import org.roentgen.store.entity.Pipeline;
import org.roentgen.store.entity.PipelineVersion;
import org.roentgen.store.profile.ProfileVersions;

/** Pipelines and their immutable versions; workflow-routes picks up the active one. */
@ApplicationScoped
public class PipelineService {
    private final EntityManager entities;
    private final Json json;
    private final ProfileVersions profiles;

    PipelineService(EntityManager entities, Json json, ProfileVersions profiles) {
        this.entities = entities;
        this.json = json;
        this.profiles = profiles;
    }

    @Transactional
    public List<PipelineView> list() {
        return entities.createQuery("from Pipeline order by name", Pipeline.class)
                .getResultStream()
                .map(this::view)
                .toList();
    }

    @Transactional
    public PipelineView get(String name) {
        return view(find(name, LockModeType.NONE));
    }

    @Transactional
    public Pipeline create(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}")) {
            throw ProblemException.invalid(
                    "name '" + name + "' must be of letters, digits, '-', '_' and '.', at most 100");
        }
        if (byName(name, LockModeType.NONE).isPresent()) {
            throw ProblemException.conflict("NAME_TAKEN", "There is a pipeline '" + name + "' already");
        }
        Pipeline pipeline = new Pipeline(name);
        entities.persist(pipeline);
        entities.flush();
        return pipeline;
    }

    /** @return the new version, not yet active */
    @Transactional
    public PipelineVersionView addVersion(String name, PipelineDefinition definition, String author) {
        List<String> problems = new ArrayList<>(definition.problems());
        problems.addAll(unusableProfiles(definition));
        if (!problems.isEmpty()) {
            throw ProblemException.invalid(String.join("; ", problems));
        }
        Pipeline pipeline = find(name, LockModeType.PESSIMISTIC_WRITE);
        int next = versions(pipeline.id()).stream()
                        .mapToInt(PipelineVersion::version)
                        .max()
                        .orElse(0)
                + 1;
        PipelineVersion version =
                new PipelineVersion(pipeline.id(), next, json.write(PipelineDefinition.class, definition), author);
        entities.persist(version);
        entities.flush();
        return view(version);
    }

    @Transactional
    public PipelineView activate(String name, int version) {
        Pipeline pipeline = find(name, LockModeType.PESSIMISTIC_WRITE);
        PipelineVersion chosen = versions(pipeline.id()).stream()
                .filter(candidate -> candidate.version() == version)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("version of pipeline '" + name + "':", version));
        pipeline.activeVersionId(chosen.id());
        entities.flush();
        return view(pipeline);
    }

    private List<String> unusableProfiles(PipelineDefinition definition) {
        return definition.steps().stream()
                .filter(Deidentify.class::isInstance)
                .map(step -> ((Deidentify) step).profile().orElse(Deidentify.DEFAULT_PROFILE))
                .flatMap(profile -> profiles.problemOf(profile).stream())
                .map(problem -> "DEIDENTIFY: " + problem)
                .toList();
    }

    private Pipeline find(String name, LockModeType lock) {
        return byName(name, lock).orElseThrow(() -> ProblemException.notFound("pipeline", "'" + name + "'"));
    }

    private Optional<Pipeline> byName(String name, LockModeType lock) {
        return entities.createQuery("from Pipeline where name = :name", Pipeline.class)
                .setParameter("name", name)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    private List<PipelineVersion> versions(UUID pipelineId) {
        return entities.createQuery(
                        "from PipelineVersion where pipelineId = :id order by version desc", PipelineVersion.class)
                .setParameter("id", pipelineId)
                .getResultList();
    }

    private PipelineView view(Pipeline pipeline) {
        List<PipelineVersion> versions = versions(pipeline.id());
        Optional<Integer> active = versions.stream()
                .filter(version ->
                        pipeline.activeVersionId().filter(version.id()::equals).isPresent())
                .map(PipelineVersion::version)
                .findFirst();
        return new PipelineView(
                pipeline.name(), active, versions.stream().map(this::view).toList());
    }

    private PipelineVersionView view(PipelineVersion version) {
        return new PipelineVersionView(
                version.version(), json.tree(version.definition()), version.createdBy(), version.createdAt());
    }
}
