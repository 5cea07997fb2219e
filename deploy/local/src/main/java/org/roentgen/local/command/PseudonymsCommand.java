package org.roentgen.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.roentgen.local.LocalException;
import org.roentgen.local.demo.ApiClient;

/** {@code ./roentgen pseudonyms list | rotate PROJECT --reason TEXT}: the keys of the projects' pseudonyms. */
public final class PseudonymsCommand {
    private static final String KEYS = "/project-keys";
    private final ApiClient api;
    private final Consumer<String> say;

    public PseudonymsCommand(ApiClient api, Consumer<String> say) {
        this.api = api;
        this.say = say;
    }

    /** The exit status. */
    public int run(Deque<String> words) {
        String command = words.isEmpty() ? "" : words.removeFirst();
        Arguments arguments = Arguments.parse(words, Set.of("reason"), Set.of());
        switch (command) {
            case "list" -> list();
            case "rotate" -> rotate(arguments.only("project"), arguments.required("reason"));
            default -> throw new LocalException("pseudonyms knows these commands: list, rotate");
        }
        return 0;
    }

    private void list() {
        for (JsonNode key : api.get(KEYS).path("items")) {
            say.accept("%s  key version %d  profiles %s  series %d, under older versions %d"
                    .formatted(
                            key.path("project").asText(),
                            key.path("version").asInt(),
                            key.path("profiles"),
                            key.path("series").asInt(),
                            key.path("olderSeries").asInt()));
        }
    }

    private void rotate(String project, String reason) {
        JsonNode rotated = api.post(KEYS + "/" + project + "/rotation", Map.of("reason", reason));
        say.accept("Project " + project + " has key version "
                + rotated.path("version").asInt() + "; studies to be de-identified again: "
                + rotated.path("studies").asInt());
    }
}
