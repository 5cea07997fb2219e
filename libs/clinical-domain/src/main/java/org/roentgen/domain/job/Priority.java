package org.roentgen.domain.job;

/** JMS priority of a job; STAT studies go first, what no one waits for last. */
public enum Priority {
    BACKGROUND(1),
    ROUTINE(4),
    STAT(9);

    private final int jms;

    Priority(int jms) {
        this.jms = jms;
    }

    public int jms() {
        return jms;
    }
}
