package org.roentgen.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roentgen.local.demo.ApiClient;

/** The services of one machine in their starting order, wired by environment variables. */
final class LocalStack {
    private final Path root;
    private final Home home;
    private final Ports ports;
    private final Secrets secrets;
    private final KeyFiles keys;
    private final PostgresServer postgres;
    private final KeycloakServer keycloak;

    /** @param root the checkout, where the built applications are */
    LocalStack(Path root, Home home, Ports ports) {
        this.root = root;
        this.home = home;
        this.ports = ports;
        this.secrets = new Secrets(home.folder("keys").resolve("secrets.properties"));
        this.keys = KeyFiles.in(home.folder("keys"));
        this.postgres = new PostgresServer(home.folder("postgresql"), ports.postgres(), secrets);
        this.keycloak = new KeycloakServer(
                home.folder("keycloak"), ports.keycloak(), ports.keycloakHealth(), postgres, secrets, url());
    }

    Path root() {
        return root;
    }

    KeyFiles keys() {
        return keys;
    }

    /** The API as the demo user of a role. */
    ApiClient client(String role) {
        String user = "demo-" + role;
        return new ApiClient(url(), realmUrl(), secrets.get("client.roentgen-api"), user, secrets.get("user." + user));
    }

    /**
     * The API for a command: with {@code ROENTGEN_TOKEN} at {@code ROENTGEN_URL} where these are set, else as the demo user of a
     * role.
     */
    ApiClient clientOfCommand(String role) {
        Map<String, String> environment = System.getenv();
        String token = environment.getOrDefault("ROENTGEN_TOKEN", "");
        return token.isEmpty() ? client(role) : new ApiClient(environment.getOrDefault("ROENTGEN_URL", url()), token);
    }

    Secrets secrets() {
        return secrets;
    }

    Ports ports() {
        return ports;
    }

    Home home() {
        return home;
    }

    /** Where people and programs reach the platform. */
    String url() {
        return "http://localhost:" + ports.api();
    }

    String realmUrl() {
        return keycloak.realmUrl();
    }

    List<Service> services() {
        return List.of(
                BackingService.of(
                        postgres, ports.postgres(), home.folder("postgresql").resolve("postgres.log")),
                BackingService.of(
                        keycloak,
                        List.of(ports.keycloak(), ports.keycloakHealth()),
                        home.folder("keycloak").resolve("keycloak.log")),
                broker(),
                deployable("platform-api", List.of(ports.api()), "768m", platformApi()),
                deployable("workflow-routes", List.of(ports.workflow(), ports.dimse()), "1g", workflowRoutes()),
                deployable("training-worker", List.of(ports.training()), "3g", trainingWorker()),
                deployable("inference-worker", List.of(ports.inference()), "2g", inferenceWorker()));
    }

    private Service broker() {
        return new JavaService(
                "artemis",
                List.of(ports.broker()),
                List.of(
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerServer.class.getName(),
                        home.folder("artemis").toString(),
                        Integer.toString(ports.broker())),
                Map.of("ROENTGEN_BROKER_PASSWORD", secrets.get("broker")),
                () -> !Ports.isFree(ports.broker()),
                home);
    }

    private Service deployable(String name, List<Integer> itsPorts, String heap, Map<String, String> settings) {
        int httpPort = itsPorts.getFirst();
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(httpPort));
        environment.put("ROENTGEN_OBJECTS_DEIDENTIFIED", objects("deidentified"));
        environment.put("ROENTGEN_BROKER_URL", "tcp://localhost:" + ports.broker());
        environment.put("ROENTGEN_BROKER_USERNAME", BrokerServer.USER);
        environment.put("ROENTGEN_BROKER_PASSWORD", secrets.get("broker"));
        environment.put("DJL_CACHE_DIR", home.folder("engines").toString());
        return new JavaService(
                name,
                itsPorts,
                List.of(
                        "-Xmx" + heap,
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Doffline=true",
                        "-jar",
                        root.resolve(name)
                                .resolve("target/quarkus-app/quarkus-run.jar")
                                .toString()),
                environment,
                () -> Http.answers("http://localhost:" + httpPort + "/q/health/ready"),
                home);
    }

    private Map<String, String> platformApi() {
        Map<String, String> settings = identifiedZone("platform_api");
        settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", realmUrl());
        settings.put("QUARKUS_OIDC_CREDENTIALS_SECRET", secrets.get("client.roentgen-api"));
        settings.put("QUARKUS_OIDC_WEB_AUTH_SERVER_URL", realmUrl());
        settings.put("QUARKUS_OIDC_WEB_CREDENTIALS_SECRET", secrets.get("client.roentgen-web"));
        settings.put(
                "QUARKUS_OIDC_WEB_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET",
                secrets.get("session.encryption") + secrets.get("session.encryption.more"));
        settings.put("ROENTGEN_SERVICES_WORKFLOW_ROUTES", "http://localhost:" + ports.workflow());
        settings.put("ROENTGEN_SERVICES_TRAINING_WORKER", "http://localhost:" + ports.training());
        settings.put("ROENTGEN_SERVICES_INFERENCE_WORKER", "http://localhost:" + ports.inference());
        return settings;
    }

    private Map<String, String> workflowRoutes() {
        Map<String, String> settings = identifiedZone("workflow_routes");
        settings.put("ROENTGEN_DIMSE_PORT", Integer.toString(ports.dimse()));
        settings.put("ROENTGEN_PSEUDONYM_KEY_FILE", keys.pseudonym().toString());
        settings.put("ROENTGEN_SIGNING_PUBLIC_KEY_FILE", keys.signingPublic().toString());
        return settings;
    }

    private Map<String, String> trainingWorker() {
        return Map.of("ROENTGEN_SIGNING_PRIVATE_KEY_FILE", keys.signingPrivate().toString());
    }

    private Map<String, String> inferenceWorker() {
        return Map.of("ROENTGEN_SIGNING_PUBLIC_KEY_FILE", keys.signingPublic().toString());
    }

    private Map<String, String> identifiedZone(String role) {
        Map<String, String> settings = new HashMap<>();
        settings.put("ROENTGEN_OBJECTS_IDENTIFIED", objects("identified"));
        settings.put("ROENTGEN_CROSSWALK_KEY_FILE", keys.crosswalk().toString());
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl("roentgen"));
        settings.put("QUARKUS_DATASOURCE_USERNAME", role);
        settings.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password(role));
        settings.put("QUARKUS_FLYWAY_JDBC_URL", postgres.jdbcUrl("roentgen"));
        settings.put("QUARKUS_FLYWAY_USERNAME", "roentgen_owner");
        settings.put("QUARKUS_FLYWAY_PASSWORD", postgres.password("roentgen_owner"));
        return settings;
    }

    private String objects(String zone) {
        return "file:" + home.folder("objects/" + zone);
    }
}
