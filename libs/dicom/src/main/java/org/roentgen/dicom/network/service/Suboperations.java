package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.network.IncomingRequest;
import org.roentgen.dicom.network.dimse.CommandElement;
import org.roentgen.dicom.network.dimse.CommandSet;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.dimse.MessageBody;

/** The C-STORE sub-operations of one C-MOVE or C-GET, counted and reported to the peer (PS3.4 C.4.2.3, C.4.3.3). */
final class Suboperations {
    private static final Logger LOG = System.getLogger(Suboperations.class.getName());

    private final IncomingRequest incoming;
    private final List<String> failed = new ArrayList<>();
    private int total;
    private int completed;
    private int warning;

    private Suboperations(IncomingRequest incoming) {
        this.incoming = incoming;
    }

    /** Work that sends the instances. */
    interface Work {
        void perform(Suboperations suboperations) throws IOException;
    }

    static void respond(IncomingRequest incoming, Work work) throws IOException {
        Suboperations suboperations = new Suboperations(incoming);
        DimseStatus outcome = Outcomes.status(incoming, DimseStatus.CANNOT_UNDERSTAND, () -> {
            work.perform(suboperations);
            return DimseStatus.SUCCESS;
        });
        if (outcome.equals(DimseStatus.SUCCESS)) {
            suboperations.finish();
        } else {
            incoming.respond(outcome);
        }
    }

    void sendAll(List<? extends InstanceSource> instances, StorageUser user, Consumer<CommandSet.Builder> additions)
            throws IOException {
        total = instances.size();
        for (InstanceSource instance : instances) {
            if (incoming.isCancelled()) {
                return;
            }
            count(instance, send(instance, user, additions));
            incoming.respond(counts(DimseStatus.PENDING), null);
        }
    }

    /** Counts every instance that was not sent yet as failed. */
    void failRest(List<? extends InstanceSource> instances) {
        total = instances.size();
        instances.subList(done(), total).forEach(instance -> failed.add(instance.sopInstanceUid()));
    }

    private static DimseStatus send(InstanceSource instance, StorageUser user, Consumer<CommandSet.Builder> additions) {
        try {
            return user.store(instance, additions);
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "sub-operation failed: {0}", failure.getMessage());
            return DimseStatus.PROCESSING_FAILURE;
        }
    }

    private void count(InstanceSource instance, DimseStatus status) {
        switch (status.category()) {
            case SUCCESS -> completed++;
            case WARNING -> warning++;
            default -> failed.add(instance.sopInstanceUid());
        }
    }

    /** Where it stands, for the handler. */
    RetrieveProgress progress() {
        return new RetrieveProgress(finalStatus(), total - done(), completed, failed.size(), warning, failed);
    }

    private int done() {
        return completed + warning + failed.size();
    }

    private void finish() throws IOException {
        DimseStatus status = finalStatus();
        incoming.respond(counts(status), failedList(status));
    }

    private DimseStatus finalStatus() {
        if (incoming.isCancelled()) {
            return DimseStatus.CANCEL;
        }
        if (failed.isEmpty()) {
            return warning == 0 ? DimseStatus.SUCCESS : DimseStatus.SUBOPERATIONS_WITH_FAILURES;
        }
        return completed + warning == 0
                ? DimseStatus.OUT_OF_RESOURCES_SUBOPERATIONS
                : DimseStatus.SUBOPERATIONS_WITH_FAILURES;
    }

    private @Nullable MessageBody failedList(DimseStatus status) throws IOException {
        if (status.category() == DimseStatus.Category.SUCCESS || failed.isEmpty()) {
            return null;
        }
        DataSet identifier = DataSet.builder()
                .put(Tag.FailedSOPInstanceUIDList, failed.toArray(String[]::new))
                .build();
        return Identifiers.encode(identifier, incoming.context());
    }

    private CommandSet.Builder counts(DimseStatus status) throws IOException {
        CommandSet.Builder response = CommandSet.response(incoming.command(), status)
                .number(CommandElement.NUMBER_OF_COMPLETED_SUBOPERATIONS, completed)
                .number(CommandElement.NUMBER_OF_FAILED_SUBOPERATIONS, failed.size())
                .number(CommandElement.NUMBER_OF_WARNING_SUBOPERATIONS, warning);
        boolean mayTellRemaining = !status.category().isTerminal() || status.category() == DimseStatus.Category.CANCEL;
        return mayTellRemaining
                ? response.number(CommandElement.NUMBER_OF_REMAINING_SUBOPERATIONS, total - done())
                : response;
    }
}
