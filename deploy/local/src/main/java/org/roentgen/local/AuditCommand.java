package org.roentgen.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Deque;

/** {@code ./roentgen audit verify}: checks the hash chain of the audit trail through the API, as the auditor. */
final class AuditCommand {
    private AuditCommand() {}

    /** @return whether the chain is whole */
    static boolean verify(LocalStack stack, Console console, Deque<String> words) {
        if (!"verify".equals(words.peekFirst())) {
            throw new LocalException("audit knows one command: verify");
        }
        JsonNode verification = stack.client("auditor").get("/audit/verification");
        boolean valid = verification.get("valid").asBoolean();
        console.line(
                valid
                        ? "The audit trail is whole: " + verification.get("events") + " events, head "
                                + verification.path("headHash").asText()
                        : "The audit trail was changed: the first event that does not fit is number "
                                + verification.path("firstInvalidSequence").asText());
        return valid;
    }
}
