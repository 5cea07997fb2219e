package org.roentgen.training.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.imaging.metrics.BinaryScores;
import org.roentgen.imaging.metrics.Bootstrap;
import org.roentgen.imaging.metrics.CurvePoint;
import org.roentgen.imaging.metrics.Temperature;
import org.roentgen.imaging.metrics.ThresholdCounts;
import org.roentgen.imaging.prediction.InferencePlan;
import org.roentgen.imaging.prediction.Sigmoid;
import org.roentgen.imaging.window.PatchPredictor;
import org.roentgen.training.dataset.PreparedCase;
import org.roentgen.training.engine.Batch;
import org.roentgen.training.engine.TrainingSession;
import org.roentgen.training.plan.TrainingPlan;

/** Whole images, any number of findings each. Figures of finding N end in {@code .N}; without a number they are means. */
public final class MultiLabelTask implements LearningTask {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(1000, 0.95, 1);
    private static final int CALIBRATION_BINS = 10;
    private static final float LEAST_PROBABILITY = 1e-6f;
    private static final String AUC = "auc";
    private static final String TRUTH = "probabilityOfTruth";

    private final TrainingPlan plan;
    private final List<LabelDefinition> labels;
    private final List<PreparedCase> train;
    private final List<PreparedCase> tune;
    private final WholeImages images;
    private List<BinaryScores> lastTuned = List.of();

    public MultiLabelTask(
            TrainingPlan plan, List<LabelDefinition> labels, List<PreparedCase> train, List<PreparedCase> tune) {
        this.plan = plan;
        this.labels = labels;
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
    public TuneResult tune(TrainingSession session) {
        WholeImages.Scored scored = images.score(session, tune);
        lastTuned = findings(Sigmoid.of(scored.scores()), tune);
        Map<String, Double> metrics = new TreeMap<>(Map.of("tuneLoss", scored.loss()));
        double auc = meanAuc(lastTuned);
        if (!Double.isNaN(auc)) {
            metrics.put("tuneAuc", auc);
        }
        return new TuneResult((Double.isNaN(auc) ? 0 : auc) - 1e-3 * scored.loss(), metrics);
    }

    /** A score against 0 is a choice between two classes, so one temperature is fitted over all findings. */
    @Override
    public double temperature(TrainingSession session) {
        float[] scores = images.score(session, tune).scores();
        float[] pairs = new float[scores.length * 2];
        int[] truths = new int[scores.length];
        for (int place = 0; place < scores.length; place++) {
            pairs[2 * place + 1] = scores[place];
            truths[place] = tune.get(place / plan.classes()).target()[place % plan.classes()];
        }
        return Temperature.fit(pairs, truths);
    }

    @Override
    public List<ParityInput> parityInputs(List<PreparedCase> cases) {
        return images.parityInputs(cases);
    }

    @Override
    public Evaluation evaluate(
            PatchPredictor model, List<PreparedCase> test, CaseImages originals, OutlineListener outlines) {
        float[] probabilities = images.probabilities(model, test);
        List<BinaryScores> findings = findings(probabilities, test);
        Map<String, Double> metrics = new TreeMap<>();
        Map<String, Bootstrap.Interval> intervals = new TreeMap<>();
        Map<String, List<CurvePoint>> curves = new TreeMap<>();
        List<Evaluation.OperatingPoint> points = new ArrayList<>();
        for (int label = 0; label < findings.size(); label++) {
            BinaryScores scores = findings.get(label);
            if (Double.isNaN(scores.rocAuc())) {
                continue;
            }
            String end = "." + label;
            metrics.put(AUC + end, scores.rocAuc());
            intervals.put(AUC + end, BOOTSTRAP.interval(test.size(), drawn -> scores.select(drawn)
                    .rocAuc()));
            double threshold = lastTuned.get(label).youdenThreshold();
            ThresholdCounts counts = scores.at(threshold);
            metrics.put("sensitivity" + end, counts.sensitivity());
            metrics.put("specificity" + end, counts.specificity());
            metrics.put("expectedCalibrationError" + end, scores.expectedCalibrationError(CALIBRATION_BINS));
            points.add(Evaluation.OperatingPoint.of(labels.get(label).name(), threshold, scores));
            curves.put("roc" + end, scores.rocCurve());
            curves.put("precisionRecall" + end, scores.precisionRecallCurve());
            curves.put("calibration" + end, scores.calibrationCurve(CALIBRATION_BINS));
        }
        if (!points.isEmpty()) {
            metrics.put(AUC, meanAuc(findings));
            intervals.put(
                    AUC,
                    BOOTSTRAP.interval(
                            test.size(),
                            drawn -> meanAuc(findings.stream()
                                    .map(scores -> scores.select(drawn))
                                    .toList())));
        }
        return new Evaluation(
                "TEST",
                test.size(),
                metrics,
                intervals,
                Optional.empty(),
                Optional.empty(),
                points,
                curves,
                results(test, probabilities));
    }

    /** For each case the probability of each finding, and the geometric mean of the probabilities of what is true. */
    private List<Evaluation.CaseResult> results(List<PreparedCase> test, float[] probabilities) {
        List<Evaluation.CaseResult> results = new ArrayList<>();
        for (int each = 0; each < test.size(); each++) {
            Map<String, Double> values = new TreeMap<>();
            double logarithms = 0;
            for (int label = 0; label < plan.classes(); label++) {
                float probability = probabilities[each * plan.classes() + label];
                boolean present = test.get(each).target()[label] == 1;
                logarithms += Math.log(Math.max(LEAST_PROBABILITY, present ? probability : 1 - probability));
                values.put("probability." + label, (double) probability);
                values.put("label." + label, present ? 1.0 : 0.0);
            }
            values.put(TRUTH, Math.exp(logarithms / plan.classes()));
            results.add(new Evaluation.CaseResult(test.get(each).origin().id(), values));
        }
        results.sort(Comparator.comparingDouble(result -> result.values().getOrDefault(TRUTH, 0.0)));
        return results;
    }

    private List<BinaryScores> findings(float[] probabilities, List<PreparedCase> cases) {
        return IntStream.range(0, plan.classes())
                .mapToObj(label -> finding(probabilities, cases, label))
                .toList();
    }

    private BinaryScores finding(float[] probabilities, List<PreparedCase> cases, int label) {
        double[] scores = new double[cases.size()];
        boolean[] present = new boolean[cases.size()];
        for (int each = 0; each < scores.length; each++) {
            scores[each] = probabilities[each * plan.classes() + label];
            present[each] = cases.get(each).target()[label] == 1;
        }
        return new BinaryScores(scores, present);
    }

    /** Over the findings that some cases have and some have not; NaN where there is none. */
    private static double meanAuc(List<BinaryScores> findings) {
        return findings.stream()
                .mapToDouble(BinaryScores::rocAuc)
                .filter(auc -> !Double.isNaN(auc))
                .average()
                .orElse(Double.NaN);
    }
}
