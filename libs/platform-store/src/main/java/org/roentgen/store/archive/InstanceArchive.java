package org.roentgen.store.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roentgen.domain.archive.InstanceDescriptor;
import org.roentgen.domain.archive.InstanceDescriptor.PatientDescriptor;
import org.roentgen.domain.archive.InstanceDescriptor.RequestDescriptor;
import org.roentgen.domain.archive.InstanceDescriptor.SeriesDescriptor;
import org.roentgen.domain.archive.InstanceDescriptor.StudyDescriptor;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.store.archive.Registration.Outcome;
import org.roentgen.store.entity.Instance.Origin;
import org.roentgen.store.event.Announcements;
import org.roentgen.store.search.NameKey;

/**
 * Registers instances whose objects are durable already. Safe for any number of concurrent senders, of the same study too:
 * rows are inserted with {@code on conflict}, always in the order patient, study, series, instance.
 */
@ApplicationScoped
public class InstanceArchive {
    private final EntityManager entities;
    private final Announcements announcements;

    InstanceArchive(EntityManager entities, Announcements announcements) {
        this.entities = entities;
        this.announcements = announcements;
    }

    /**
     * Registers an instance in one transaction; when this returns, and the caller's transaction (if any) is committed, the
     * sender may be told of success. A received instance sets its study RECEIVING; a derived one leaves the study's state.
     *
     * @param sourceId row of the sender; null for derived instances
     */
    @Transactional
    public Registration register(InstanceDescriptor instance, @Nullable UUID sourceId, Origin origin) {
        Optional<Registration> known = find(instance);
        if (known.isPresent()) {
            return known.get();
        }
        if (contradictsHierarchy(instance)) {
            return new Registration(Outcome.CONFLICT, Optional.empty(), Optional.empty());
        }
        UUID patientId = patient(instance);
        UUID studyId = study(instance.study(), patientId, sourceId, origin);
        if (insert(instance, series(instance.series(), studyId), origin) == 0) {
            return find(instance).orElseThrow();
        }
        if (origin == Origin.RECEIVED) {
            // last, so that the study's row is locked only until the commit that follows
            update("update study set state = 'RECEIVING', last_received_at = clock_timestamp() where id = ?1", studyId);
        }
        return new Registration(Outcome.STORED, Optional.of(studyId), Optional.of(instance.object()));
    }

    private Optional<Registration> find(InstanceDescriptor instance) {
        List<Object[]> rows = rows("""
                select s.study_id, i.object_id
                from instance i join series s on s.id = i.series_id where i.sop_instance_uid = ?1
                """, instance.sopInstanceUid());
        return rows.stream()
                .findFirst()
                .map(row -> new Registration(
                        row[1].equals(instance.object().value()) ? Outcome.DUPLICATE : Outcome.CONFLICT,
                        Optional.of((UUID) row[0]),
                        Optional.of(new ObjectId((String) row[1]))));
    }

    private UUID patient(InstanceDescriptor instance) {
        PatientDescriptor patient = instance.patient();
        String issuer = issuer(instance);
        update(
                """
                insert into patient as p (id, patient_id, issuer, name, birth_date, sex, name_key)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                on conflict (patient_id, issuer) do update set
                    name = coalesce(nullif(excluded.name, ''), p.name),
                    name_key = coalesce(nullif(excluded.name_key, ''), p.name_key),
                    birth_date = coalesce(nullif(excluded.birth_date, ''), p.birth_date),
                    sex = coalesce(nullif(excluded.sex, ''), p.sex)
                where (p.name, p.birth_date, p.sex) is distinct from (excluded.name, excluded.birth_date, excluded.sex)
                """,
                UUID.randomUUID(),
                patient.patientId(),
                issuer,
                patient.name(),
                patient.birthDate(),
                patient.sex(),
                NameKey.of(patient.name()));
        return id("select id from patient where patient_id = ?1 and issuer = ?2", patient.patientId(), issuer);
    }

    private UUID study(StudyDescriptor study, UUID patientId, @Nullable UUID sourceId, Origin origin) {
        UUID id = UUID.randomUUID();
        String state = origin == Origin.RECEIVED ? "RECEIVING" : "COMPLETE";
        int inserted = update(
                """
                insert into study (id, patient_id, study_instance_uid, study_id, accession_number, study_date, study_time,
                    description, referring_physician, referring_physician_key, source_id, state)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, cast(?11 as uuid), ?12)
                on conflict (study_instance_uid) do nothing
                """,
                id,
                patientId,
                study.studyInstanceUid(),
                study.studyId(),
                study.accessionNumber(),
                study.studyDate(),
                study.studyTime(),
                study.description(),
                study.referringPhysician(),
                NameKey.of(study.referringPhysician()),
                sourceId == null ? null : sourceId.toString(),
                state);
        if (inserted == 1) {
            announcements.changed("study", id, state);
            return id;
        }
        return id("select id from study where study_instance_uid = ?1", study.studyInstanceUid());
    }

