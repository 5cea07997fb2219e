package org.roentgen.workflow.deidentification;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.deidentify.Deidentifier;
import org.roentgen.dicom.deidentify.RefusedException;
import org.roentgen.domain.error.ErrorCategory;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.inference.InstanceReference;
import org.roentgen.workflow.deidentification.DeidentifiedZone.Copy;
import org.roentgen.workflow.deidentification.Pseudonymization.ProjectKey;
import org.roentgen.workflow.series.StoredInstance;

/**
 * De-identifies all instances of a series, several at once, its faces found in the whole of it. All or nothing: copies are staged until the caller releases the
 * series, and one refused instance discards them all. What an interrupted execution has staged is not done again.
 */
@ApplicationScoped
public class SeriesDeidentifier {
    private final DeidentifiedZone zone;
    private final DeidentificationRecords records;
    private final ActiveProfiles profiles;
    private final Pseudonymization pseudonymization;
    private final SeriesFaces faces;
    private final ExecutorService executor =
            Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()));

    SeriesDeidentifier(
            DeidentifiedZone zone,
            DeidentificationRecords records,
            ActiveProfiles profiles,
            Pseudonymization pseudonymization,
            SeriesFaces faces) {
        this.zone = zone;
        this.records = records;
        this.profiles = profiles;
        this.pseudonymization = pseudonymization;
        this.faces = faces;
    }

    /**
     * Stages copies of the instances.
     *
     * @param profileName its newest approved version is used
     * @throws RoentgenException DEIDENTIFICATION_REFUSED if there is no such profile, or one of the instances cannot be
     *     de-identified safely
     */
    public DeidentifiedSeries stage(UUID series, List<StoredInstance> instances, String profileName) {
        ActiveProfiles.Active active = profiles.newest(profileName);
        ProjectKey key = pseudonymization.key(active.profile());
        UUID record = records.open(series, active.stored(), key);
        SeriesTreatment treatment = new SeriesTreatment(
                () -> new Deidentifier(active.profile(), key.key(), faces.look(record, active.profile(), instances)));
        List<Future<Copy>> futures = new ArrayList<>();
        for (StoredInstance instance : instances) {
            futures.add(executor.submit(() -> zone.copy(record, instance, treatment, key.key())));
        }
        List<Copy> copies = new ArrayList<>();
        Map<UUID, Refusal> refused = new LinkedHashMap<>();
        try {
            for (int index = 0; index < futures.size(); index++) {
                UUID instance = instances.get(index).id();
                await(futures.get(index), refusal -> refused.put(instance, refusal))
                        .ifPresent(copies::add);
            }
        } finally {
            futures.forEach(future -> future.cancel(false));
        }
        if (!refused.isEmpty()) {
            throw refuse(record, refused, instances.size());
        }
        List<InstanceReference> references =
                copies.stream().map(Copy::reference).toList();
        String seriesUid = copies.isEmpty() ? "" : copies.getLast().seriesInstanceUid();
        return new DeidentifiedSeries(active.stored().name(), active.stored().version(), record, seriesUid, references);
    }

    /** Lets the staged copies of a series out, in the caller's transaction. */
    public void release(DeidentifiedSeries staged, Optional<UUID> run) {
        records.release(staged.record(), run);
    }

    /** Throws the staged copies of a series away, and says why in its record. */
    public void discard(DeidentifiedSeries staged, String cause) {
        zone.discard(staged.record(), Map.of(), cause);
    }

    private RoentgenException refuse(UUID record, Map<UUID, Refusal> refused, int instances) {
        String cause =
                refused.size() + " of " + instances + " instances cannot be de-identified safely, so that nothing"
                        + " of the series leaves the identified zone; the first: "
                        + refused.values().iterator().next().reason();
        zone.discard(record, refused, cause);
        return new RoentgenException(ErrorCode.DEIDENTIFICATION_REFUSED, cause);
    }

    /** @return the copy; empty if the instance was refused, with the reason told */
    private static Optional<Copy> await(Future<Copy> future, Consumer<Refusal> refusal) {
        try {
            return Optional.of(future.get());
        } catch (ExecutionException e) {
            refusal.accept(refusalOf(e.getCause()));
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while de-identifying", e);
        }
    }

    /** The reason why an instance must not pass; any other failure is thrown on. */
    private static Refusal refusalOf(@Nullable Throwable failure) {
        return switch (failure) {
            case RefusedException refused -> Refusal.of(refused);
            case RoentgenException invalid
            when invalid.code().category() == ErrorCategory.INVALID_INPUT ->
                new Refusal(String.valueOf(invalid.getMessage()));
            case RuntimeException other -> throw other;
            case IOException other -> throw new UncheckedIOException(other);
            case null, default -> throw new IllegalStateException(failure);
        };
    }

    @PreDestroy
    void stop() {
        executor.shutdown();
    }
}
