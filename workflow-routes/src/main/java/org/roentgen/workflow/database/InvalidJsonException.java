package org.roentgen.workflow.database;

import com.fasterxml.jackson.core.JsonProcessingException;

/** A text is not the JSON that it should be; the message names the place, never the content. */
public final class InvalidJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidJsonException(String type, JsonProcessingException cause) {
        super("Not valid JSON of " + type + place(cause), cause);
    }

    private static String place(JsonProcessingException cause) {
        return cause.getLocation() == null
                ? ""
                : " at line " + cause.getLocation().getLineNr() + ", column "
                        + cause.getLocation().getColumnNr();
    }
}