    private UUID series(SeriesDescriptor series, UUID studyId) {
        UUID id = UUID.randomUUID();
        int inserted = update(
                """
                insert into series (id, study_id, series_instance_uid, modality, series_number, description, body_part,
                    frame_of_reference_uid, performed_date, performed_time)
                values (?1, ?2, ?3, ?4, cast(?5 as integer), ?6, ?7, ?8, ?9, ?10)
                on conflict (series_instance_uid) do nothing
                """,
                id,
                studyId,
                series.seriesInstanceUid(),
                series.modality(),
                text(series.seriesNumber()),
                series.description(),
                series.bodyPart(),
                series.frameOfReferenceUid(),
                series.performedDate(),
                series.performedTime());
        if (inserted == 1) {
            requests(series.requests(), id);
            return id;
        }
        return id("select id from series where series_instance_uid = ?1", series.seriesInstanceUid());
    }

    private void requests(List<RequestDescriptor> requests, UUID seriesId) {
        for (int ordinal = 0; ordinal < requests.size(); ordinal++) {
            RequestDescriptor request = requests.get(ordinal);
            update(
                    "insert into series_request (series_id, ordinal, requested_procedure_id, scheduled_step_id)"
                            + " values (?1, ?2, ?3, ?4)",
                    seriesId,
                    ordinal,
                    request.requestedProcedureId(),
                    request.scheduledStepId());
        }
    }

    /** Whether the archive has the study with another patient, or the series in another study. */
    private boolean contradictsHierarchy(InstanceDescriptor instance) {
        String studyUid = instance.study().studyInstanceUid();
        return !rows(
                        """
                        select 1, 1 from study s join patient p on p.id = s.patient_id
                        where s.study_instance_uid = ?1 and (p.patient_id <> ?2 or p.issuer <> ?3)
                        union all
                        select 1, 1 from series e join study s on s.id = e.study_id
                        where e.series_instance_uid = ?4 and s.study_instance_uid <> ?1
                        """,
                        studyUid,
                        instance.patient().patientId(),
                        issuer(instance),
                        instance.series().seriesInstanceUid())
                .isEmpty();
    }

    /** Without a Patient ID nothing says that two studies are of one person, so the study stands in for its issuer. */
    private static String issuer(InstanceDescriptor instance) {
        return instance.patient().patientId().isEmpty()
                ? "study " + instance.study().studyInstanceUid()
                : instance.patient().issuer();
    }

    private int insert(InstanceDescriptor instance, UUID seriesId, Origin origin) {
        return update(
                """
                insert into instance (id, series_id, sop_instance_uid, sop_class_uid, transfer_syntax_uid,
                    instance_number, rows, columns, bits_allocated, frames, decodable, object_id, size_bytes, origin)
                values (?1, ?2, ?3, ?4, ?5, cast(?6 as integer), cast(?7 as integer), cast(?8 as integer),
                    cast(?9 as integer), ?10, ?11, ?12, ?13, ?14)
                on conflict (sop_instance_uid) do nothing
                """,
                UUID.randomUUID(),
                seriesId,
                instance.sopInstanceUid(),
                instance.sopClassUid(),
                instance.transferSyntaxUid(),
                text(instance.instanceNumber()),
                text(instance.rows()),
                text(instance.columns()),
                text(instance.bitsAllocated()),
                instance.frames(),
                instance.decodable(),
                instance.object().value(),
                instance.size(),
                origin.name());
    }

    /** Numbers that may be absent travel as text, since the type of an untyped null is not known to the database. */
    private static @Nullable String text(Optional<Integer> value) {
        return value.map(String::valueOf).orElse(null);
    }

    private UUID id(String statement, Object... parameters) {
        return (UUID) query(statement, parameters).getSingleResult();
    }

    @SuppressWarnings("unchecked") // a native query of several columns yields arrays
    private List<Object[]> rows(String statement, Object... parameters) {
        return query(statement, parameters).getResultList();
    }

    private int update(String statement, @Nullable Object... parameters) {
        return query(statement, parameters).executeUpdate();
    }

    private Query query(String statement, @Nullable Object... parameters) {
        Query query = entities.createNativeQuery(statement);
        for (int index = 0; index < parameters.length; index++) {
            query.setParameter(index + 1, parameters[index]);
        }
        return query;
    }
}
