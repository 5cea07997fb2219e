package org.roentgen.training.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.roentgen.imaging.metrics.BinaryScores;
import org.roentgen.imaging.metrics.Bootstrap;
import org.roentgen.imaging.metrics.ConfusionMatrix;
import org.roentgen.imaging.metrics.CurvePoint;
import org.roentgen.imaging.metrics.Temperature;
import org.roentgen.imaging.prediction.InferencePlan;
import org.roentgen.imaging.prediction.Softmax;
import org.roentgen.imaging.window.PatchPredictor;
import org.roentgen.training.dataset.PreparedCase;
import org.roentgen.training.engine.Batch;
import org.roentgen.training.engine.TrainingSession;
import org.roentgen.training.plan.TrainingPlan;

/** Whole images, one class each. */
public final class ClassificationTask implements LearningTask {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(1000, 0.95, 1);
    private static final int CALIBRATION_BINS = 10;
    private static final double HIGH = 0.95;

    private final TrainingPlan plan;
    private final List<PreparedCase> train;
    private final List<PreparedCase> tune;
    private final WholeImages images;
    private Optional<BinaryScores> lastTuned = Optional.empty();

    public ClassificationTask(TrainingPlan plan, List<PreparedCase> train, List<PreparedCase> tune) {
        this.plan = plan;
        this.train = train;
        this.tune = tune;
        this.images = new WholeImages(plan);
    }

    @Override
    public InferencePlan inference() {
        return plan.inference();
    }

    @Override
    public Batch batch(int epoch, int step) {
        return images.batch(train, epoch, step);
    }

    @Override
    public double temperature(TrainingSession session) {
        return Temperature.fit(images.score(session, tune).scores(), truths(tune));
    }

    @Override
    public TuneResult tune(TrainingSession session) {
        WholeImages.Scored tuned = images.score(session, tune);
        double loss = tuned.loss();
        float[] probabilities = Softmax.of(tuned.scores(), tune.size(), plan.classes());
        double auc = auc(probabilities, truths(tune));
        double accuracy = confusion(probabilities, truths(tune)).accuracy();
        if (plan.classes() == 2) {
            lastTuned = Optional.of(scores(probabilities, truths(tune), 1));
        }
        double score = Double.isNaN(auc) ? accuracy : auc;
        Map<String, Double> metrics = new TreeMap<>(Map.of("tuneLoss", loss, "tuneAccuracy", accuracy));
        if (!Double.isNaN(auc)) {
            metrics.put("tuneAuc", auc);
        }
        return new TuneResult(score - 1e-3 * loss, metrics);
    }

    @Override
    public List<ParityInput> parityInputs(List<PreparedCase> cases) {
        return images.parityInputs(cases);
    }

    @Override
    public Evaluation evaluate(
            PatchPredictor model, List<PreparedCase> test, CaseImages originals, OutlineListener outlines) {
        float[] probabilities = images.probabilities(model, test);
        int[] truths = truths(test);
        Map<String, Double> metrics = new TreeMap<>();
        Map<String, Bootstrap.Interval> intervals = new TreeMap<>();
        ConfusionMatrix confusion = confusion(probabilities, truths);
        metrics.put("accuracy", confusion.accuracy());
        int[] predicted = predictions(probabilities, truths.length);
        intervals.put(
                "accuracy",
                BOOTSTRAP.mean(IntStream.range(0, truths.length)
                        .mapToDouble(i -> truths[i] == predicted[i] ? 1 : 0)
                        .toArray()));
        double auc = auc(probabilities, truths);
        if (!Double.isNaN(auc)) {
            metrics.put("auc", auc);
        }
        List<Evaluation.OperatingPoint> points = List.of();
        Map<String, List<CurvePoint>> curves = Map.of();
        if (plan.classes() == 2 && !Double.isNaN(auc)) {
            BinaryScores scores = scores(probabilities, truths, 1);
            intervals.put("auc", BOOTSTRAP.interval(truths.length, drawn -> scores.select(drawn)
                    .rocAuc()));
            points = operatingPoints(lastTuned.orElseThrow(), scores);
            metrics.put("sensitivity", points.getFirst().sensitivity());
            metrics.put("specificity", points.getFirst().specificity());
            metrics.put("expectedCalibrationError", scores.expectedCalibrationError(CALIBRATION_BINS));
            curves = Map.of(
                    "roc", scores.rocCurve(),
                    "precisionRecall", scores.precisionRecallCurve(),
                    "calibration", scores.calibrationCurve(CALIBRATION_BINS));
        }
        return new Evaluation(
                "TEST",
                test.size(),
                metrics,
                intervals,
                Optional.of(confusion.counts()),
                points.stream().findFirst().map(Evaluation.OperatingPoint::threshold),
                points,
                curves,
                results(test, probabilities));
    }

