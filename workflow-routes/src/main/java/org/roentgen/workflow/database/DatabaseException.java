package org.roentgen.workflow.database;

import java.sql.SQLException;

/** A statement failed; carries the SQL state so that the error policy can tell a lost connection from a defect. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String sqlState;

    DatabaseException(SQLException cause) {
        super("Database statement failed: " + cause.getMessage(), cause);
        this.sqlState = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    /**
     * Whether the same statement may succeed later: connection lost (class 08), deadlock or serialization (40), out of
     * resources (53), shutdown (57).
     */
    public boolean isTransient() {
        return sqlState.isEmpty()
                || sqlState.startsWith("08")
                || sqlState.startsWith("40")
                || sqlState.startsWith("53")
                || sqlState.startsWith("57");
    }
}
