package org.roentgen.training.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.augment.Sample;
import org.roentgen.imaging.label.ArgMax;
import org.roentgen.imaging.metrics.Bootstrap;
import org.roentgen.imaging.metrics.CurvePoint;
import org.roentgen.imaging.metrics.SegmentationMetrics;
import org.roentgen.imaging.prediction.InferencePlan;
import org.roentgen.imaging.prediction.Segmenter;
import org.roentgen.imaging.window.PatchPredictor;
import org.roentgen.network.FeatureShape;
import org.roentgen.training.dataset.PreparedCase;
import org.roentgen.training.engine.Batch;
import org.roentgen.training.engine.TrainingSession;
import org.roentgen.training.plan.TrainingPlan;

/** Patches or slices, one class for each voxel. */
public final class SegmentationTask implements LearningTask {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(1000, 0.95, 1);

    private final TrainingPlan plan;
    private final List<PreparedCase> train;
    private final List<PreparedCase> tune;
    private final PatchCutter cutter;

    public SegmentationTask(TrainingPlan plan, List<PreparedCase> train, List<PreparedCase> tune) {
        this.plan = plan;
        this.train = train;
        this.tune = tune;
        FeatureShape input = plan.program().network().input();
        List<Integer> sizes = input.spatial();
        this.cutter = input.rank() == 2
                ? new PatchCutter(sizes.get(1), sizes.get(0), 1)
                : new PatchCutter(sizes.get(2), sizes.get(1), sizes.get(0));
    }

    /** Chooses which islands of its output are removed. */
    @Override
    public LearningTask tuned(PatchPredictor model, CaseImages images) {
        CleanupChoice choice = new CleanupChoice(plan.classes());
        InferencePlan whole = plan.inference().withCleanup(InferencePlan.Cleanup.NONE);
        Segmenter segmenter = new Segmenter(plan.recipe(), whole, plan.classes());
        for (PreparedCase each : tune) {
            choice.add(
                    segmenter.segment(images.read(each.origin()).getFirst(), model),
                    each.reference().orElseThrow());
        }
        return new SegmentationTask(plan.withInference(plan.inference().withCleanup(choice.best())), train, tune);
    }

    @Override
    public InferencePlan inference() {
        return plan.inference();
    }

