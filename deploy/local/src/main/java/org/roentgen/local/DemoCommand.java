package org.roentgen.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.roentgen.local.demo.ApiClient;
import org.roentgen.local.demo.Demo;
import org.roentgen.local.demo.DemoOptions;
import org.roentgen.local.demo.Toolkit;

/** {@code ./roentgen demo}: the loop on a running stack, then what to look at. */
final class DemoCommand {
    private final LocalStack stack;
    private final Console console;

    DemoCommand(LocalStack stack, Console console) {
        this.stack = stack;
        this.console = console;
    }

    void run(DemoOptions options) {
        Toolkit toolkit = new Toolkit(stack.root());
        int pacsPort = startPacs(toolkit);
        Demo demo = new Demo(
                stack.home().folder("demo"),
                toolkit,
                client("admin"),
                client("data-scientist"),
                client("radiologist"),
                console::line);
        demo.run(options, stack.ports().dimse(), pacsPort);
        explain();
    }

    ApiClient client(String role) {
        return stack.client(role);
    }

    /** A C-STORE receiver that plays the hospital's PACS, for the results that a radiologist accepts. */
    private int startPacs(Toolkit toolkit) {
        int port = stack.ports().pacs();
        Path received = stack.home().folder("demo/pacs");
        DetachedProcess process = pacsProcess(stack.home());
        if (process.running().isEmpty()) {
            process.start(
                    toolkit.command(
                            "org.roentgen.dicom.cli.DicomCommand",
                            List.of(
                                    "receive",
                                    "--port",
                                    Integer.toString(port),
                                    "--aet",
                                    "DEMO_PACS",
                                    "--dir",
                                    received.toString())),
                    Map.of(),
                    received,
                    stack.home().log("demo-pacs"));
        }
        if (!Until.holds(Duration.ofSeconds(20), () -> !Ports.isFree(port))) {
            throw new LocalException(
                    "The demo PACS did not start; its log is " + stack.home().log("demo-pacs"));
        }
        return port;
    }

    static DetachedProcess pacsProcess(Home home) {
        return new DetachedProcess(home.folder("run").resolve("demo-pacs.pid"));
    }

    private void explain() {
        console.line("");
        console.line("Open " + stack.url() + " and log in:");
        console.line("  as demo-radiologist / " + stack.secrets().get("user.demo-radiologist")
                + ": the worklist; open a study, look at the overlay, accept it");
        console.line("  as demo-data-scientist / " + stack.secrets().get("user.demo-data-scientist")
                + ": the data set, the training curves, the model");
        console.line("  as demo-admin / " + stack.secrets().get("user.demo-admin")
                + ": pipeline runs, sources, destinations, audit trail");
        console.line("An accepted result is sent to a demo PACS, which keeps it in "
                + stack.home().folder("demo/pacs") + ".");
        console.line("All logins: ./roentgen status. Stop everything: ./roentgen down.");
    }
}
