package org.roentgen.store.profile;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roentgen.store.query.Queries;
import org.roentgen.store.query.Row;

/** The versions of the de-identification profiles. */
@ApplicationScoped
public class ProfileVersions {
    /** The author of the profiles that come with the platform. */
    public static final String BUILT_IN = "roentgen";

    private static final long LOCK = 0x526F656E74676E50L;
    private static final String SELECT = "select name, version, definition, hash from deidentification_profile ";

    private final Queries queries;

    ProfileVersions(Queries queries) {
        this.queries = queries;
    }

    /** The newest version that may be used. */
    public Optional<StoredProfile> newest(String name) {
        return queries.first(
                SELECT + "where name = :name and state = 'APPROVED' order by version desc limit 1",
                Map.of("name", name),
                ProfileVersions::of);
    }

    /** Why no version may be used; empty if one may. */
    public Optional<String> problemOf(String name) {
        return newest(name).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "profile '" + name + "' has no approved version: name one of the de-identification profiles");
    }

    /** One version, whether it may be used or not. */
    public Optional<StoredProfile> find(String name, int version) {
        return queries.first(
                SELECT + "where name = :name and version = :version",
                Map.of("name", name, "version", version),
                ProfileVersions::of);
    }

    /**
     * Adds the profile's next version.
     *
     * @param directIdentifiers what it keeps that names a person; where there is any, another person has to approve it
     */
    @Transactional
    public StoredProfile add(String name, JsonNode decisions, List<String> directIdentifiers, String author) {
        lock();
        long next = queries.count(
                "select coalesce(max(version), 0) + 1 from deidentification_profile where name = :name",
                Map.of("name", name));
        StoredProfile added = ProfileDefinition.of(name, Math.toIntExact(next), decisions);
        queries.update(
                """
                insert into deidentification_profile (name, version, definition, hash, direct_identifiers, state, created_by)
                values (:name, :version, :definition, :hash, cast(:identifiers as jsonb), :state, :author)
                """,
                Map.of(
                        "name", name,
                        "version", added.version(),
                        "definition", added.definition(),
                        "hash", added.hash(),
                        "identifiers", ProfileDefinition.list(directIdentifiers),
                        "state", directIdentifiers.isEmpty() ? "APPROVED" : "REQUESTED",
                        "author", author));
        return added;
    }

    /** Adds a profile that comes with the platform, unless its newest version decides the same. */
    @Transactional
    public void addBuiltIn(String name, String definition) {
        lock();
        JsonNode decisions = ProfileDefinition.decisions(ProfileDefinition.read(definition));
        boolean isKnown = queries.first(
                        SELECT + "where name = :name and created_by = :author order by version desc limit 1",
                        Map.of("name", name, "author", BUILT_IN),
                        ProfileVersions::of)
                .map(stored -> ProfileDefinition.decisions(ProfileDefinition.read(stored.definition())))
                .filter(decisions::equals)
                .isPresent();
        if (!isKnown) {
            add(name, decisions, List.of(), BUILT_IN);
        }
    }

    /** Until the transaction ends, so that no number is given twice. */
    private void lock() {
        queries.first("select 1 as one from pg_advisory_xact_lock(:lock)", Map.of("lock", LOCK), _ -> 1);
    }

    private static StoredProfile of(Row row) {
        return new StoredProfile(row.text("name"), row.integer("version"), row.text("definition"), row.text("hash"));
    }
}