    @Override
    public Batch batch(int epoch, int step) {
        int[] order = Seeds.permutation(train.size(), Seeds.of(plan.seed(), epoch));
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < plan.batchSize(); i++) {
            int place = step * plan.batchSize() + i;
            long seed = Seeds.of(plan.seed(), epoch, step, i);
            RandomGenerator random = new Random(seed);
            Sample patch = cutter.random(train.get(order[place % order.length]), random);
            samples.add(plan.augmentation().apply(patch, random.nextLong()));
        }
        return batch(samples);
    }

    private static Batch batch(List<Sample> samples) {
        List<float[]> images = samples.stream().map(Sample::image).toList();
        int voxels = labels(samples.getFirst()).length;
        byte[] targets = new byte[samples.size() * voxels];
        for (int i = 0; i < samples.size(); i++) {
            System.arraycopy(labels(samples.get(i)), 0, targets, i * voxels, voxels);
        }
        return new Batch(samples.size(), Tensors.concatenate(images), targets);
    }

    private static byte[] labels(Sample sample) {
        return Objects.requireNonNull(sample.labels(), "a segmentation sample has labels");
    }

    /** Mean Dice of the central patches; the full sliding window is kept for the test split. */
    @Override
    public TuneResult tune(TrainingSession session) {
        double loss = 0;
        DiceSums dice = new DiceSums(plan.classes());
        for (int start = 0; start < tune.size(); start += plan.batchSize()) {
            List<Sample> samples = tune.subList(start, Math.min(tune.size(), start + plan.batchSize())).stream()
                    .map(cutter::central)
                    .toList();
            TrainingSession.Evaluated evaluated = session.evaluate(batch(samples));
            loss += (double) evaluated.loss() * samples.size() / tune.size();
            int length = evaluated.scores().length / samples.size();
            for (int i = 0; i < samples.size(); i++) {
                float[] scores = new float[length];
                System.arraycopy(evaluated.scores(), i * length, scores, 0, length);
                dice.add(ArgMax.of(scores, plan.classes()), labels(samples.get(i)));
            }
        }
        Map<String, Double> metrics = new TreeMap<>(Map.of("tuneLoss", loss, "tuneDice", dice.mean()));
        for (int label = 1; label < plan.classes(); label++) {
            metrics.put("tuneDice." + label, dice.of(label));
        }
        return new TuneResult(dice.mean() - 1e-3 * loss, metrics);
    }

    @Override
    public List<ParityInput> parityInputs(List<PreparedCase> cases) {
        return cases.stream().map(this::parityInput).toList();
    }

    /** What the network is given at inference: the whole image, its middle slice, or a patch of it. */
    private ParityInput parityInput(PreparedCase each) {
        VolumeGrid grid = each.image().grid();
        List<Integer> patch = plan.inference().patchSize();
        PatchCutter seen =
                switch (plan.inference().mode()) {
                    case WHOLE -> new PatchCutter(grid.width(), grid.height(), grid.depth());
                    case SLICE_WISE -> new PatchCutter(grid.width(), grid.height(), 1);
                    case SLIDING_WINDOW -> new PatchCutter(patch.get(0), patch.get(1), patch.get(2));
                };
        long[] shape = plan.isFlat()
                ? new long[] {1, each.image().channels(), seen.height(), seen.width()}
                : new long[] {1, each.image().channels(), seen.depth(), seen.height(), seen.width()};
        return new ParityInput(seen.central(each).image(), shape);
    }

    @Override
    public Evaluation evaluate(
            PatchPredictor model, List<PreparedCase> test, CaseImages images, OutlineListener outlines) {
        Segmenter segmenter = new Segmenter(plan.recipe(), plan.inference(), plan.classes());
        double[][] dice = new double[plan.classes()][test.size()];
        List<Evaluation.CaseResult> results = new ArrayList<>();
        for (int i = 0; i < test.size(); i++) {
            PreparedCase each = test.get(i);
            Volume image = images.read(each.origin()).getFirst();
            LabelVolume predicted = segmenter.segment(image, model);
            Evaluation.CaseResult result = judge(predicted, each, i, dice);
            outlines.outlined(each, image, predicted, meanDice(result));
            results.add(result);
        }
        results.sort(Comparator.comparingDouble(SegmentationTask::meanDice));
        Map<String, Double> metrics = new TreeMap<>();
        Map<String, Bootstrap.Interval> intervals = new TreeMap<>();
        double sum = 0;
        for (int label = 1; label < plan.classes(); label++) {
            Bootstrap.Interval interval = BOOTSTRAP.mean(dice[label]);
            metrics.put("dice." + label, interval.estimate());
            intervals.put("dice." + label, interval);
            sum += interval.estimate();
        }
        metrics.put("dice", sum / (plan.classes() - 1));
        results.getFirst().values().keySet().stream()
                .filter(name -> name.startsWith("hausdorff95Mm"))
                .forEach(name -> metrics.put(
                        name,
                        results.stream()
                                .mapToDouble(result -> result.values().getOrDefault(name, Double.NaN))
                                .filter(value -> !Double.isNaN(value))
                                .average()
                                .orElse(Double.NaN)));
        return new Evaluation(
                "TEST",
                test.size(),
                metrics,
                intervals,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                volumeAgreement(results),
                results);
    }

    private static double meanDice(Evaluation.CaseResult result) {
        return result.values().getOrDefault("dice", 0.0);
    }

    private Map<String, List<CurvePoint>> volumeAgreement(List<Evaluation.CaseResult> results) {
        Map<String, List<CurvePoint>> agreement = new TreeMap<>();
        for (int label = 1; label < plan.classes(); label++) {
            String difference = "volumeDifferenceMl." + label;
            String reference = "referenceVolumeMl." + label;
            agreement.put(
                    "volumeAgreement." + label,
                    results.stream()
                            .map(Evaluation.CaseResult::values)
                            .map(values -> new CurvePoint(
                                    values.getOrDefault(reference, 0.0) + values.getOrDefault(difference, 0.0) / 2,
                                    values.getOrDefault(difference, 0.0)))
                            .toList());
        }
        return agreement;
    }

    private Evaluation.CaseResult judge(LabelVolume predicted, PreparedCase each, int index, double[][] dice) {
        LabelVolume reference = each.reference().orElseThrow();
        Map<String, Double> values = new TreeMap<>();
        double sum = 0;
        for (int label = 1; label < plan.classes(); label++) {
            SegmentationMetrics metrics = SegmentationMetrics.of(predicted, reference, label);
            dice[label][index] = metrics.dice();
            sum += metrics.dice();
            values.put("dice." + label, metrics.dice());
            values.put("volumeDifferenceMl." + label, metrics.volumeDifferenceMl());
            values.put("referenceVolumeMl." + label, metrics.referenceMl());
            String distance = "hausdorff95Mm." + label;
            metrics.surface().ifPresent(surface -> values.put(distance, surface.hausdorff95()));
        }
        values.put("dice", sum / (plan.classes() - 1));
        return new Evaluation.CaseResult(each.origin().id(), values);
    }
}
