package org.roentgen.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.roentgen.local.LocalException;

/** Runs the whole loop once: import, train, export, promote, send new studies, infer, worklist. */
public final class Demo {
    public static final String CALLING_AE_TITLE = "DEMO_MODALITY";
    private static final String COHORT = "org.roentgen.imaging.synthetic.SyntheticCohortCommand";
    private static final String DICOM = "org.roentgen.dicom.cli.DicomCommand";
    private final Path folder;
    private final Toolkit toolkit;
    private final LearningLoop learning;
    private final ClinicalLoop clinical;
    private final Consumer<String> say;

    /** @param folder where the demo keeps its files */
    public Demo(
            Path folder,
            Toolkit toolkit,
            ApiClient admin,
            ApiClient scientist,
            ApiClient radiologist,
            Consumer<String> say) {
        this.folder = folder;
        this.toolkit = toolkit;
        this.learning = new LearningLoop(scientist, admin, say);
        this.clinical = new ClinicalLoop(admin, radiologist, say);
        this.say = say;
    }

    /** @return the worklist at the end */
    public List<JsonNode> run(DemoOptions options, int dimsePort, int pacsPort) {
        Instant begin = Instant.now();
        Path training = stage("Preparing the images", () -> trainingFolder(options));
        List<String> labels = List.of(options.labels().split(","));
        Path zip = folder.resolve("training.zip");
        String dataset = stage("Importing the reviewed images", () -> {
            Zips.pack(training, List.of("images", "labels"), zip);
            return learning.importImages(options.model() + "-reviewed", zip, labels);
        });
        JsonNode run = stage("Training, evaluating, exporting to ONNX", () -> {
            return learning.train(options.model(), dataset, spec(options));
        });
        JsonNode version = stage("Promoting the model (asked for by one person, approved by another)", () -> {
            return learning.promote(options.model());
        });
        say.accept("  model '" + options.model() + "' version " + version.get("version") + " is in production; test: "
                + LearningLoop.rounded(version.get("metrics"), version.path("labels")) + "; ONNX against PyTorch: "
                + version.get("parityMaxAbsDifference").asText() + "  (training run "
                + run.get("id").asText() + ")");
        stage("Configuring source, pipeline and destination", () -> {
            clinical.configure(options, CALLING_AE_TITLE, "demo-pacs", pacsPort);
            return "";
        });
        List<JsonNode> worklist = stage("Sending new studies by C-STORE and waiting for the results", () -> {
            return clinical.awaitResults(send(studiesFolder(options), dimsePort));
        });
        say.accept("The loop took " + Duration.between(begin, Instant.now()).toSeconds() + " s.");
        return worklist;
    }

    private Path trainingFolder(DemoOptions options) {
        if (options.data().isPresent()) {
            return folderWithImagesAndLabels(options.data().get());
        }
        toolkit.run(
                folder.resolve("cohort.log"),
                COHORT,
                List.of(cohort().toString(), "--patients", Integer.toString(options.patients()), "--seed", "20261122"));
        return cohort().resolve("training");
    }

    private Path cohort() {
        return folder.resolve("synthetic-cohort");
    }

    private Path studiesFolder(DemoOptions options) {
        return options.studies().or(options::data).orElseGet(() -> cohort().resolve("new-studies"));
    }

    /** Sends every DICOM file of the folder; returns how many studies the worklist must hold at least. */
    private int send(Path studies, int port) {
        List<String> arguments = List.of(
                "send",
                "localhost",
                Integer.toString(port),
                "--aet",
                CALLING_AE_TITLE,
                "--aec",
                "ROENTGEN",
                studies.toString());
        Path log = folder.resolve("send.log");
        int status = toolkit.status(log, DICOM, arguments);
        if (status > 1) {
            throw new LocalException("Sending failed; see " + log);
        }
        if (status == 1) {
            say.accept("  some files of " + studies + " were not sent, such as those that are not DICOM; see " + log);
        }
        return studies.startsWith(cohort()) ? subfolders(studies) : 1;
    }

    private static int subfolders(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return (int) entries.filter(Files::isDirectory).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> spec(DemoOptions options) {
        Map<String, Object> spec = new HashMap<>();
        spec.put("task", "SEGMENTATION");
        spec.put("network", "unet");
        spec.put("networkOptions", Map.of());
        spec.put("seed", 1);
        spec.put("parityTolerance", 1e-4);
        spec.put("optimization", Map.of("mirror", options.mirror()));
        options.epochs().ifPresent(epochs -> spec.put("epochs", epochs));
        return spec;
    }

    private static Path folderWithImagesAndLabels(Path data) {
        try (Stream<Path> folders = Files.walk(data, 3)) {
            return folders.filter(path ->
                            Files.isDirectory(path.resolve("images")) && Files.isDirectory(path.resolve("labels")))
                    .findFirst()
                    .orElseThrow(() -> new LocalException(
                            data + " holds no folder with images/ and labels/ (NIfTI files of the same names)"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Stage<T> {
        T run();
    }

    private <T> T stage(String title, Stage<T> stage) {
        say.accept(title + " ...");
        Instant begin = Instant.now();
        T result = stage.run();
        say.accept("  done in " + Duration.between(begin, Instant.now()).toSeconds() + " s");
        return result;
    }
}
