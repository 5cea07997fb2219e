package org.roentgen.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Deque;
import java.util.Map;

/** {@code ./roentgen crosswalk rotate}: gives the crosswalk a new key, under which everything in it is encrypted again. */
final class CrosswalkCommand {
    private static final String ROTATION = "/crosswalk/rotation";

    private CrosswalkCommand() {}

    /** The key before the new one stays in the file, for what was being written meanwhile; it goes with the next rotation. */
    static int rotate(LocalStack stack, Console console, Deque<String> words) {
        if (!"rotate".equals(words.peekFirst())) {
            throw new LocalException("crosswalk knows one command: rotate");
        }
        require(stack.client("admin").post(ROTATION, Map.of()));
        stack.keys().addCrosswalkKey();
        JsonNode report = stack.client("admin").post(ROTATION, Map.of());
        require(report);
        console.line("The crosswalk has key " + report.get("keyId").asText() + "; "
                + report.get("encrypted").asLong() + " entries were encrypted again");
        return 0;
    }

    private static void require(JsonNode report) {
        if (report.get("remaining").asLong() > 0) {
            throw new LocalException(report.get("remaining").asLong()
                    + " entries of the crosswalk are still under an older key: run this again");
        }
    }
}
