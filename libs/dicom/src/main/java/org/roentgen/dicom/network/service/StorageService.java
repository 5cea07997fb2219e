package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.roentgen.dicom.MalformedDicomException;
import org.roentgen.dicom.network.DicomService;
import org.roentgen.dicom.network.IncomingRequest;
import org.roentgen.dicom.network.NegotiatedAssociation;
import org.roentgen.dicom.network.RequestHandler;
import org.roentgen.dicom.network.TransferSyntaxes;
import org.roentgen.dicom.network.dimse.CommandElement;
import org.roentgen.dicom.network.dimse.CommandField;
import org.roentgen.dicom.network.dimse.CommandSet;
import org.roentgen.dicom.network.dimse.DataSetStream;
import org.roentgen.dicom.network.dimse.DimseStatus;

/** The storage service class as provider (PS3.4 annex B): C-STORE, streamed to a {@link StoreHandler}. */
public final class StorageService implements DicomService {
    private static final Logger LOG = System.getLogger(StorageService.class.getName());

    private final StoreHandler handler;
    private final Predicate<String> sopClasses;
    private final List<String> transferSyntaxes;

    private StorageService(StoreHandler handler, Predicate<String> sopClasses, List<String> transferSyntaxes) {
        this.handler = handler;
        this.sopClasses = sopClasses;
        this.transferSyntaxes = List.copyOf(transferSyntaxes);
    }

    /** Takes every storage SOP class of the dictionary in every transfer syntax of {@link TransferSyntaxes#ALL}. */
    public static StorageService of(StoreHandler handler) {
        return of(handler, StorageSopClasses.ALL, TransferSyntaxes.ALL);
    }

    /**
     * Takes some SOP classes in some transfer syntaxes.
     *
     * @param transferSyntaxes UIDs, the preferred one first
     */
    public static StorageService of(
            StoreHandler handler, Collection<String> sopClasses, List<String> transferSyntaxes) {
        return new StorageService(handler, Set.copyOf(sopClasses)::contains, transferSyntaxes);
    }

    @Override
    public boolean supports(String sopClassUid) {
        return sopClasses.test(sopClassUid);
    }

    @Override
    public List<String> transferSyntaxes() {
        return transferSyntaxes;
    }

    /** The requestor of C-GET is provider of storage, so the acceptor of C-GET agrees to that. */
    @Override
    public boolean acceptsProviderRole() {
        return true;
    }

    @Override
    public Optional<RequestHandler> handler(CommandField request) {
        return request == CommandField.C_STORE_REQUEST ? Optional.of(new Store()) : Optional.empty();
    }

    private final class Store implements RequestHandler {
        @Override
        public boolean streams() {
            return true;
        }

        @Override
        public void handle(IncomingRequest incoming) throws IOException {
            DataSetStream dataSet = (DataSetStream) incoming.dataSet();
            DimseStatus status = store(incoming, dataSet);
            dataSet.drain();
            CommandSet.Builder response = CommandSet.response(incoming.command(), status);
            incoming.command()
                    .text(CommandElement.AFFECTED_SOP_INSTANCE_UID)
                    .ifPresent(uid -> response.text(CommandElement.AFFECTED_SOP_INSTANCE_UID, uid));
            incoming.respond(response, null);
        }

        private DimseStatus store(IncomingRequest incoming, DataSetStream dataSet) throws IOException {
            CommandSet command = incoming.command();
            String instance =
                    command.text(CommandElement.AFFECTED_SOP_INSTANCE_UID).orElse("");
            if (!Uids.isValid(instance)) {
                return DimseStatus.INVALID_SOP_INSTANCE.because("Affected SOP Instance UID is not a UID");
            }
            if (!command.hasDataSet()) {
                return DimseStatus.CANNOT_UNDERSTAND.because("C-STORE without a data set");
            }
            NegotiatedAssociation negotiated = incoming.association().negotiated();
            StoreRequest request = new StoreRequest(
                    incoming.context(),
                    incoming.context().abstractSyntax(),
                    instance,
                    negotiated.callingAeTitle(),
                    negotiated.calledAeTitle(),
                    incoming.association().remoteAddress());
            try {
                return handler.store(request, dataSet);
            } catch (MalformedDicomException malformed) {
                LOG.log(
                        Level.WARNING,
                        "instance from {0} refused: {1}",
                        request.callingAeTitle(),
                        malformed.getMessage());
                return DimseStatus.CANNOT_UNDERSTAND.because("data set is malformed");
            } catch (IOException failure) {
                if (dataSet.isBroken()) {
                    throw failure;
                }
                LOG.log(Level.ERROR, "instance from " + request.callingAeTitle() + " could not be stored", failure);
                return DimseStatus.OUT_OF_RESOURCES.because("instance could not be stored");
            }
        }
    }
}
