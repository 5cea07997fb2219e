package org.roentgen.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.roentgen.local.command.DataCommand;
import org.roentgen.local.command.ModelCommand;
import org.roentgen.local.command.PseudonymsCommand;
import org.roentgen.local.command.TrainCommand;
import org.roentgen.local.demo.DemoOptions;

/** Commands of the {@code roentgen} script that concern the running stack. */
public final class Main {
    private static final String PORT_OFFSET = "--port-offset";
    private static final String DATA_SCIENTIST = "data-scientist";

    private Main() {}

    public static void main(String[] arguments) {
        Console console = new Console(System.out);
        try {
            System.exit(run(new ArrayDeque<>(List.of(arguments)), console));
        } catch (LocalException e) {
            System.err.println("roentgen: " + e.getMessage());
            System.exit(2);
        }
    }

    private static int run(Deque<String> words, Console console) {
        String command = words.isEmpty() ? "" : words.removeFirst();
        Home home = new Home(Path.of(System.getProperty("roentgen.home")));
        home.folder(".");
        Ports ports = ports(home, words);
        LocalStack stack = new LocalStack(Path.of(System.getProperty("roentgen.root")), home, ports);
        return switch (command) {
            case "up" -> {
                new Launcher(stack, console).up();
                new Status(stack, console).showLogins();
                yield 0;
            }
            case "down" -> {
                new Launcher(stack, console).down();
                yield 0;
            }
            case "status" -> new Status(stack, console).show() ? 0 : 1;
            case "logs" -> logs(stack, words);
            case "demo" -> {
                DemoOptions options = DemoArguments.parse(words);
                new Launcher(stack, console).up();
                new DemoCommand(stack, console).run(options);
                yield 0;
            }
            case "audit" -> AuditCommand.verify(stack, console, words) ? 0 : 1;
            case "data" -> new DataCommand(stack.clientOfCommand(DATA_SCIENTIST), console::line).run(words);
            case "model" -> new ModelCommand(stack.clientOfCommand(modelRole(words)), console::line).run(words);
            case "train" -> new TrainCommand(stack.clientOfCommand(DATA_SCIENTIST), console::line).run(words);
            case "pseudonyms" -> new PseudonymsCommand(stack.clientOfCommand("admin"), console::line).run(words);
            case "crosswalk" -> CrosswalkCommand.rotate(stack, console, words);
            default -> throw new LocalException("unknown command '" + command + "'; see ./roentgen help");
        };
    }

    /** Who decides is another person than who asks. */
    private static String modelRole(Deque<String> words) {
        return List.of("approve", "rollback").contains(words.peekFirst()) ? "admin" : DATA_SCIENTIST;
    }

    private static int logs(LocalStack stack, Deque<String> words) {
        List<String> command = new ArrayList<>(List.of("tail", "-n", "200"));
        if (words.remove("-f")) {
            command.add("-f");
        }
        stack.services().stream()
                .filter(service -> words.isEmpty() || words.contains(service.name()))
                .filter(service -> Files.exists(service.log()))
                .forEach(service -> command.add(service.log().toString()));
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new LocalException("Cannot run tail: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** The offset on the command line, else the one that the stack was last started with, else 0. */
    private static Ports ports(Home home, Deque<String> words) {
        Path remembered = home.file("port-offset");
        try {
            if (words.contains(PORT_OFFSET)) {
                List<String> rest = new ArrayList<>(words);
                int at = rest.indexOf(PORT_OFFSET);
                if (at + 1 >= rest.size()) {
                    throw new LocalException(PORT_OFFSET + " needs a number");
                }
                Ports ports = new Ports(Integer.parseInt(rest.get(at + 1)));
                words.clear();
                words.addAll(rest.subList(0, at));
                words.addAll(rest.subList(at + 2, rest.size()));
                Files.writeString(remembered, Integer.toString(ports.offset()));
                return ports;
            }
            return new Ports(
                    Files.exists(remembered)
                            ? Integer.parseInt(Files.readString(remembered).trim())
                            : 0);
        } catch (NumberFormatException e) {
            throw new LocalException("The port offset must be a whole number; " + e.getMessage(), e);
        } catch (IOException e) {
            throw new LocalException("Cannot read or write " + remembered + ": " + e.getMessage(), e);
        }
    }
}