    /** Thresholds from the tune split, rates from the test split: searched once, not after each epoch. */
    private static List<Evaluation.OperatingPoint> operatingPoints(BinaryScores tuned, BinaryScores test) {
        return List.of(
                Evaluation.OperatingPoint.of("balanced", tuned.youdenThreshold(), test),
                Evaluation.OperatingPoint.of("sensitivity 95%", tuned.thresholdForSensitivity(HIGH), test),
                Evaluation.OperatingPoint.of("specificity 95%", tuned.thresholdForSpecificity(HIGH), test));
    }

    private List<Evaluation.CaseResult> results(List<PreparedCase> test, float[] probabilities) {
        List<Evaluation.CaseResult> results = new ArrayList<>();
        for (int i = 0; i < test.size(); i++) {
            int label = Byte.toUnsignedInt(test.get(i).target()[0]);
            double probability = probabilities[i * plan.classes() + label];
            Map<String, Double> values =
                    new TreeMap<>(Map.of(Evaluation.CaseResult.OF_TRUTH, probability, "label", (double) label));
            for (int each = 0; each < plan.classes(); each++) {
                values.put(Evaluation.CaseResult.probability(each), (double) probabilities[i * plan.classes() + each]);
            }
            results.add(new Evaluation.CaseResult(test.get(i).origin().id(), values));
        }
        results.sort(Comparator.comparingDouble(
                (Evaluation.CaseResult result) -> result.values().getOrDefault(Evaluation.CaseResult.OF_TRUTH, 0.0)));
        return results;
    }

    private static int[] truths(List<PreparedCase> cases) {
        return cases.stream()
                .mapToInt(each -> Byte.toUnsignedInt(each.target()[0]))
                .toArray();
    }

    private int[] predictions(float[] probabilities, int cases) {
        return IntStream.range(0, cases)
                .map(i -> IntStream.range(0, plan.classes())
                        .reduce((best, label) ->
                                probabilities[i * plan.classes() + label] > probabilities[i * plan.classes() + best]
                                        ? label
                                        : best)
                        .orElse(0))
                .toArray();
    }

    private ConfusionMatrix confusion(float[] probabilities, int[] truths) {
        return ConfusionMatrix.of(truths, predictions(probabilities, truths.length), plan.classes());
    }

    private BinaryScores scores(float[] probabilities, int[] truths, int label) {
        double[] scores = IntStream.range(0, truths.length)
                .mapToDouble(i -> probabilities[i * plan.classes() + label])
                .toArray();
        boolean[] positive = new boolean[truths.length];
        for (int i = 0; i < truths.length; i++) {
            positive[i] = truths[i] == label;
        }
        return new BinaryScores(scores, positive);
    }

    /** Of the positive class, or the mean of each class against the rest; NaN where no class can be judged. */
    private double auc(float[] probabilities, int[] truths) {
        if (plan.classes() == 2) {
            return scores(probabilities, truths, 1).rocAuc();
        }
        double[] each = IntStream.range(0, plan.classes())
                .mapToDouble(label -> scores(probabilities, truths, label).rocAuc())
                .filter(auc -> !Double.isNaN(auc))
                .toArray();
        return Arrays.stream(each).average().orElse(Double.NaN);
    }
}
