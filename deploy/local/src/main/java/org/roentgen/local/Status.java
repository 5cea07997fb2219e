package org.roentgen.local;

import java.util.Locale;

/** What {@code ./roentgen status} shows: services, where to go, how to log in. */
final class Status {
    private final LocalStack stack;
    private final Console console;

    Status(LocalStack stack, Console console) {
        this.stack = stack;
        this.console = console;
    }

    /** @return whether every service is ready */
    boolean show() {
        boolean all = true;
        for (Service service : stack.services()) {
            boolean ready = service.isReady();
            all &= ready;
            String state = ready ? "ready" : service.process().running().isPresent() ? "starting" : "down";
            String pid = service.process()
                    .running()
                    .map(handle -> "pid " + handle.pid())
                    .orElse("");
            console.line(String.format(
                    Locale.ROOT, "%-17s %-9s %-12s ports %s", service.name(), state, pid, service.ports()));
        }
        showLogins();
        return all;
    }

    void showLogins() {
        console.line("");
        console.line("Web UI     " + stack.url());
        console.line("API        " + stack.url() + "/api/v1   (OpenAPI: " + stack.url() + "/q/openapi)");
        console.line("DICOMweb   " + stack.url() + "/dicom-web");
        console.line("DIMSE      ROENTGEN@localhost:" + stack.ports().dimse());
        console.line("Identity   " + stack.realmUrl() + "   (administrator: admin / "
                + stack.secrets().get("keycloak.admin") + ")");
        console.line("");
        console.line("Demo users (name / password):");
        for (String role : KeycloakServer.ROLE_NAMES) {
            console.line(String.format(
                    Locale.ROOT, "  %-20s %s", "demo-" + role, stack.secrets().get("user.demo-" + role)));
        }
        console.line("Service account: client roentgen-api, secret "
                + stack.secrets().get("client.roentgen-api"));
    }
}
