package org.roentgen.dicom.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command line taken apart: options with a value, flags, and what remains.
 *
 * @param options values by option, such as {@code --out}
 * @param flags the flags that are set, such as {@code --no-sync}
 * @param rest the other arguments in their order
 */
public record Arguments(Map<String, String> options, Set<String> flags, List<String> rest) {
    public Arguments {
        options = Map.copyOf(options);
        flags = Set.copyOf(flags);
        rest = List.copyOf(rest);
    }

    /**
     * Takes a command line apart.
     *
     * @throws UsageException if an option is unknown or lacks its value
     */
    public static Arguments parse(List<String> arguments, Set<String> withValue, Set<String> flags) {
        Map<String, String> options = new HashMap<>();
        Set<String> set = new java.util.HashSet<>();
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (withValue.contains(argument)) {
                if (++i == arguments.size()) {
                    throw new UsageException(argument + " needs a value");
                }
                options.put(argument, arguments.get(i));
            } else if (flags.contains(argument)) {
                set.add(argument);
            } else if (argument.startsWith("--")) {
                throw new UsageException("unknown option " + argument);
            } else {
                rest.add(argument);
            }
        }
        return new Arguments(options, set, rest);
    }

    /** The value of an option. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** The value of an option that must be there. */
    public String required(String name) {
        return option(name).orElseThrow(() -> new UsageException(name + " is missing"));
    }

    /** The value of an option as a number that is not negative. */
    public long number(String name, long fallback) {
        String text = options.get(name);
        if (text == null) {
            return fallback;
        }
        if (!text.matches("\\d{1,18}")) {
            throw new UsageException(name + " needs a whole number, not '" + text + "'");
        }
        return Long.parseLong(text);
    }

    /** The only other argument, as a path. */
    public Path onlyPath(String what) {
        if (rest.size() != 1) {
            throw new UsageException("one " + what + " is needed, not " + rest.size());
        }
        return Path.of(rest.getFirst());
    }
}
