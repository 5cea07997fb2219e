package org.roentgen.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roentgen.local.demo.DemoOptions;

/** The options of {@code ./roentgen demo}. */
final class DemoArguments {
    private static final int PATIENTS = 40;

    /** Enough for the synthetic cohort; on real data the platform chooses. */
    private static final int EPOCHS = 12;

    private static final List<String> KNOWN =
            List.of("--model", "--labels", "--series-description", "--patients", "--epochs", "--mirror");

    private DemoArguments() {}

    static DemoOptions parse(Deque<String> words) {
        Map<String, String> options = new HashMap<>();
        while (!words.isEmpty()) {
            String name = words.removeFirst();
            if (words.isEmpty()) {
                throw new LocalException("Option " + name + " needs a value");
            }
            options.put(name, words.removeFirst());
        }
        Optional<Path> data = folder(options.remove("--data"));
        DemoOptions parsed = new DemoOptions(
                data,
                folder(options.remove("--studies")),
                options.getOrDefault("--model", "hippocampus"),
                options.getOrDefault("--labels", "anterior hippocampus,posterior hippocampus"),
                options.getOrDefault("--series-description", data.isPresent() ? "(?i).*(crop|hippo).*" : ".*"),
                number("--patients", options.getOrDefault("--patients", Integer.toString(PATIENTS))),
                epochs(options.get("--epochs"), data.isPresent()),
                options.getOrDefault("--mirror", "no").equals("yes"));
        for (String known : KNOWN) {
            options.remove(known);
        }
        if (!options.isEmpty()) {
            throw new LocalException(
                    "Unknown option " + options.keySet().iterator().next()
                            + "; known: --data DIR, --studies DIR, --model NAME, --labels A,B, --series-description REGEX,"
                            + " --patients N, --epochs N, --mirror yes");
        }
        return parsed;
    }

    private static Optional<Integer> epochs(@Nullable String given, boolean real) {
        if (given == null) {
            return real ? Optional.empty() : Optional.of(EPOCHS);
        }
        return Optional.of(number("--epochs", given));
    }

    private static Optional<Path> folder(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        Path path = Path.of(name).toAbsolutePath().normalize();
        if (!Files.isDirectory(path)) {
            throw new LocalException(name + " is not a folder");
        }
        return Optional.of(path);
    }

    private static int number(String option, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new LocalException(option + " needs a whole number, not '" + value + "'", e);
        }
    }
}
