package org.roentgen.workflow.failure;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roentgen.domain.error.Cause;
import org.roentgen.domain.error.ErrorCategory;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.workflow.database.DatabaseException;
import org.roentgen.workflow.database.InvalidJsonException;
import org.springframework.jms.JmsException;

/** Names a failure: the first exception in the chain that the platform knows decides. */
public final class Failures {
    private Failures() {}

    /** The cause as it is stored and shown. */
    public static Cause causeOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Cause known = known(cause);
            if (known != null) {
                return known;
            }
        }
        return new Cause(
                ErrorCode.INTERNAL_ERROR,
                failure.getClass().getSimpleName() + " in the workflow; the service's log has the details");
    }

    public static ErrorCategory categoryOf(Throwable failure) {
        return isTransientDatabaseFailure(failure)
                ? ErrorCategory.EXTERNAL
                : causeOf(failure).code().category();
    }

    private static boolean isTransientDatabaseFailure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseException database) {
                return database.isTransient();
            }
        }
        return false;
    }

    private static @Nullable Cause known(Throwable failure) {
        return switch (failure) {
            case RoentgenException roentgen -> roentgen.toCause();
            case InvalidJsonException json -> new Cause(ErrorCode.INTERNAL_ERROR, String.valueOf(json.getMessage()));
            case OutOfMemoryError _ ->
                new Cause(
                        ErrorCode.OUT_OF_MEMORY,
                        "Memory ran out; give the service a larger heap or send smaller series");
            case JmsException _, JMSException _ ->
                new Cause(ErrorCode.BROKER_UNAVAILABLE, "The message broker did not answer; it is tried again");
            case IOException disk
            when isDiskFull(disk) ->
                new Cause(ErrorCode.OUT_OF_DISK, "The disk of the object store is full; free space and replay");
            default -> null;
        };
    }

    private static boolean isDiskFull(IOException failure) {
        return Objects.toString(failure.getMessage(), "")
                .toLowerCase(Locale.ROOT)
                .contains("no space left");
    }
}
