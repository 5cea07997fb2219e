package org.roentgen.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.roentgen.domain.archive.InstanceDescriptor;
import org.roentgen.store.archive.InstanceArchive;
import org.roentgen.store.archive.Registration;
import org.roentgen.store.archive.Registration.Outcome;
import org.roentgen.store.entity.Instance.Origin;

@QuarkusTest
@QuarkusTestResource(Database.class)
class InstanceArchiveTest {
    @Inject
    InstanceArchive archive;

    @Inject
    EntityManager entities;

    @Test
    void storesOnceAndNamesWhatItHas() throws Exception {
        assertThat(register("P1", "1.1", "1.1.1", "1.1.1.1", "a").outcome()).isEqualTo(Outcome.STORED);
        assertThat(register("P1", "1.1", "1.1.1", "1.1.1.1", "a").outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(register("P1", "1.1", "1.1.1", "1.1.1.1", "b").outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(count("instance i where sop_instance_uid = '1.1.1.1'")).isEqualTo(1);
    }

    @Test
    void refusesAStudyOfAnotherPatientAndASeriesOfAnotherStudy() {
        register("P2", "1.2", "1.2.1", "1.2.1.1", "a");
        assertThat(register("P3", "1.2", "1.2.1", "1.2.1.2", "b").outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(register("P2", "1.3", "1.2.1", "1.2.1.3", "c").outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(count("study where study_instance_uid = '1.3'")).isZero();
    }

    @Test
    void studiesWithoutAPatientIdAreNotOfOnePatient() {
        register("", "1.4", "1.4.1", "1.4.1.1", "a");
        register("", "1.5", "1.5.1", "1.5.1.1", "b");
        assertThat(count("patient where patient_id = ''")).isEqualTo(2);
    }

    @Test
    void onlyReceivedInstancesReopenTheStudy() throws Exception {
        register("P6", "1.6", "1.6.1", "1.6.1.1", "a");
        Database.asOwner("update study set state = 'COMPLETE' where study_instance_uid = '1.6'");
        archive.register(Instances.of("P6", "1.6", "1.6.2", "1.6.2.1", "seg"), null, Origin.DERIVED);
        assertThat(count("study where study_instance_uid = '1.6' and state = 'COMPLETE'"))
                .isEqualTo(1);
        register("P6", "1.6", "1.6.1", "1.6.1.1", "a");
        assertThat(count("study where study_instance_uid = '1.6' and state = 'COMPLETE'"))
                .isEqualTo(1);
        register("P6", "1.6", "1.6.1", "1.6.1.2", "b");
        assertThat(count("study where study_instance_uid = '1.6' and state = 'RECEIVING'"))
                .isEqualTo(1);
    }

    @Test
    void manySendersOfTheSameNewStudyDisturbNothing() throws Exception {
        List<Future<Registration>> registrations = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 160; i++) {
                String instance = "1.7.1." + i / 2;
                registrations.add(
                        threads.submit(() -> register("P7", "1.7", "1.7." + instance.length(), instance, instance)));
            }
        }
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (Future<Registration> registration : registrations) {
            outcomes.merge(registration.get().outcome(), 1, Integer::sum);
        }
        assertThat(outcomes).containsExactlyInAnyOrderEntriesOf(Map.of(Outcome.STORED, 80, Outcome.DUPLICATE, 80));
        assertThat(count("patient where patient_id = 'P7'")).isEqualTo(1);
        assertThat(count("series s join study t on t.id = s.study_id where t.study_instance_uid = '1.7'"))
                .isEqualTo(2);
    }

    private Registration register(String patient, String study, String series, String instance, String content) {
        InstanceDescriptor descriptor = Instances.of(patient, study, series, instance, content);
        return archive.register(descriptor, null, Origin.RECEIVED);
    }

    private long count(String fromWhere) {
        return ((Number) entities.createNativeQuery("select count(*) from " + fromWhere)
                        .getSingleResult())
                .longValue();
    }
}
