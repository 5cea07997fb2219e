package org.roentgen.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.local.command.DataCommand;
import org.roentgen.local.command.ModelCommand;
import org.roentgen.local.command.TrainCommand;
import org.roentgen.local.demo.ApiClient;
import org.roentgen.local.demo.DemoOptions;
import org.roentgen.local.demo.Toolkit;

/**
 * The whole platform as it is delivered: all processes, the demonstration's loop, the browser, and {@code kill -9} of each process
 * in the middle of its work. Needs the packaged applications.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SystemIT {
    private static final int PORT_OFFSET = 1_500;
    private static final int PATIENTS = 24;
    private static final String DICOM = "org.roentgen.dicom.cli.DicomCommand";
    private static final Path ROOT = Path.of(System.getProperty("roentgen.root"));

    private final Home home = new Home(temporary());
    private final LocalStack stack = new LocalStack(ROOT, home, new Ports(PORT_OFFSET));
    private final Console quiet = new Console(System.out);
    private final Toolkit toolkit = new Toolkit(ROOT);
    private final ApiClient radiologist = stack.client("radiologist");
    private final ApiClient admin = stack.client("admin");

    @BeforeAll
    void start() {
        new Launcher(stack, quiet).up();
    }

    @AfterAll
    void stop() throws IOException {
        Path logs = Files.createDirectories(ROOT.resolve("deploy/local/target/system-logs"));
        for (Service service : stack.services()) {
            if (Files.exists(service.log())) {
                Files.copy(service.log(), logs.resolve(service.name() + ".log"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        new Launcher(stack, quiet).down();
        Folders.delete(home.path());
    }

    @Test
    @Order(1)
    void runsTheDemonstration() {
        DemoOptions options = DemoArguments.parse(
                new ArrayDeque<>(List.of("--patients", Integer.toString(PATIENTS), "--epochs", "12")));
        new DemoCommand(stack, quiet).run(options);
        assertThat(worklist()).isNotEmpty().anySatisfy(item -> assertThat(state(item))
                .isEqualTo("READY_FOR_REVIEW"));
    }

    @Test
    @Order(2)
    void commandsTellOfTheDemonstrationsDataAndTraining() {
        ApiClient scientist = stack.client("data-scientist");
        List<String> said = new ArrayList<>();
        assertThat(new DataCommand(scientist, said::add).run(words("list"))).isZero();
        assertThat(said).anySatisfy(line -> assertThat(line).contains("SEGMENTATION", " cases"));
        assertThat(new TrainCommand(scientist, said::add).run(words("list"))).isZero();
        String run = said.getLast().split("\t", -1)[0];
        assertThat(new TrainCommand(scientist, said::add).run(words("watch", run)))
                .isZero();
        assertThat(said)
                .anySatisfy(line -> assertThat(line).startsWith("epoch 1/12").contains("trainLoss", "tuneDice["));
        assertThat(said.getLast()).startsWith("Training COMPLETED: model version ");
        assertThatThrownBy(() -> new TrainCommand(scientist, said::add).run(words("start", "--data", "nothing")))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("There is no dataset version 'nothing'");
    }

    private static Deque<String> words(String... words) {
        return new ArrayDeque<>(List.of(words));
    }

    @Test
    @Order(2)
    void aSecondStartIsANoOp() {
        Map<String, Long> before = pids();
        new Launcher(stack, quiet).up();
        assertThat(pids()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void aThirdPartyOnAPortGivesOneClearLine() {
        LocalStack other = new LocalStack(ROOT, new Home(temporary()), new Ports(PORT_OFFSET));
        assertThatThrownBy(() -> new Launcher(other, quiet).up())
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("is taken by another program")
                .hasMessageContaining("--port-offset");
    }

    @Test
    @Order(4)
    void anAcceptedResultArrivesAtThePacs() {
        JsonNode study = ready().getFirst();
        String run = runOf(study);
        radiologist.post("/pipeline-runs/" + run + "/review", Map.of("decision", "ACCEPTED"));
        JsonNode result = resultsOf(study).getFirst();
        assertThat(Until.holds(Duration.ofSeconds(60), () -> admin.get("/pipeline-runs/" + run)
                        .get("state")
                        .asText()
                        .equals("COMPLETED")))
                .as("run completed")
                .isTrue();
        Set<String> delivered = indexed(home.folder("demo/pacs"));
        assertThat(delivered)
                .contains(
                        result.get("segInstanceUid").asText(),
                        result.get("srInstanceUid").asText());
    }

    @Test
    @Order(5)
    void whatWasDeliveredIsValid() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/dciodvfy")), "dciodvfy (dicom3tools) is not installed");
        try (Stream<Path> files = Files.walk(home.folder("demo/pacs"))) {
            List<Path> delivered = files.filter(Files::isRegularFile).toList();
            assertThat(delivered).isNotEmpty();
            for (Path file : delivered) {
                assertThat(output(List.of("dciodvfy", file.toString())).lines())
                        .as("dciodvfy %s", file)
                        .noneMatch(line -> line.startsWith("Error"));
            }
        }
    }

    @Test
    @Order(6)
    void theBrowserShowsAllOfIt() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/chromium")), "chromium is not installed");
        Map<String, String> environment = new HashMap<>();
        environment.put("ROENTGEN_URL", stack.url());
        for (String role : KeycloakServer.ROLE_NAMES) {
            environment.put(
                    "ROENTGEN_" + role.toUpperCase(Locale.ROOT).replace('-', '_') + "_PASSWORD",
                    stack.secrets().get("user.demo-" + role));
        }
        Path log = home.file("playwright.log");
        ProcessBuilder builder = new ProcessBuilder("npm", "run", "e2e")
                .directory(ROOT.resolve("web-ui").toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        assertThat(builder.start().waitFor())
                .as(() -> "Playwright's exit status; it printed:\n" + text(log))
                .isZero();
        assertThat(text(log)).contains(" passed").doesNotContain(" skipped");
    }

    @ParameterizedTest
    @Order(7)
    @CsvSource({"workflow-routes", "inference-worker", "artemis", "postgresql", "platform-api", "keycloak"})
    void killedInTheMiddleOfItsWorkNothingIsLostOrDoubled(String name) {
        Path studies = newCohort(name);
        Set<String> sent = indexed(studies);
        Set<String> known = new TreeSet<>(studyIds());
        toolkit.run(home.file("send-" + name + ".log"), DICOM, sendArguments(studies));
        kill(name);
        new Launcher(stack, quiet).up();
        assertThat(Until.holds(Duration.ofMinutes(4), () -> settled(known)))
                .as("every new study has its result: %s", worklist())
                .isTrue();
        List<JsonNode> added = worklist().stream()
                .filter(item -> !known.contains(item.get("studyId").asText()))
                .toList();
        int instances =
                added.stream().mapToInt(item -> item.get("instances").asInt()).sum();
        int derived =
                added.stream().mapToInt(item -> 2 * resultsOf(item).size()).sum();
        assertThat(instances - derived).as("instances received").isEqualTo(sent.size());
        assertThat(added)
                .filteredOn(item -> state(item).equals("READY_FOR_REVIEW"))
                .allSatisfy(item -> assertThat(resultsOf(item)).hasSize(1));
    }

    @Test
    @Order(7)
    void aTrainingThatIsKilledGoesOnAndEndsOnce() {
        ApiClient scientist = stack.client("data-scientist");
        JsonNode before = items(scientist.get("/training-runs")).getFirst();
        Map<String, Object> order = new HashMap<>();
        String name = productionModel().get("name").asText();
        order.put("modelName", name);
        order.put("datasetVersionId", before.get("datasetVersionId").asText());
        order.put("spec", ((ObjectNode) before.get("spec")).put("epochs", 3));
        String path = "/training-runs/"
                + scientist.post("/training-runs", order).get("id").asText();
        assertThat(Until.holds(
                        Duration.ofMinutes(3),
                        () -> !scientist.get(path).path("epochs").isEmpty()))
                .as("an epoch has ended")
                .isTrue();
        kill("training-worker");
        new Launcher(stack, quiet).up();
        assertThat(Until.holds(
                        Duration.ofMinutes(5), () -> state(scientist.get(path)).equals("COMPLETED")))
                .as(() -> "the training goes on: " + scientist.get(path))
                .isTrue();
        assertThat(scientist.get(path).get("epochs"))
                .extracting(epoch -> epoch.get("epoch").asInt())
                .containsExactly(1, 2, 3);
        assertThat(items(scientist.get("/models")))
                .filteredOn(model -> model.get("name").asText().equals(name))
                .singleElement()
                .satisfies(model -> assertThat(model.get("versions")).hasSize(2));
    }

    @Test
    @Order(8)
    void aVersionInTheShadowFollowsProductionOnNewStudies() {
        ApiClient scientist = stack.client("data-scientist");
        JsonNode candidate = versionIn("CANDIDATE");
        String id = candidate.get("id").asText();
        List<String> said = new ArrayList<>();
        ModelCommand model = new ModelCommand(scientist, said::add);
        assertThat(model.run(words("shadow", id, "--reason", "to see it beside production")))
                .isZero();
        Set<String> known = new TreeSet<>(studyIds());
        toolkit.run(home.file("send-shadow.log"), DICOM, sendArguments(newCohort("shadow")));
        assertThat(Until.holds(Duration.ofMinutes(4), () -> settled(known)))
                .as("every new study has its result: %s", worklist())
                .isTrue();
        String report = "/model-versions/" + id + "/shadow";
        assertThat(Until.holds(Duration.ofMinutes(2), () -> {
                    JsonNode series = scientist.get(report).get("series");
                    return series.get("compared").asInt() > 0
                            && series.get("running").asInt() == 0;
                }))
                .as(() -> "the shadow has answered: " + scientist.get(report))
                .isTrue();
        JsonNode compared = scientist.get(report);
        assertThat(compared.get("productionVersion"))
                .isEqualTo(versionIn("PRODUCTION").get("version"));
        assertThat(compared.get("meanAgreement").asDouble()).isBetween(0.0, 1.0);
        assertThat(compared.get("meanByLabel").properties()).isNotEmpty();
        assertThat(compared.at("/series/failed").asInt()).isZero();
        assertThat(worklist())
                .filteredOn(item -> !known.contains(item.get("studyId").asText()))
                .filteredOn(item -> state(item).equals("READY_FOR_REVIEW"))
                .allSatisfy(item ->
                        assertThat(resultsOf(item)).as("production's alone").hasSize(1));
        assertThat(model.run(words("shadow", id))).isZero();
        assertThat(said).anySatisfy(line -> assertThat(line).contains(" series compared", "mean agreement "));
    }

    @Test
    @Order(8)
    void aModelIsExportedForOtherSystems() throws Exception {
        Path zip = home.file("serving.zip");
        String id = versionIn("PRODUCTION").get("id").asText();
        stack.client("data-scientist").download("/model-versions/" + id + "/package?tail=labels", zip);
        try (FileSystem files = FileSystems.newFileSystem(zip)) {
            assertThat(Files.readString(files.getPath("manifest.json")))
                    .contains("\"probabilities\"", "\"labels\"", "int64");
            assertThat(files.getPath("model.onnx")).isNotEmptyFile();
            assertThat(files.getPath("signature")).doesNotExist();
        }
    }

    private JsonNode productionModel() {
        return items(admin.get("/models")).stream()
                .filter(model -> elements(model.get("versions")).stream()
                        .anyMatch(version -> version.get("stage").asText().equals("PRODUCTION")))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode versionIn(String stage) {
        return elements(productionModel().get("versions")).stream()
                .filter(version -> version.get("stage").asText().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @Order(8)
    @ValueSource(strings = {"NIFTI", "IMAGE_FOLDER"})
    void everyPlantedFaultOfADataSetIsReported(String format) throws IOException {
        new PlantedFaultsCheck(stack.client("data-scientist"), home).everyFaultIsReported(format);
    }

    @Test
    @Order(8)
    void whatIsNotDicomIsRefusedAndNamed() throws Exception {
        long before = quarantined();
        Path bad = Files.write(home.file("bad.dcm"), "this is not DICOM".getBytes(StandardCharsets.UTF_8));
        int status = stow(bad);
        assertThat(status).isEqualTo(409);
        assertThat(quarantined()).isEqualTo(before + 1);
    }

    @Test
    @Order(9)
    void theAuditTrailIsWhole() {
        JsonNode verification = stack.client("auditor").get("/audit/verification");
        assertThat(verification.get("valid").asBoolean()).isTrue();
        assertThat(verification.get("events").asLong()).isGreaterThan(10);
    }

    @Test
    @Order(10)
    void noIdentityIsInLogsOrTheDeidentifiedZone() throws Exception {
        Set<String> names = new TreeSet<>();
        for (JsonNode item : worklist()) {
            for (String word : item.path("patientName").asText("").split("[\\^= ]")) {
                if (word.length() > 4) {
                    names.add(word);
                }
            }
        }
        assertThat(names).isNotEmpty();
        for (Path folder : List.of(home.folder("logs"), home.folder("objects/deidentified"), home.folder("artemis"))) {
            for (String name : names) {
                assertThat(output(List.of("grep", "-rlaF", name, folder.toString())))
                        .as("a patient's name in %s", folder)
                        .isBlank();
            }
        }
    }

    private boolean settled(Set<String> known) {
        List<JsonNode> added = worklist().stream()
                .filter(item -> !known.contains(item.get("studyId").asText()))
                .toList();
        return !added.isEmpty()
                && added.stream().allMatch(item -> Set.of("READY_FOR_REVIEW", "NO_AI", "STOPPED")
                        .contains(state(item)))
                && added.stream().anyMatch(item -> state(item).equals("READY_FOR_REVIEW"));
    }

    private Path newCohort(String name) {
        Path folder = home.folder("cohort-" + name);
        toolkit.run(
                home.file("cohort-" + name + ".log"),
                "org.roentgen.imaging.synthetic.SyntheticCohortCommand",
                List.of(folder.toString(), "--patients", "2", "--seed", Integer.toString(name.hashCode() & 0xffff)));
        return folder.resolve("new-studies");
    }

    private List<String> sendArguments(Path studies) {
        return List.of(
                "send",
                "localhost",
                Integer.toString(stack.ports().dimse()),
                "--aet",
                org.roentgen.local.demo.Demo.CALLING_AE_TITLE,
                "--aec",
                "ROENTGEN",
                studies.toString());
    }

    /** SOP Instance UIDs of the DICOM files of a folder. */
    private Set<String> indexed(Path folder) {
        Path csv = home.file("index.csv");
        toolkit.run(home.file("index.log"), DICOM, List.of("index", folder.toString(), "--out", csv.toString()));
        try {
            List<String> lines = Files.readAllLines(csv);
            int column = List.of(lines.getFirst().split(",")).indexOf("sop_instance_uid");
            assertThat(column).as(lines.getFirst()).isNotNegative();
            Set<String> uids = new TreeSet<>();
            lines.stream().skip(1).forEach(line -> uids.add(line.split(",")[column]));
            return uids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int stow(Path file) throws Exception {
        return Integer.parseInt(output(List.of(
                        "curl",
                        "-s",
                        "-o",
                        "/dev/null",
                        "-w",
                        "%{http_code}",
                        "-H",
                        "Authorization: Bearer " + stack.client("integrator").bearer(),
                        "-H",
                        "Content-Type: multipart/related; type=\"application/dicom\"; boundary=part",
                        "--data-binary",
                        "--part\r\nContent-Type: application/dicom\r\n\r\n" + Files.readString(file)
                                + "\r\n--part--\r\n",
                        stack.url() + "/dicom-web/studies"))
                .trim());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String output(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }

    private long quarantined() {
        return admin.get("/quarantine").get("total").asLong();
    }

    private List<JsonNode> ready() {
        List<JsonNode> ready = worklist().stream()
                .filter(item -> state(item).equals("READY_FOR_REVIEW"))
                .toList();
        assertThat(ready).isNotEmpty();
        return ready;
    }

    private List<JsonNode> worklist() {
        return items(radiologist.get("/worklist?limit=500"));
    }

    private Set<String> studyIds() {
        Set<String> ids = new TreeSet<>();
        worklist().forEach(item -> ids.add(item.get("studyId").asText()));
        return ids;
    }

    private List<JsonNode> resultsOf(JsonNode study) {
        return items(radiologist.get("/studies/" + study.get("studyId").asText() + "/results"));
    }

    private static List<JsonNode> items(JsonNode page) {
        return elements(page.get("items"));
    }

    private static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static String state(JsonNode item) {
        return item.get("state").asText();
    }

    private static String runOf(JsonNode study) {
        return StreamSupport.stream(study.get("runs").spliterator(), false)
                .filter(run -> run.get("state").asText().equals("WAITING_FOR_REVIEW"))
                .findFirst()
                .orElseThrow()
                .get("runId")
                .asText();
    }

    private Service service(String name) {
        return stack.services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void kill(String name) {
        ProcessHandle process = service(name).process().running().orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private Map<String, Long> pids() {
        Map<String, Long> pids = new HashMap<>();
        stack.services()
                .forEach(service -> pids.put(
                        service.name(),
                        service.process().running().orElseThrow().pid()));
        return pids;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("roentgen-system");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
