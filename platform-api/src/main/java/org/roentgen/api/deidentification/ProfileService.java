package org.roentgen.api.deidentification;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.Json;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.dicom.deidentify.Profiles;
import org.roentgen.store.profile.ProfileDefinition;
import org.roentgen.store.profile.ProfileVersions;
import org.roentgen.store.profile.StoredProfile;
import org.roentgen.store.query.Queries;

/** De-identification profiles: versions never change, and what keeps a direct identifier takes two people. */
@ApplicationScoped
public class ProfileService {
    private final ProfileVersions versions;
    private final Queries queries;
    private final Json json;

    ProfileService(ProfileVersions versions, Queries queries, Json json) {
        this.versions = versions;
        this.queries = queries;
        this.json = json;
    }

    @Transactional
    public List<ProfileView> list() {
        Map<String, List<ProfileVersionView>> byName = new LinkedHashMap<>();
        queries.list(
                        ProfileVersionView.SELECT + "order by name, version desc",
                        Map.of(),
                        row -> ProfileVersionView.of(row, json))
                .forEach(version -> byName.computeIfAbsent(version.name(), _ -> new ArrayList<>())
                        .add(version));
        return byName.entrySet().stream()
                .map(entry -> ProfileView.of(entry.getKey(), isBuiltIn(entry.getKey()), entry.getValue()))
                .toList();
    }

    @Transactional
    public ProfileView get(String name) {
        List<ProfileVersionView> found = queries.list(
                ProfileVersionView.SELECT + "where name = :name order by version desc",
                Map.of("name", name),
                row -> ProfileVersionView.of(row, json));
        if (found.isEmpty()) {
            throw ProblemException.notFound("de-identification profile", "'" + name + "'");
        }
        return ProfileView.of(name, isBuiltIn(name), found);
    }

    @Transactional
    public ProfileVersionView version(String name, int version) {
        return get(name).versions().stream()
                .filter(candidate -> candidate.version() == version)
                .findFirst()
                .orElseThrow(() -> notFound(name, version));
    }

    /** The JSON of a version as it was stored. */
    @Transactional
    public StoredProfile definition(String name, int version) {
        return versions.find(name, version).orElseThrow(() -> notFound(name, version));
    }

    /** Adds a version; it can be used at once unless it keeps a direct identifier. */
    @Transactional
    public ProfileVersionView add(String name, @Nullable JsonNode definition, String author) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_.+-]{0,63}")) {
            throw ProblemException.invalid(
                    "name '" + name + "' must be of letters, digits, '-', '_', '+' and '.', at most 64");
        }
        if (isBuiltIn(name)) {
            throw ProblemException.conflict(
                    "BUILT_IN", "Profile '" + name + "' comes with the platform: save your version under another name");
        }
        if (definition == null) {
            throw ProblemException.invalid("definition is missing: give options, dates, overrides and safePrivate");
        }
        ProfileRules.Findings findings = ProfileRules.check(definition);
        if (!findings.problems().isEmpty()) {
            throw ProblemException.invalid(String.join("\n", findings.problems()));
        }
        StoredProfile added = versions.add(name, definition, findings.directIdentifiers(), author);
        return version(name, added.version());
    }

    /** What two versions decide otherwise. */
    @Transactional
    public List<ProfileChange> differences(String name, int from, int to) {
        return ProfileChange.between(
                ProfileDefinition.read(definition(name, from).definition()),
                ProfileDefinition.read(definition(name, to).definition()));
    }

    /** A second person lets a version be used, or not. */
    @Transactional
    public ProfileVersionView decide(String name, int version, ProfileVersionView.State decision, String decider) {
        ProfileVersionView current = version(name, version);
        if (current.createdBy().equals(decider)) {
            throw ProblemException.forbidden(
                    "SECOND_PERSON_NEEDED",
                    "Who wrote version " + version + " of profile '" + name + "' cannot decide it: ask another");
        }
        int decided = queries.update(
                """
                update deidentification_profile set state = :state, decided_by = :decider, decided_at = now()
                where name = :name and version = :version and state = 'REQUESTED'
                """, Map.of("state", decision.name(), "decider", decider, "name", name, "version", version));
        if (decided == 0) {
            throw ProblemException.conflict(
                    "ALREADY_DECIDED", "Version " + version + " of profile '" + name + "' is " + current.state());
        }
        return version(name, version);
    }

    private static boolean isBuiltIn(String name) {
        return Profiles.NAMES.contains(name);
    }

    private static ProblemException notFound(String name, int version) {
        return ProblemException.notFound("version of de-identification profile '" + name + "':", version);
    }
}
