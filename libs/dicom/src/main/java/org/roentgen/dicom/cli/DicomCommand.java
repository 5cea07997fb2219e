package org.roentgen.dicom.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The main class of {@code roentgen dicom}: finds the verb, runs it, and turns what goes wrong into one line. */
public final class DicomCommand {
    /** The verbs of this module. Suppliers, so that a run loads the classes of one verb only. */
    private static final Map<String, Supplier<Subcommand>> VERBS = new TreeMap<>(Map.ofEntries(
            Map.entry("bench", BenchCommand::new),
            Map.entry("bench-series", BenchSeriesCommand::new),
            Map.entry("deidentify", DeidentifyCommand::new),
            Map.entry("dump", DumpCommand::new),
            Map.entry("echo", EchoCommand::new),
            Map.entry("find", FindCommand::new),
            Map.entry("get", GetCommand::new),
            Map.entry("index", IndexCommand::new),
            Map.entry("json", JsonCommand::new),
            Map.entry("move", MoveCommand::new),
            Map.entry("pixels", PixelsCommand::new),
            Map.entry("receive", ReceiveCommand::new),
            Map.entry("send", SendCommand::new),
            Map.entry("transcode", TranscodeCommand::new),
            Map.entry("validate", ValidateCommand::new)));

    private DicomCommand() {}

    /** Runs a verb and exits with its status. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 64 << 10),
                false,
                StandardCharsets.UTF_8);
        int status = run(List.of(arguments), out, System.err);
        out.flush();
        System.exit(status);
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        String verb = arguments.isEmpty() ? "" : arguments.getFirst();
        Optional<Subcommand> found = find(verb);
        if (found.isEmpty()) {
            err.println("roentgen dicom: " + (verb.isEmpty() ? "a verb is missing" : "unknown verb '" + verb + "'")
                    + "; verbs are " + String.join(", ", verbs()));
            return Subcommand.FAILED;
        }
        Subcommand command = found.get();
        try {
            return command.run(arguments.subList(1, arguments.size()), out, err);
        } catch (UsageException e) {
            err.println("roentgen dicom " + verb + ": " + e.getMessage() + "; usage: " + command.usage());
        } catch (IOException e) {
            err.println("roentgen dicom " + verb + ": " + describe(e));
        } catch (UncheckedIOException e) {
            err.println("roentgen dicom " + verb + ": " + describe(Objects.requireNonNull(e.getCause())));
        }
        return Subcommand.FAILED;
    }

    /** A verb of this module, or one that a module on the class path adds. */
    private static Optional<Subcommand> find(String verb) {
        return Optional.ofNullable(VERBS.get(verb))
                .map(Supplier::get)
                .or(() -> added().filter(command -> command.verb().equals(verb)).findFirst());
    }

    private static SortedSet<String> verbs() {
        SortedSet<String> verbs = new TreeSet<>(VERBS.keySet());
        added().map(Subcommand::verb).forEach(verbs::add);
        return verbs;
    }

    private static Stream<Subcommand> added() {
        return ServiceLoader.load(Subcommand.class).stream().map(ServiceLoader.Provider::get);
    }

    /** What went wrong in one line: the JDK's file exceptions say only the path. */
    public static String describe(IOException exception) {
        String message =
                String.valueOf(exception.getMessage()).lines().findFirst().orElse("");
        return switch (exception) {
            case NoSuchFileException ignored -> message + ": no such file";
            case java.nio.file.AccessDeniedException ignored -> message + ": access denied";
            case java.nio.file.FileSystemException ignored -> message + ": cannot be read or written";
            default -> message;
        };
    }
}
