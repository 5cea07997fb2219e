package org.roentgen.workflow.step;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.dicom.network.service.InstanceSource;
import org.roentgen.dicom.network.service.InstanceTranscoder;
import org.roentgen.dicom.network.service.StorageUser;
import org.roentgen.dicom.network.service.StoreOutcome;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.domain.pipeline.StepConfiguration;
import org.roentgen.domain.pipeline.StepKind;
import org.roentgen.workflow.configuration.DimseConfiguration;
import org.roentgen.workflow.configuration.Identified;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.pipeline.ClaimedStep;
import org.roentgen.workflow.pipeline.StepExecutor;
import org.roentgen.workflow.pipeline.StepOutcome;

/**
 * Sends the run's result objects to a destination by C-STORE. What the destination has confirmed is not sent again; a failure is
 * tried again by the error policy.
 */
@ApplicationScoped
public class DeliverStep implements StepExecutor {
    private final Sql sql;
    private final Deliveries deliveries;
    private final ObjectStore objects;
    private final String ownAeTitle;

    DeliverStep(Sql sql, Deliveries deliveries, @Identified ObjectStore objects, DimseConfiguration configuration) {
        this.sql = sql;
        this.deliveries = deliveries;
        this.objects = objects;
        this.ownAeTitle = configuration.aeTitle();
    }

    @Override
    public StepKind kind() {
        return StepKind.DELIVER;
    }

    @Override
    public StepOutcome execute(ClaimedStep step) {
        Destination destination = destination(step);
        UUID run = step.run().runId();
        List<ResultObject> pending = deliveries.pending(run, destination.id());
        if (!pending.isEmpty()) {
            send(run, destination, pending);
        }
        return new StepOutcome.Completed(Map.of("destination", destination.name(), "sent", pending.size()));
    }

    /** A result object that the destination has not confirmed. */
    record ResultObject(String sopInstanceUid, ObjectId object) {}

    record Destination(UUID id, String name, String aeTitle, String host, int port) {}

    private Destination destination(ClaimedStep step) {
        String name =
                ((StepConfiguration.Deliver) step.configuration()).destination().orElse("");
        return sql.first(
                        "select id, name, ae_title, host, port from destination where name = ? and enabled",
                        row -> new Destination(
                                row.uuid("id"),
                                row.text("name"),
                                row.text("ae_title"),
                                row.text("host"),
                                row.integer("port")),
                        name)
                .orElseThrow(() -> new RoentgenException(
                        ErrorCode.DELIVERY_FAILED,
                        "Destination '" + name + "' is not configured or not enabled: add or enable it"));
    }

    private void send(UUID run, Destination destination, List<ResultObject> pending) {
        List<InstanceSource> instances = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        try {
            for (ResultObject result : pending) {
                instances.add(InstanceSource.of(objects.file(result.object())));
            }
            AssociationOptions options = StorageUser.propose(
                            AssociationOptions.builder(
                                    destination.host(), destination.port(), ownAeTitle, destination.aeTitle()),
                            instances)
                    .build();
            try (Association association = Association.open(options)) {
                new StorageUser(association, InstanceTranscoder.uncompressedOnly())
                        .storeAll(instances, outcome -> record(run, destination, outcome, failures));
            }
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            pending.forEach(result -> deliveries.failed(run, destination.id(), result.sopInstanceUid(), reason));
            throw failed(destination, reason, e);
        }
        if (!failures.isEmpty()) {
            throw failed(destination, String.join("; ", failures), null);
        }
    }

    private void record(UUID run, Destination destination, StoreOutcome outcome, List<String> failures) {
        String uid = outcome.instance().sopInstanceUid();
        if (outcome.isStored()) {
            deliveries.delivered(run, destination, uid);
        } else {
            deliveries.failed(run, destination.id(), uid, outcome.reason());
            failures.add(outcome.reason());
        }
    }

    private static RoentgenException failed(Destination destination, String reason, @Nullable Throwable cause) {
        String message = "Destination '" + destination.name() + "' (" + destination.aeTitle() + " at "
                + destination.host() + ":" + destination.port() + ") did not take the result: " + reason;
        return cause == null
                ? new RoentgenException(ErrorCode.DELIVERY_FAILED, message)
                : new RoentgenException(ErrorCode.DELIVERY_FAILED, message, cause);
    }
}
