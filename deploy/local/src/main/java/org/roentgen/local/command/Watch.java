package org.roentgen.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.roentgen.local.demo.ApiClient;

/** Follows something of the platform to its end by server-sent events; what was missed is seen with the next one. */
final class Watch {
    private static final Set<String> ENDS = Set.of("COMPLETED", "REFUSED", "FAILED", "CANCELLED");

    private Watch() {}

    /**
     * Returns the last view of it.
     *
     * @param seen is shown it at the start and whenever it may have changed
     */
    static JsonNode toTheEnd(ApiClient api, String path, String id, Consumer<JsonNode> seen) {
        while (true) {
            try (Stream<String> events = api.events()) {
                JsonNode view = show(api, path, seen);
                Iterator<String> lines = events.iterator();
                while (!hasEnded(view) && lines.hasNext()) {
                    String line = lines.next();
                    if (line.contains(id) || line.contains("keep-alive")) {
                        view = show(api, path, seen);
                    }
                }
                if (hasEnded(view)) {
                    return view;
                }
            }
        }
    }

    private static JsonNode show(ApiClient api, String path, Consumer<JsonNode> seen) {
        JsonNode view = api.get(path);
        seen.accept(view);
        return view;
    }

    private static boolean hasEnded(JsonNode view) {
        return ENDS.contains(view.path("state").asText());
    }
}
