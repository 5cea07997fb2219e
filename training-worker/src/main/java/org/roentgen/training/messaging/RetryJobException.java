package org.roentgen.training.messaging;

/** A failure that another attempt may not meet: the transaction is rolled back, and the broker delivers the job again. */
final class RetryJobException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RetryJobException(String message, Throwable cause) {
        super(message, cause);
    }
}
