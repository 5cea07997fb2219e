package org.roentgen.training.run;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roentgen.imaging.prediction.InferencePlan.Activation;
import org.roentgen.imaging.window.PatchPredictor;
import org.roentgen.network.Network;
import org.roentgen.network.TensorState;
import org.roentgen.network.onnx.OnnxEmitter;
import org.roentgen.network.onnx.OnnxEnsemble;
import org.roentgen.network.onnx.OnnxExport;
import org.roentgen.training.engine.TrainingSession;
import org.roentgen.training.plan.TrainingPlan;
import org.roentgen.training.serving.EnsemblePredictor;

/**
 * A finished training: the model, or one member of an ensemble.
 *
 * @param state calibrated weights
 * @param tuned metrics on its tune split
 */
record TrainedMember(TensorState state, Map<String, Double> tuned) {
    TrainedMember {
        tuned = Map.copyOf(tuned);
    }

    /** One ONNX model of all members. */
    static byte[] export(List<TrainedMember> members, TrainingPlan plan) {
        Network network = plan.program().network();
        List<byte[]> models = members.stream()
                .map(member -> OnnxEmitter.emit(network, member.state(), OnnxExport.standard()))
                .toList();
        if (models.size() == 1) {
            return models.getFirst();
        }
        return plan.inference().activation() == Activation.SIGMOID
                ? OnnxEnsemble.ofFindings(models)
                : OnnxEnsemble.ofClasses(models);
    }

    /** What the exported model is compared with. */
    static PatchPredictor predictor(List<TrainingSession> sessions, TrainingPlan plan) {
        List<PatchPredictor> members = sessions.stream()
                .map(session -> (PatchPredictor) session::predict)
                .toList();
        return members.size() == 1
                ? members.getFirst()
                : new EnsemblePredictor(members, plan.inference().activation(), plan.classes());
    }

    /** For each metric {@code foldN.metric} and the mean {@code folds.metric}; none where there is one training. */
    static Map<String, Double> foldMetrics(List<TrainedMember> members) {
        Map<String, Double> metrics = new TreeMap<>();
        for (int fold = 0; members.size() > 1 && fold < members.size(); fold++) {
            String prefix = "fold" + (fold + 1) + ".";
            members.get(fold).tuned().forEach((name, value) -> {
                metrics.put(prefix + name, value);
                metrics.merge("folds." + name, value / members.size(), Double::sum);
            });
        }
        return metrics;
    }
}
