package org.roentgen.workflow.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spi.CamelEvent.CamelContextStartedEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.network.DicomServer;
import org.roentgen.dicom.network.DicomServerBuilder;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.service.PartTenStream;
import org.roentgen.dicom.network.service.StorageService;
import org.roentgen.dicom.network.service.StoreHandler;
import org.roentgen.dicom.network.service.StoreRequest;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.workflow.configuration.DimseConfiguration;
import org.roentgen.workflow.configuration.Identified;
import org.roentgen.workflow.peer.Peers;
import org.roentgen.workflow.query.ArchiveServices;

/** Listens while the routes run: C-ECHO, C-STORE, and the services over the archive. Each instance is durable before its route is entered. */
@ApplicationScoped
public class DimseReceiver implements StoreHandler {
    private static final Logger LOG = Logger.getLogger(DimseReceiver.class);
    private final DimseConfiguration configuration;
    private final Admission admission;
    private final Peers peers;
    private final ArchiveServices archive;
    private final ObjectStore objects;
    private final ProducerTemplate routes;
    private final Counter received;
    private volatile @Nullable DicomServer server;

    DimseReceiver(
            DimseConfiguration configuration,
            Admission admission,
            Peers peers,
            ArchiveServices archive,
            @Identified ObjectStore objects,
            ProducerTemplate routes,
            MeterRegistry meters) {
        this.configuration = configuration;
        this.admission = admission;
        this.peers = peers;
        this.archive = archive;
        this.objects = objects;
        this.routes = routes;
        this.received = meters.counter("roentgen.instances.received", "by", "dimse");
    }

    void start(@Observes CamelContextStartedEvent started) throws IOException {
        DicomServerBuilder builder = DicomServer.builder(configuration.aeTitle())
                .port(configuration.port())
                .policy(admission)
                .service(StorageService.of(this));
        archive.services().forEach(builder::service);
        DicomServer listening = builder.start();
        server = listening;
        LOG.infof("DIMSE: %s listens on port %d", configuration.aeTitle(), listening.port());
    }

    void stop(@Observes @Priority(1) ShutdownEvent stopping) throws IOException {
        DicomServer listening = server;
        server = null;
        if (listening != null) {
            listening.close();
        }
    }

    /** The port it listens on; empty while it does not. */
    public OptionalInt port() {
        DicomServer listening = server;
        return listening == null ? OptionalInt.empty() : OptionalInt.of(listening.port());
    }

    @Override
    public DimseStatus store(StoreRequest request, InputStream dataSet) throws IOException {
        Optional<UUID> source = peers.source(request.callingAeTitle());
        if (source.isEmpty()) {
            return DimseStatus.NOT_AUTHORIZED.because("no enabled source has this AE title");
        }
        ObjectId object = objects.put(PartTenStream.of(request, dataSet));
        Arrival arrival = new Arrival(
                object,
                Files.size(objects.file(object)),
                "DIMSE " + request.callingAeTitle(),
                source,
                Optional.of(new Arrival.Announced(request.sopClassUid(), request.sopInstanceUid())));
        DimseStatus status =
                Objects.requireNonNull(routes.requestBody(IngestRoute.RECEIVE, arrival, DimseStatus.class));
        if (status.isDone()) {
            received.increment();
        }
        return status;
    }
}
