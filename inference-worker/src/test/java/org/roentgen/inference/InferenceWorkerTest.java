package org.roentgen.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.domain.JobId;
import org.roentgen.domain.ModelVersionId;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.event.InferenceCompleted;
import org.roentgen.domain.event.JobEvent;
import org.roentgen.domain.event.JobFailed;
import org.roentgen.domain.event.JobStarted;
import org.roentgen.domain.inference.Finding;
import org.roentgen.domain.inference.InstanceReference;
import org.roentgen.domain.inference.LabelMapReference;
import org.roentgen.domain.job.Destinations;
import org.roentgen.domain.job.InferenceJob;
import org.roentgen.domain.job.Job;
import org.roentgen.domain.job.Priority;
import org.roentgen.domain.model.PackageSignature;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.imaging.series.SeriesReader;
import org.roentgen.imaging.series.SeriesVolume;
import org.roentgen.imaging.synthetic.SyntheticCohort;

/** The whole worker on a real broker and ONNX Runtime, with a model whose answer is known. */
@QuarkusTest
@QuarkusTestResource(WorkerEnvironment.class)
class InferenceWorkerTest {
    private static final float THRESHOLD = 300.5f;
    private static final long PATIENCE_MILLISECONDS = 60_000;

    @Inject
    ObjectStore objects;

    @Inject
    ObjectMapper json;

    @Inject
    ConnectionFactory connections;

    @Inject
    @ConfigProperty(name = "test.signing.private-key-file")
    Path privateKey;

    private List<InstanceReference> instances = List.of();
    private List<DicomFile> files = List.of();

    @BeforeEach
    void storeASeriesInAnyOrder(@TempDir Path folder) throws IOException {
        SyntheticCohort.write(folder, 1, 5);
        Path study;
        try (Stream<Path> studies = Files.list(folder.resolve("new-studies"))) {
            study = studies.filter(Files::isDirectory).sorted().findFirst().orElseThrow();
        }
        List<InstanceReference> references = new ArrayList<>();
        List<DicomFile> read = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(study)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                DicomFile file = DicomFile.read(path);
                if (file.dataSet().string(Tag.Modality, "").equals("MR")) {
                    references.add(
                            new InstanceReference(file.dataSet().string(Tag.SOPInstanceUID, ""), objects.put(path)));
                    read.add(file);
                }
            }
        }
        Collections.reverse(references);
        instances = List.copyOf(references);
        files = List.copyOf(read);
        assertThat(instances).hasSizeGreaterThan(10);
    }

    @Test
    void segmentsOnTheSeriesOwnGridAndMeasures() throws Exception {
        ObjectId model = ThresholdModel.store(objects, json, THRESHOLD, key());
        InferenceCompleted completed = (InferenceCompleted) endOf(job(model, instances));
        assertThat(completed.result().software()).containsKeys("platform", "commit", "java", "djl");
        assertThat(completed.result().software().get("onnxruntime")).startsWith("1.");
        SeriesVolume expected = new SeriesReader().read(files);
        LabelMapReference labelMap = completed.result().labelMap().orElseThrow();
        byte[] labels = new GZIPInputStream(new ByteArrayInputStream(objects.read(labelMap.object()))).readAllBytes();
        float[] voxels = expected.volume().voxels();
        long above = 0;
        assertThat(labels).hasSameSizeAs(voxels);
        for (int index = 0; index < voxels.length; index++) {
            boolean bright = voxels[index] > THRESHOLD;
            above += bright ? 1 : 0;
            assertThat(labels[index])
                    .as("voxel %d of value %s", index, voxels[index])
                    .isEqualTo((byte) (bright ? 1 : 0));
        }
        assertThat(above).isBetween(1L, voxels.length - 1L);
        assertThat(labelMap.sopInstanceUids())
                .isEqualTo(expected.slices().stream()
                        .map(slice -> slice.sopInstanceUid())
                        .toList());
        Finding volume = completed.result().findings().getFirst();
        assertThat(volume.unit()).isEqualTo("ml");
        assertThat(volume.value()).isCloseTo(above * expected.volume().grid().voxelVolumeMm3() / 1000, within(1e-9));
    }

    @Test
    void refusesAModelThatSomeoneElseSigned() throws Exception {
        PrivateKey foreign =
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        ObjectId model = ThresholdModel.store(objects, json, THRESHOLD, foreign);
        JobFailed failed = (JobFailed) endOf(job(model, instances));
        assertThat(failed.cause().code()).isEqualTo(ErrorCode.INVALID_MODEL_PACKAGE);
        assertThat(failed.cause().message()).contains("not signed");
    }

    @Test
    void namesTheReasonWhenTheSeriesIsNoVolume() throws Exception {
        ObjectId model = ThresholdModel.store(objects, json, THRESHOLD, key());
        List<InstanceReference> gap = new ArrayList<>(instances);
        gap.remove(gap.size() / 2);
        JobFailed failed = (JobFailed) endOf(job(model, gap));
        assertThat(failed.cause().code()).isEqualTo(ErrorCode.QUALITY_GATE_REJECTED);
        assertThat(failed.cause().message()).isNotBlank();
    }

    private PrivateKey key() throws IOException {
        return PackageSignature.readPrivateKey(privateKey);
    }

    private static InferenceJob job(ObjectId model, List<InstanceReference> instances) {
        return new InferenceJob(
                Job.SCHEMA_VERSION,
                JobId.random(),
                Priority.ROUTINE,
                new ModelVersionId(java.util.UUID.randomUUID()),
                model,
                instances);
    }

    /** Sends the job and returns its end event; a start event comes first. */
    private JobEvent endOf(InferenceJob job) throws Exception {
        try (JMSContext context = connections.createContext();
                JMSConsumer events = context.createConsumer(context.createTopic(Destinations.EVENTS))) {
            context.start();
            context.createProducer()
                    .send(
                            context.createQueue(Destinations.INFERENCE_JOBS),
                            json.writerFor(Job.class).writeValueAsString(job));
            JobEvent first = next(events, job.jobId());
            assertThat(first).isInstanceOf(JobStarted.class);
            return next(events, job.jobId());
        }
    }

    private JobEvent next(JMSConsumer events, JobId job) throws IOException {
        while (true) {
            String text = events.receiveBody(String.class, PATIENCE_MILLISECONDS);
            assertThat(text).as("an event of job %s", job).isNotNull();
            JobEvent event = json.readValue(text, JobEvent.class);
            if (event.jobId().equals(job)) {
                return event;
            }
        }
    }
}
