package org.roentgen.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** A real Artemis broker with a durable journal, on loopback, for one user. */
public final class BrokerServer implements AutoCloseable {
    public static final String USER = "roentgen";

    /** Messages are small: a disk that is 90% full, where Artemis stops senders by default, is no reason to stop. */
    private static final long LEAST_FREE_BYTES = 256L << 20;

    private static final int ATTEMPTS = 10;

    /** A training goes on where it was killed: it is given up much later than a job that begins anew. */
    private static final int ATTEMPTS_OF_TRAININGS = 100;

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private final int port;

    /** Starts it; the journal lives in the folder. */
    public BrokerServer(Path folder, int port, String password) throws Exception {
        this.port = port;
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration
                .setName("roentgen")
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large-messages").toString())
                .setJournalFileSize(4 << 20)
                .setSecurityEnabled(true)
                .addAcceptorConfiguration("tcp", "tcp://localhost:" + port);
        // a share of the disk says nothing on a large one: the broker refused every message at 90 % used with 14 GB
        // free
        configuration.setMinDiskFree(LEAST_FREE_BYTES);
        configuration.setSecurityRoles(Map.of("#", Set.of(allowed())));
        configuration.addAddressConfiguration(queue("roentgen.dead-letter"));
        configuration.addAddressConfiguration(queue("roentgen.expired"));
        configuration.addAddressSetting(
                "#",
                new AddressSettings()
                        .setDeadLetterAddress(SimpleString.of("roentgen.dead-letter"))
                        .setExpiryAddress(SimpleString.of("roentgen.expired"))
                        .setMaxDeliveryAttempts(ATTEMPTS)
                        .setRedeliveryDelay(1_000)
                        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                        .setMaxSizeBytes(64 << 20)
                        .setAutoDeleteQueues(false)
                        .setAutoDeleteAddresses(false));
        configuration.addAddressSetting(
                "roentgen.jobs.training", new AddressSettings().setMaxDeliveryAttempts(ATTEMPTS_OF_TRAININGS));
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(USER, password);
        users.addRole(USER, USER);
        broker.setConfiguration(configuration);
        broker.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        broker.start();
    }

    /** A broker on a free port in a temporary folder, closed with the JVM: for tests. */
    public static BrokerServer startTemporary(String password) {
        try {
            Path folder = Files.createTempDirectory("roentgen-broker");
            BrokerServer server = new BrokerServer(folder, Ports.anyFree(), password);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                Folders.delete(folder);
            }));
            return server;
        } catch (Exception e) {
            throw new LocalException("Cannot start the broker: " + e.getMessage(), e);
        }
    }

    public String url() {
        return "tcp://localhost:" + port;
    }

    @Override
    public void close() {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new LocalException("Cannot stop the broker: " + e.getMessage(), e);
        }
    }

    private static Role allowed() {
        return new Role(USER, true, true, true, true, true, true, true, true, true, true, false, false);
    }

    private static CoreAddressConfiguration queue(String name) {
        return new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfiguration(QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST));
    }

    /** Arguments: folder and port; the password comes from the environment variable ROENTGEN_BROKER_PASSWORD. */
    public static void main(String[] arguments) throws Exception {
        CountDownLatch stop = new CountDownLatch(1);
        BrokerServer server = new BrokerServer(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), System.getenv("ROENTGEN_BROKER_PASSWORD"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            stop.countDown();
        }));
        stop.await();
    }
}
