package org.roentgen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.store.audit.AuditEntry;
import org.roentgen.store.audit.AuditFilter;
import org.roentgen.store.audit.AuditLog;
import org.roentgen.store.audit.AuditRecord;
import org.roentgen.store.audit.AuditVerification;

@QuarkusTest
@QuarkusTestResource(Database.class)
class AuditLogTest {
    @Inject
    AuditLog audit;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void empty() throws Exception {
        tamper("delete from audit_event");
    }

    @Test
    void chainsEveryEventToTheOneBefore() {
        assertThat(audit.verify().valid()).isTrue();
        AuditRecord first = append("reader", "review.accept", Map.of("b", "2", "a", "ä\"\\"));
        AuditRecord second = append("reader", "review.reject", Map.of("nul", "x\0y"));
        assertThat(second.previousHash()).isEqualTo(first.hash());
        assertThat(audit.verify()).isEqualTo(new AuditVerification(true, 2, OptionalLong.empty(), second.hash()));
    }

    @Test
    void writersAtTheSameTimeMakeOneChain() throws Exception {
        List<Future<AuditRecord>> appended = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 60; i++) {
                String actor = "actor " + i;
                appended.add(threads.submit(() -> append(actor, "study.read", Map.of())));
            }
        }
        for (Future<AuditRecord> record : appended) {
            record.get();
        }
        assertThat(audit.verify().events()).isEqualTo(60);
        assertThat(audit.verify().valid()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    update audit_event set actor = 'someone else' where sequence = 2            | 2
                    update audit_event set at = at + interval '1 microsecond' where sequence = 2 | 2
                    update audit_event set details = '{"k":"w"}' where sequence = 3             | 3
                    update audit_event set details = '[1]' where sequence = 3                   | 3
                    update audit_event set outcome = 'DENIED' where sequence = 1                | 1
                    delete from audit_event where sequence = 2                                  | 3
                    update audit_event set previous_hash = repeat('0', 64) where sequence = 3   | 3
                    """)
    void verificationFindsTheFirstTamperedRow(String statement, long sequence) throws Exception {
        for (int i = 0; i < 4; i++) {
            append("actor", "study.read", Map.of("k", "v"));
        }
        tamper(statement);
        assertThat(audit.verify().valid()).isFalse();
        assertThat(audit.verify().firstInvalidSequence()).hasValue(sequence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_event set actor = 'x'", "delete from audit_event", "truncate audit_event"})
    void servicesCannotChangeIt(String statement) {
        assertThatThrownBy(() -> {
                    try (var connection = dataSource.getConnection();
                            var sql = connection.createStatement()) {
                        sql.execute(statement);
                    }
                })
                .hasMessageContaining("permission denied");
    }

    @Test
    void theOwnerCannotChangeItEither() {
        assertThatThrownBy(() -> Database.asOwner("delete from audit_event")).hasMessageContaining("append-only");
    }

    @Test
    void filters() {
        append("a", "study.read", Map.of());
        append("a", "studying", Map.of());
        append("b", "study", Map.of());
        assertThat(actions(filter("a", null))).containsExactly("studying", "study.read");
        assertThat(actions(filter(null, "study"))).containsExactly("study", "study.read");
        assertThat(actions(filter("b", "review"))).isEmpty();
        assertThat(audit.count(filter(null, "study"))).isEqualTo(2);
    }

    private List<String> actions(AuditFilter filter) {
        return audit.find(filter).stream()
                .map(record -> record.entry().action())
                .toList();
    }

    private static AuditFilter filter(@Nullable String actor, @Nullable String action) {
        return new AuditFilter(
                Optional.empty(), Optional.empty(), Optional.ofNullable(actor), Optional.ofNullable(action), 10, 0);
    }

    private AuditRecord append(String actor, String action, Map<String, String> details) {
        return audit.append(
                new AuditEntry(actor, action, "study", "1.2.3", "10.0.0.1", AuditEntry.Outcome.SUCCESS, details));
    }

    private static void tamper(String statement) throws Exception {
        Database.asOwner(
                "alter table audit_event disable trigger audit_event_append_only",
                statement,
                "alter table audit_event enable trigger audit_event_append_only");
    }
}
