package org.roentgen.workflow.deidentification;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.roentgen.dicom.deidentify.Deidentifier;
import org.roentgen.dicom.deidentify.Profile;
import org.roentgen.dicom.deidentify.Profiles;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.inference.InstanceReference;
import org.roentgen.workflow.series.StoredInstance;

/**
 * De-identifies all instances of a series, several at once. All or nothing: its caller learns of the copies only when every one
 * is there. What an interrupted execution has done is not done again.
 */
@ApplicationScoped
public class SeriesDeidentifier {
    private final DeidentifiedZone zone;
    private final Pseudonymization pseudonymization;
    private final ExecutorService executor =
            Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()));

    SeriesDeidentifier(DeidentifiedZone zone, Pseudonymization pseudonymization) {
        this.zone = zone;
        this.pseudonymization = pseudonymization;
    }

    /**
     * @param profileName of a profile of the toolkit
     * @throws RoentgenException DEIDENTIFICATION_REFUSED if there is no such profile, or one of the instances cannot be
     *     de-identified safely
     */
    public DeidentifiedSeries deidentify(List<StoredInstance> instances, String profileName) {
        Profile profile = profile(profileName);
        Deidentifier deidentifier = new Deidentifier(profile, pseudonymization.key());
        List<Future<DeidentifiedZone.Copy>> copies = new ArrayList<>();
        for (StoredInstance instance : instances) {
            copies.add(executor.submit(() -> zone.copy(instance, deidentifier)));
        }
        List<InstanceReference> references = new ArrayList<>();
        String seriesUid = "";
        try {
            for (Future<DeidentifiedZone.Copy> copy : copies) {
                DeidentifiedZone.Copy done = copy.get();
                references.add(done.reference());
                seriesUid = done.seriesInstanceUid();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while de-identifying", e);
        } finally {
            copies.forEach(copy -> copy.cancel(false));
        }
        return new DeidentifiedSeries(profile.name(), seriesUid, references);
    }

    private static Profile profile(String name) {
        try {
            return Profiles.named(name);
        } catch (IllegalArgumentException e) {
            throw new RoentgenException(ErrorCode.DEIDENTIFICATION_REFUSED, String.valueOf(e.getMessage()), e);
        }
    }

    @PreDestroy
    void stop() {
        executor.shutdown();
    }
}
