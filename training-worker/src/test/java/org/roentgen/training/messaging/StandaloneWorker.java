package org.roentgen.training.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.impl.DefaultCamelContext;
import org.roentgen.domain.model.PackageSignature;
import org.roentgen.domain.model.Software;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.objectstore.ObjectStores;
import org.roentgen.training.engine.DeviceChoice;
import org.roentgen.training.engine.Parallelism;
import org.roentgen.training.engine.TorchScriptBackend;
import org.roentgen.training.packaging.ModelPackageWriter;
import org.roentgen.training.run.TrainingRunner;
import org.roentgen.training.run.WireJson;

/** The worker's own routes and services in a process of their own, which a test can kill. */
public final class StandaloneWorker {
    private StandaloneWorker() {}

    /** Arguments: broker URL, user, password, object store address, private key file, trainings at once. */
    public static void main(String[] arguments) throws Exception {
        ActiveMQConnectionFactory connections = BrokerConnections.create(arguments[0], arguments[1], arguments[2]);
        ObjectMapper json = WireJson.mapper();
        ObjectStore store = ObjectStores.open(arguments[3]);
        ModelPackageWriter packages = new ModelPackageWriter(
                store, json, PackageSignature.readPrivateKey(Path.of(arguments[4])), new Software("test", Map.of()));
        TrainingRunner runner =
                new TrainingRunner(store, new TorchScriptBackend(DeviceChoice.CPU, 1), packages, json, "standalone");
        RunningJobs running = new RunningJobs();
        TrainingJobs jobs = new TrainingJobs(
                runner,
                new EventPublisher(connections, json),
                running,
                json,
                new WorkerMetrics(new SimpleMeterRegistry(), running));
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.addComponent("jms", BrokerConnections.component(connections));
        camel.addRoutes(new TrainingJobRoute(
                jobs, new Cancellations(running, json), new Parallelism(1, Integer.parseInt(arguments[5]))));
        camel.start();
        new CountDownLatch(1).await();
    }
}
