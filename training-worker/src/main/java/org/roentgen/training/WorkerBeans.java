package org.roentgen.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Unremovable;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.roentgen.domain.model.PackageSignature;
import org.roentgen.domain.model.Software;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.objectstore.ObjectStores;
import org.roentgen.training.engine.Libraries;
import org.roentgen.training.engine.Parallelism;
import org.roentgen.training.engine.TorchScriptBackend;
import org.roentgen.training.engine.TrainingBackend;
import org.roentgen.training.export.ServingPackages;
import org.roentgen.training.foreign.ForeignModels;
import org.roentgen.training.packaging.ModelPackageWriter;
import org.roentgen.training.run.TrainingRunner;

/** Wires the parts of the worker that know no container. All of them are made at start, so that a fault shows then. */
@ApplicationScoped
public class WorkerBeans {
    private static final Logger LOG = Logger.getLogger(WorkerBeans.class);

    @Produces
    @Singleton
    @Startup
    TrainingBackend backend(WorkerConfiguration configuration) {
        int threads = threads(configuration);
        TorchScriptBackend backend = new TorchScriptBackend(configuration.device(), threads);
        LOG.infof(
                "Training on %s with %d thread(s): %s",
                backend.device().name(), threads, backend.device().reason());
        return backend;
    }

    private static int threads(WorkerConfiguration configuration) {
        return Parallelism.threads(Runtime.getRuntime().availableProcessors(), configuration.threads());
    }

    @Produces
    @Singleton
    @Startup
    Parallelism parallelism(WorkerConfiguration configuration, TrainingBackend backend) {
        Parallelism parallelism = Parallelism.of(
                Runtime.getRuntime().availableProcessors(),
                threads(configuration),
                backend.device(),
                configuration.concurrentTrainings());
        LOG.infof("%d training(s) at once", parallelism.trainings());
        return parallelism;
    }

    @Produces
    @Singleton
    ObjectStore store(@ConfigProperty(name = "roentgen.objects.deidentified") String address) throws IOException {
        return ObjectStores.open(address);
    }

    /** After the backend, which prepares the engine. */
    @Produces
    @Singleton
    Software software(TrainingBackend backend, @ConfigProperty(name = "quarkus.application.version") String version) {
        Software software = Software.of(version, Libraries.versions());
        LOG.infof("Models made on %s name %s", backend.device().name(), software);
        return software;
    }

    @Produces
    @Singleton
    ModelPackageWriter packages(
            ObjectStore store,
            ObjectMapper json,
            @ConfigProperty(name = "roentgen.signing.private-key-file") Path key,
            Software software)
            throws IOException {
        return new ModelPackageWriter(store, json, PackageSignature.readPrivateKey(key), software);
    }

    @Produces
    @Singleton
    ServingPackages exports(
            ObjectStore store, ObjectMapper json, @ConfigProperty(name = "roentgen.signing.private-key-file") Path key)
            throws IOException {
        return new ServingPackages(store, json, PackageSignature.readPrivateKey(key));
    }

    @Produces
    @Singleton
    ForeignModels foreignModels(
            ObjectStore store,
            ObjectMapper json,
            @ConfigProperty(name = "roentgen.signing.private-key-file") Path key,
            Software software)
            throws IOException {
        return new ForeignModels(store, json, PackageSignature.readPrivateKey(key), software);
    }

    @Produces
    @Singleton
    @Startup
    @Unremovable
    TrainingRunner runner(
            ObjectStore store,
            TrainingBackend backend,
            ModelPackageWriter packages,
            ObjectMapper json,
            WorkerConfiguration configuration)
            throws IOException {
        String host = InetAddress.getLocalHost().getHostName();
        return new TrainingRunner(
                store, backend, packages, json, configuration.workerName().orElse(host));
    }

    @Produces
    @Singleton
    ObjectMapperCustomizer absentFieldsAreLeftOut() {
        return mapper -> mapper.setSerializationInclusion(JsonInclude.Include.NON_ABSENT);
    }
}
