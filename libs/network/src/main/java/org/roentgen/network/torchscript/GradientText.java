package org.roentgen.network.torchscript;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.roentgen.network.Auxiliary;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Network;
import org.roentgen.network.TensorSpec;
import org.roentgen.network.TrainingProgram;

/** The text from a batch to its loss and its gradients: mixing, forward, loss of every output, backward. */
final class GradientText {
    private static final int LARGE_PRIME = 1_000_003;
    private static final int MIXING = 4098;

    private final TrainingProgram program;
    private final List<TensorSpec> parameters;
    private final StringBuilder body = new StringBuilder();

    GradientText(TrainingProgram program, List<TensorSpec> parameters) {
        this.program = program;
        this.parameters = parameters;
    }

    /** Gradients lie in memory as their parameters do, which fused updates take for granted. */
    String body() {
        boolean mixes = program.options().mixup() > 0;
        line("_counted = torch.add_(self.random_counter, 1)");
        if (mixes) {
            mix();
        }
        line("outputs = (self).forward_train(" + (mixes ? "mixed" : "x") + ", )");
        line("loss = " + sum(mixes ? mixedLosses() : losses("y")));
        String list =
                parameters.stream().map(spec -> "self." + spec.name()).collect(Collectors.joining(", ", "[", "]"));
        line("found = torch.grad([loss], " + list + ", None, None, False, False)");
        line("gradients = annotate(List[Tensor], [torch.detach(loss)])");
        line("for i in range(torch.len(found)):");
        line("  _kept = torch.append(gradients, torch.contiguous(unchecked_cast(Tensor, found[i])))");
        line("return gradients");
        return body.toString();
    }

    /** Blends each sample with its counterpart from the other end of the batch, whose order is random already. */
    private void mix() {
        double beta = program.options().mixup();
        line("mix_seed = int(self." + TrainingProgram.RANDOM_SEED + ") * " + LARGE_PRIME + " + int(self."
                + TrainingProgram.RANDOM_COUNTER + ") * 4099 + " + MIXING);
        line("mix_generator = torch.Generator(device=ops.prim.device(x), seed=mix_seed)");
        line("mix_ends = torch.stack([self." + TrainingProgram.RANDOM_SEED + ", self." + TrainingProgram.RANDOM_SEED
                + "], 0)");
        line("mix_shares = torch._sample_dirichlet(torch.full_like(mix_ends, " + beta + "), mix_generator)");
        line("share = torch.max(mix_shares)");
        line("rest = torch.rsub(share, 1.)");
        line("mixed = torch.add(torch.mul(x, share), torch.mul(torch.flip(x, [0]), rest))");
        line("other = torch.flip(y, [0])");
    }

    private List<String> mixedLosses() {
        List<String> own = losses("y");
        List<String> others = losses("other");
        return List.of("torch.mul(" + sum(own) + ", share)", "torch.mul(" + sum(others) + ", rest)");
    }

    /** The loss of the output and, weighted, of each auxiliary output; the weights add up to 1. */
    private List<String> losses(String target) {
        Network network = program.network();
        double weights = 1
                + network.auxiliaries().stream().mapToDouble(Auxiliary::weight).sum();
        List<String> losses = new ArrayList<>();
        losses.add(weighted(loss(network.output().shape(), 0, target), 1 / weights));
        for (int index = 0; index < network.auxiliaries().size(); index++) {
            Auxiliary auxiliary = network.auxiliaries().get(index);
            FeatureShape shape = network.shapeOf(auxiliary);
            String thinned = target + (index + 1);
            line(thinned + " = " + thinned(target, network.output().shape(), shape));
            losses.add(weighted(loss(shape, index + 1, thinned), auxiliary.weight() / weights));
        }
        return losses;
    }

    private String loss(FeatureShape shape, int index, String target) {
        String output = "output" + index;
        line(output + " = outputs[" + index + "]");
        String name = "loss_" + output + "_" + target;
        String expression = program.loss().torchScript(new BodyLossScope(shape, output, target, body));
        line(name + " = " + expression);
        return name;
    }

    private static String weighted(String loss, double weight) {
        return weight == 1 ? loss : "torch.mul(" + loss + ", " + weight + ")";
    }

    /** Every n-th target along each spatial axis. */
    private static String thinned(String target, FeatureShape full, FeatureShape coarse) {
        String thinned = target;
        for (int axis = 0; axis < full.rank(); axis++) {
            int step = full.spatial().get(axis) / coarse.spatial().get(axis);
            thinned = "torch.slice(" + thinned + ", " + (axis + 1) + ", 0, None, " + step + ")";
        }
        return thinned;
    }

    private static String sum(List<String> terms) {
        return terms.stream()
                .reduce((one, other) -> "torch.add(" + one + ", " + other + ")")
                .orElseThrow();
    }

    private void line(String text) {
        body.append("    ").append(text).append('\n');
    }
}
