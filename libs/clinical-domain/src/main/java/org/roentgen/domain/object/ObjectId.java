package org.roentgen.domain.object;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names an immutable object by the SHA-256 of its content: 64 lower-case hexadecimal digits. */
public record ObjectId(@JsonValue String value) {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator
    public ObjectId {
        if (!SHA_256.matcher(value).matches()) {
            throw new IllegalArgumentException("Object id '" + value + "' is not 64 lower-case hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
