package org.roentgen.local.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.roentgen.local.LocalException;

/**
 * The words of a command.
 *
 * @param options by name, without the dashes; a flag has the value {@code yes}
 */
record Arguments(List<String> words, Map<String, String> options) {
    /** @throws LocalException when an option is unknown or lacks its value */
    static Arguments parse(Collection<String> given, Set<String> valued, Set<String> flags) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        List<String> all = List.copyOf(given);
        for (int place = 0; place < all.size(); place++) {
            String word = all.get(place);
            if (!word.startsWith("--")) {
                words.add(word);
                continue;
            }
            String name = word.substring(2);
            if (flags.contains(name)) {
                options.put(name, "yes");
            } else if (!valued.contains(name)) {
                throw new LocalException("Unknown option " + word + "; known: " + known(valued, flags));
            } else if (place + 1 == all.size()) {
                throw new LocalException("Option " + word + " needs a value");
            } else {
                options.put(name, all.get(++place));
            }
        }
        return new Arguments(words, options);
    }

    private static String known(Set<String> valued, Set<String> flags) {
        List<String> names = new ArrayList<>(valued);
        names.addAll(flags);
        return String.join(
                ", ", names.stream().sorted().map(name -> "--" + name).toList());
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    String required(String name) {
        return option(name).orElseThrow(() -> new LocalException("--" + name + " is missing"));
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }

    Optional<Double> number(String name) {
        return option(name).map(text -> {
            try {
                return Double.valueOf(text);
            } catch (NumberFormatException e) {
                throw new LocalException("--" + name + " needs a number, not '" + text + "'", e);
            }
        });
    }

    Optional<Long> whole(String name) {
        return option(name).map(text -> {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException e) {
                throw new LocalException("--" + name + " needs a whole number, not '" + text + "'", e);
            }
        });
    }

    /** @throws LocalException when there is not exactly one word */
    String only(String what) {
        if (words.size() != 1) {
            throw new LocalException("Name one " + what + ", not " + words.size());
        }
        return words.getFirst();
    }
}
