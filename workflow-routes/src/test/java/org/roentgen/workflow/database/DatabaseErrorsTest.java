package org.roentgen.workflow.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roentgen.workflow.support.BackingServices;
import org.roentgen.workflow.support.QuietSchedules;

@QuarkusTest
@TestProfile(QuietSchedules.class)
@WithTestResource(BackingServices.class)
class DatabaseErrorsTest {
    private static final String INSERT = "insert into patient (id, patient_id) values (?, ?)";

    @Inject
    Sql sql;

    @Test
    void anErrorQuotesNoRow() {
        String patientId = "MRN-" + UUID.randomUUID();
        sql.update(INSERT, UUID.randomUUID(), patientId);
        assertThatThrownBy(() -> sql.update(INSERT, UUID.randomUUID(), patientId))
                .hasMessageContaining("duplicate key")
                .extracting(error -> error + " " + error.getCause())
                .asString()
                .doesNotContain(patientId);
    }
}
