package org.roentgen.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Base64;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BackingServicesTest {
    private PostgresServer postgres;
    private Secrets secrets;
    private KeycloakServer keycloak;

    @BeforeAll
    void start(@TempDir Path folder) {
        postgres = PostgresServer.startTemporary();
        secrets = new Secrets(folder.resolve("secrets.properties"));
        keycloak = KeycloakServer.startTemporary(postgres, secrets, "http://localhost:8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"roentgen_owner", "platform_api", "workflow_routes"})
    void rolesReachTheirDatabase(String role) throws Exception {
        try (var connection =
                DriverManager.getConnection(postgres.jdbcUrl("roentgen"), role, postgres.password(role))) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void databaseSurvivesARestart() throws Exception {
        PostgresServer server = PostgresServer.startTemporary();
        String owner = "roentgen_owner";
        try (var connection = DriverManager.getConnection(server.jdbcUrl("roentgen"), owner, server.password(owner));
                var statement = connection.createStatement()) {
            statement.execute("create table kept (value text); insert into kept values ('yes')");
        }
        server.process().running().orElseThrow().destroyForcibly();
        Until.holds(
                java.time.Duration.ofSeconds(10),
                () -> server.process().running().isEmpty());
        server.start();
        try (var connection = DriverManager.getConnection(server.jdbcUrl("roentgen"), owner, server.password(owner));
                var rows = connection.createStatement().executeQuery("select value from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("yes");
        }
    }

    @Test
    void databaseLogsNoRows(@TempDir Path folder) throws Exception {
        try (PostgresServer server =
                new PostgresServer(folder, Ports.anyFree(), new Secrets(folder.resolve("secrets.properties")))) {
            server.start();
            String owner = "roentgen_owner";
            try (var connection =
                            DriverManager.getConnection(server.jdbcUrl("roentgen"), owner, server.password(owner));
                    var statement = connection.prepareStatement("insert into patient values (?), (?)")) {
                connection.createStatement().execute("create table patient (name text primary key)");
                statement.setString(1, "Quackenbush");
                statement.setString(2, "Quackenbush");
                assertThatThrownBy(statement::execute).hasMessageContaining("duplicate key");
            }
            assertThat(folder.resolve("postgres.log"))
                    .content()
                    .contains("duplicate key")
                    .doesNotContain("Quackenbush");
        }
    }

    @Test
    void brokerKeepsMessagesOverARestart(@TempDir Path folder) throws Exception {
        int port = Ports.anyFree();
        try (BrokerServer broker = new BrokerServer(folder, port, "secret");
                JMSContext context = factory(broker.url()).createContext(BrokerServer.USER, "secret")) {
            context.createProducer().send(context.createQueue("kept"), "hello");
        }
        try (BrokerServer broker = new BrokerServer(folder, port, "secret");
                JMSContext context = factory(broker.url()).createContext(BrokerServer.USER, "secret")) {
            assertThat(context.createConsumer(context.createQueue("kept")).receiveBody(String.class, 5_000))
                    .isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "radiologist", "data-scientist", "integrator", "auditor"})
    void demoUsersHaveTheirRoleAndTheAudience(String role) throws Exception {
        JsonNode claims = claims(
                "grant_type=password&username=demo-" + role + "&password=" + encode(secrets.get("user.demo-" + role)));
        assertThat(texts(claims.at("/realm_access/roles"))).contains(role);
        assertThat(texts(claims.at("/aud"))).contains("roentgen-api");
    }

    @Test
    void serviceAccountIsAnIntegrator() throws Exception {
        assertThat(texts(claims("grant_type=client_credentials").at("/realm_access/roles")))
                .contains("integrator")
                .doesNotContain("admin");
    }

    @Test
    void secretsAreReadableByTheirOwnerOnly(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("secrets.properties");
        String first = new Secrets(file).get("a");
        assertThat(new Secrets(file).get("a")).isEqualTo(first).hasSizeGreaterThan(15);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    /** A worker that is killed has had the message; a training outlives twenty of them. */
    @Test
    void aTrainingOutlivesItsWorkers(@TempDir Path folder) throws Exception {
        try (BrokerServer broker = new BrokerServer(folder, Ports.anyFree(), "secret")) {
            try (JMSContext context = factory(broker.url()).createContext(BrokerServer.USER, "secret")) {
                context.createProducer().send(context.createQueue("roentgen.jobs.training"), "a training");
            }
            for (int delivery = 1; delivery <= 12; delivery++) {
                try (JMSContext context = factory(broker.url())
                        .createContext(BrokerServer.USER, "secret", JMSContext.SESSION_TRANSACTED)) {
                    assertThat(context.createConsumer(context.createQueue("roentgen.jobs.training"))
                                    .receive(5_000))
                            .as("delivery %d", delivery)
                            .isNotNull();
                    context.rollback();
                }
            }
        }
    }

    private static ConnectionFactory factory(String url) {
        return new ActiveMQConnectionFactory(url);
    }

    private JsonNode claims(String grant) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(keycloak.realmUrl() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        grant + "&client_id=roentgen-api&client_secret=" + encode(secrets.get("client.roentgen-api"))))
                .build();
        HttpResponse<String> response = Http.CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        ObjectMapper json = new ObjectMapper();
        String token = json.readTree(response.body()).get("access_token").asText();
        return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static Stream<String> texts(JsonNode array) {
        return array.isTextual()
                ? Stream.of(array.asText())
                : StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
