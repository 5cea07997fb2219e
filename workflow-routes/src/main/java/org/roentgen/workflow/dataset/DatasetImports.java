package org.roentgen.workflow.dataset;

import io.quarkus.arc.All;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.jboss.logging.Logger;
import org.roentgen.domain.dataset.DatasetCase;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.dataset.Split;
import org.roentgen.domain.error.ErrorCategory;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.imaging.quality.QualityReport;
import org.roentgen.workflow.configuration.Deidentified;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.failure.Failures;

/** Carries an import out. Executed again after a crash, it makes the same version of the same content. */
@ApplicationScoped
public class DatasetImports {
    private static final Logger LOG = Logger.getLogger(DatasetImports.class);
    private static final int MANIFEST_SCHEMA_VERSION = 1;
    private final List<DatasetImporter> importers;
    private final ImportQueue queue;
    private final DatasetVersions versions;
    private final DatasetQuality quality;
    private final ObjectStore objects;
    private final Json json;
    private final ScheduledExecutorService leases = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("import-lease").factory());

    DatasetImports(
            @All List<DatasetImporter> importers,
            ImportQueue queue,
            DatasetVersions versions,
            DatasetQuality quality,
            @Deidentified ObjectStore objects,
            Json json) {
        this.importers = importers;
        this.queue = queue;
        this.versions = versions;
        this.quality = quality;
        this.objects = objects;
        this.json = json;
    }

    /** Reads, validates and splits; the import ends COMPLETED or REFUSED. */
    public void run(@Body UUID id) throws IOException {
        long renewal = ImportQueue.LEASE.toSeconds() / 3;
        ScheduledFuture<?> lease =
                leases.scheduleAtFixedRate(() -> queue.renew(id), renewal, renewal, TimeUnit.SECONDS);
        Path work = Files.createTempDirectory("roentgen-import");
        try {
            run(queue.get(id), work);
        } finally {
            lease.cancel(false);
            delete(work);
        }
    }

    /** The end of an import that did not come to an end by itself. */
    public void fail(
            @ExchangeProperty(ImportRoute.IMPORT) UUID id,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure) {
        if (Failures.categoryOf(failure) == ErrorCategory.INVALID_INPUT) {
            queue.refuse(
                    id,
                    List.of(Problem.error(
                            "",
                            Failures.causeOf(failure).message(),
                            "correct the upload or its options and import again")));
            return;
        }
        LOG.errorf(failure, "Import %s failed", id);
        queue.fail(id, Failures.causeOf(failure));
    }

    private void run(ImportRequest request, Path work) throws IOException {
        ImportedData data = importerOf(request.format()).read(request, work);
        List<Problem> problems = new ArrayList<>(data.problems());
        if (data.isRefused()) {
            queue.refuse(request.id(), problems);
            return;
        }
        AttributeTable attributes = AttributeTable.read(work, problems);
        List<ImportedCase> cases =
                data.cases().stream().map(attributes::complete).toList();
        problems.addAll(Duplicates.find(cases));
        Map<String, Split> splits = SplitPlan.assign(cases, request.options());
        problems.addAll(SplitPlan.check(cases, splits, request.options()));
        if (problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR)) {
            queue.refuse(request.id(), problems);
            return;
        }
        DatasetManifest manifest = manifest(request, data.with(cases), splits);
        QualityReport report = quality.examine(manifest).withFindings(CaseKeys.mixed(cases));
        DatasetVersions.Documents documents =
                new DatasetVersions.Documents(store(manifest), store(report), CaseKeys.of(cases));
        versions.complete(request, manifest, documents, problems);
        LOG.infof("Import %s: %d cases", request.id(), manifest.cases().size());
    }

    private ObjectId store(Object document) throws IOException {
        return objects.put(json.write(document).getBytes(StandardCharsets.UTF_8));
    }

    private static DatasetManifest manifest(ImportRequest request, ImportedData data, Map<String, Split> splits) {
        List<DatasetCase> cases = data.cases().stream()
                .map(one -> new DatasetCase(
                        one.identity().id(),
                        one.patient(),
                        splits.getOrDefault(one.identity().id(), Split.TRAIN),
                        one.image(),
                        one.standard().mask(),
                        one.standard().label(),
                        one.standard().findings(),
                        one.identity().attributes()))
                .sorted(Comparator.comparing(DatasetCase::id))
                .toList();
        return new DatasetManifest(
                MANIFEST_SCHEMA_VERSION,
                request.datasetName(),
                data.task(),
                request.format().source(),
                data.labels(),
                cases);
    }

    private DatasetImporter importerOf(ImportFormat format) {
        return importers.stream()
                .filter(importer -> importer.format() == format)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No importer for " + format));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    @PreDestroy
    void stop() {
        leases.shutdownNow();
    }
}
