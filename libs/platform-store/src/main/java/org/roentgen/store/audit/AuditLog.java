package org.roentgen.store.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * The audit trail. Every event carries the hash of its predecessor, so a changed, removed or inserted row breaks the chain.
 * Appending holds one advisory lock until the transaction ends: append last in a transaction.
 */
@ApplicationScoped
public class AuditLog {
    private static final long LOCK = 0x526F656E74676E41L;
    private static final int PAGE = 1_000;
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};
    private static final String COLUMNS = "select sequence, at, actor, action, object_type, object_id, origin, outcome,"
            + " cast(details as text) as details, previous_hash, hash from audit_event ";

    private final EntityManager entities;
    private final ObjectMapper json;

    AuditLog(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /** Appends an event in the caller's transaction, or in one of its own. */
    @Transactional
    public AuditRecord append(AuditEntry entry) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(?1)")
                .setParameter(1, LOCK)
                .getSingleResult();
        List<AuditRecord> head = select(COLUMNS + "order by sequence desc limit 1");
        long sequence = head.isEmpty() ? 1 : head.getFirst().sequence() + 1;
        String previousHash =
                head.isEmpty() ? AuditHash.GENESIS : head.getFirst().hash();
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        AuditEntry storable = storable(entry);
        String hash = AuditHash.of(previousHash, sequence, at, storable);
        entities.createNativeQuery("""
                        insert into audit_event (sequence, at, actor, action, object_type, object_id, origin, outcome,
                            details, previous_hash, hash)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, cast(?9 as jsonb), ?10, ?11)
                        """)
                .setParameter(1, sequence)
                .setParameter(2, at)
                .setParameter(3, storable.actor())
                .setParameter(4, storable.action())
                .setParameter(5, storable.objectType())
                .setParameter(6, storable.objectId())
                .setParameter(7, storable.origin())
                .setParameter(8, storable.outcome().name())
                .setParameter(9, write(storable.details()))
                .setParameter(10, previousHash)
                .setParameter(11, hash)
                .executeUpdate();
        return new AuditRecord(sequence, at, storable, previousHash, hash);
    }

    /** The events that the filter takes, newest first. */
    @Transactional
    public List<AuditRecord> find(AuditFilter filter) {
        AuditQuery query = AuditQuery.of(filter);
        return select(
                COLUMNS + query.where() + " order by sequence desc limit " + filter.limit() + " offset "
                        + filter.offset(),
                query.parameters());
    }

    /** How many events the filter takes, whatever its limit. */
    @Transactional
    public long count(AuditFilter filter) {
        AuditQuery query = AuditQuery.of(filter);
        var count = entities.createNativeQuery("select count(*) from audit_event " + query.where());
        query.parameters().forEach(count::setParameter);
        return ((Number) count.getSingleResult()).longValue();
    }

    /** Checks every event against its hash and its predecessor. */
    @Transactional
    public AuditVerification verify() {
        String head = AuditHash.GENESIS;
        long events = 0;
        while (true) {
            List<AuditRecord> page = select(
                    COLUMNS + "where sequence > :after order by sequence limit " + PAGE, Map.of("after", events));
            for (AuditRecord event : page) {
                String expected = AuditHash.of(head, event.sequence(), event.at(), event.entry());
                if (event.sequence() != events + 1
                        || !event.previousHash().equals(head)
                        || !event.hash().equals(expected)) {
                    return new AuditVerification(false, events, OptionalLong.of(event.sequence()), head);
                }
                head = event.hash();
                events++;
            }
            if (page.size() < PAGE) {
                return new AuditVerification(true, events, OptionalLong.empty(), head);
            }
        }
    }

    private List<AuditRecord> select(String statement) {
        return select(statement, Map.of());
    }

    @SuppressWarnings("unchecked") // a native query of several columns yields arrays
    private List<AuditRecord> select(String statement, Map<String, Object> parameters) {
        var query = entities.createNativeQuery(statement);
        parameters.forEach(query::setParameter);
        return ((List<Object[]>) query.getResultList())
                .stream().map(this::record).toList();
    }

    private AuditRecord record(Object[] row) {
        AuditEntry entry = new AuditEntry(
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                AuditEntry.Outcome.valueOf((String) row[7]),
                read((String) row[8]));
        return new AuditRecord(
                ((Number) row[0]).longValue(), (Instant) row[1], entry, (String) row[9], (String) row[10]);
    }

    /** PostgreSQL text holds no NUL; what is hashed must be what is stored. */
    private static AuditEntry storable(AuditEntry entry) {
        Map<String, String> details = new HashMap<>();
        entry.details().forEach((key, value) -> details.put(clean(key), clean(value)));
        return new AuditEntry(
                clean(entry.actor()),
                clean(entry.action()),
                clean(entry.objectType()),
                clean(entry.objectId()),
                clean(entry.origin()),
                entry.outcome(),
                details);
    }

    private static String clean(String text) {
        return text.replace('\0', ' ');
    }

    private String write(Map<String, String> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts can always be written as JSON", impossible);
        }
    }

    private Map<String, String> read(String details) {
        try {
            return Objects.requireNonNull(json.readValue(details, DETAILS));
        } catch (JsonProcessingException changed) {
            // details that are no map of texts were not written here: the hash will not fit
            return Map.of("unreadable", details);
        }
    }
}
