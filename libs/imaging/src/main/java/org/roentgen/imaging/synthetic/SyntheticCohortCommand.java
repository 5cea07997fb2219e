package org.roentgen.imaging.synthetic;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code DIR [--patients N] [--seed S]}: writes a synthetic cohort into a folder. */
public final class SyntheticCohortCommand {
    private static final String USAGE = "Usage: DIR [--patients N] [--seed S]";

    private SyntheticCohortCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /** Answers the exit status: 0, or 2 for arguments or files that are not in order. */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            Options options = Options.parse(arguments);
            AnswerKey key = SyntheticCohort.write(options.folder(), options.patients(), options.seed());
            out.printf(
                    "Wrote %d training pairs and %d new studies (synthetic, seed %d) to %s%n",
                    options.patients(), key.studies().size(), options.seed(), options.folder());
            return 0;
        } catch (IllegalArgumentException invalid) {
            err.println(invalid.getMessage() + ". " + USAGE);
            return 2;
        } catch (IOException failure) {
            err.println("Cannot write the cohort: " + failure);
            return 2;
        }
    }

    private record Options(Path folder, int patients, long seed) {
        static Options parse(String[] arguments) {
            if (arguments.length % 2 == 0) {
                throw new IllegalArgumentException("A folder and pairs of option and value are expected");
            }
            int patients = 40;
            long seed = 1;
            for (int index = 1; index < arguments.length; index += 2) {
                String value = arguments[index + 1];
                switch (arguments[index]) {
                    case "--patients" -> patients = Math.clamp(number(value), 0, Integer.MAX_VALUE);
                    case "--seed" -> seed = number(value);
                    default -> throw new IllegalArgumentException("Unknown option " + arguments[index]);
                }
            }
            return new Options(Path.of(arguments[0]), patients, seed);
        }

        private static long number(String value) {
            try {
                return Long.parseLong(value);
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException("'%s' is not a whole number".formatted(value), notANumber);
            }
        }
    }
}
