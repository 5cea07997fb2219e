package org.roentgen.api;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.UUID;

/** Writes a patient, a study and a series as the workflow does when the first instance of each arrives. */
final class Archived {
    private Archived() {}

    static void series(UUID study, UUID series, String modality) throws SQLException {
        UUID patient = UUID.randomUUID();
        Owner.execute(
                "insert into patient (id, patient_id, name) values (?, ?, 'Invented^Ada')", patient, "SYN-" + study);
        Owner.execute(
                "insert into study (id, patient_id, study_instance_uid, state) values (?, ?, ?, 'COMPLETE')",
                study,
                patient,
                uid(study));
        Owner.execute(
                "insert into series (id, study_id, series_instance_uid, modality) values (?, ?, ?, ?)",
                series,
                study,
                uid(series),
                modality);
    }

    /** PS3.5 B.2. */
    static String uid(UUID uuid) {
        return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
    }
}
