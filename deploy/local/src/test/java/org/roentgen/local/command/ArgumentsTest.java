package org.roentgen.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.roentgen.local.LocalException;

class ArgumentsTest {
    @Test
    void wordsOptionsAndFlagsMayBeMixed() {
        Arguments arguments = parse("run-1", "--epochs", "12", "--watch", "--rate", "1e-3");
        assertThat(arguments.only("run")).isEqualTo("run-1");
        assertThat(arguments.whole("epochs")).contains(12L);
        assertThat(arguments.number("rate")).contains(1e-3);
        assertThat(arguments.has("watch")).isTrue();
        assertThat(parse("run-1").has("watch")).isFalse();
    }

    @Test
    void mistakesAreNamedWithTheFix() {
        assertRefused("Unknown option --epoch; known: --epochs, --rate, --watch", () -> parse("--epoch", "1"));
        assertRefused("Option --epochs needs a value", () -> parse("--epochs"));
        assertRefused("--epochs needs a whole number, not '1.5'", () -> parse("--epochs", "1.5")
                .whole("epochs"));
        assertRefused(
                "--rate needs a number, not 'x'", () -> parse("--rate", "x").number("rate"));
        assertRefused("--rate is missing", () -> parse().required("rate"));
        assertRefused("Name one training run, not 2", () -> parse("a", "b").only("training run"));
    }

    private interface Call {
        Object run();
    }

    private static void assertRefused(String message, Call call) {
        assertThatThrownBy(call::run).isInstanceOf(LocalException.class).hasMessage(message);
    }

    private static Arguments parse(String... words) {
        return Arguments.parse(List.of(words), Set.of("epochs", "rate"), Set.of("watch"));
    }
}
