package org.roentgen.training.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.roentgen.network.TrainingProgram;
import org.roentgen.network.TrainingProgram.Precision;
import org.roentgen.training.engine.DeviceChoice;
import org.roentgen.training.engine.TorchScriptBackend;
import org.roentgen.training.engine.TrainingBackend;

/**
 * {@code roentgen bench train [--seconds S] [--rounds N] [NETWORK...]}: steps per second of the platform's loop, of a bare
 * {@code train_step} loop in float32 and bfloat16, and of the same network in DJL's blocks, alternated in one process with one
 * thread. Figures are medians over the rounds, first by the clock, then by the stepping thread's processor time, which other
 * programs of the machine disturb less.
 */
public final class TrainBench {
    private static final double SECONDS = 3;
    private static final int ROUNDS = 7;

    private TrainBench() {}

    public static void main(String[] arguments) throws Exception {
        double seconds = SECONDS;
        int rounds = ROUNDS;
        List<String> wanted = new ArrayList<>();
        for (int index = 0; index < arguments.length; index++) {
            switch (arguments[index]) {
                case "--seconds" -> seconds = Double.parseDouble(arguments[++index]);
                case "--rounds" -> rounds = Integer.parseInt(arguments[++index]);
                default -> wanted.add(arguments[index]);
            }
        }
        List<String> known = BenchCase.all().stream().map(BenchCase::name).toList();
        List<String> unknown =
                wanted.stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            System.err.println(
                    "Unknown network " + String.join(", ", unknown) + "; known: " + String.join(", ", known));
            System.exit(2);
        }
        TrainingBackend backend = new TorchScriptBackend(DeviceChoice.AUTO, 1);
        System.out.printf(
                "Training on %s, 1 thread; %d rounds of %.1f s each way, in turns; by the clock / by processor time%n",
                backend.device().name(), rounds, seconds);
        if (!backend.device().isCuda() && !Processor.hasBfloat16()) {
            System.out.println(
                    "This processor has no instructions for bfloat16, which is slower than float32 without them");
        }
        System.out.println("| network | bare steps/s | platform : bare | bare : DJL blocks | bfloat16 : float32 |");
        System.out.println("|---|---|---|---|---|");
        for (BenchCase bench : BenchCase.all()) {
            if (wanted.isEmpty() || wanted.contains(bench.name())) {
                System.out.println(measure(bench, backend, seconds, rounds));
            }
        }
    }

    private static String measure(BenchCase bench, TrainingBackend backend, double seconds, int rounds)
            throws Exception {
        TrainingProgram program = bench.plan().program();
        try (Comparison ways = new Comparison()) {
            ways.add("bare", new BareSteps(bench, program, backend));
            ways.add("platform", new PlatformSteps(bench, backend));
            ways.add("bfloat16", new BareSteps(bench, inBfloat16(program), backend));
            ways.add("blocks", new BlockSteps(bench, DjlBlocks.of(bench.plan())));
            ways.run(seconds, rounds);
            return String.format(
                    Locale.ROOT,
                    "| %s, batch %d | %.1f / %.1f | %s | %s | %s |",
                    bench.name(),
                    bench.plan().batchSize(),
                    ways.rate("bare", Stepper.Rate::elapsed),
                    ways.rate("bare", Stepper.Rate::processor),
                    ways.ratio("platform", "bare"),
                    ways.ratio("bare", "blocks"),
                    ways.ratio("bfloat16", "bare"));
        }
    }

    private static TrainingProgram inBfloat16(TrainingProgram program) {
        return new TrainingProgram(
                program.network(), program.loss(), program.optimizer(), Precision.BFLOAT16, program.options());
    }
}
