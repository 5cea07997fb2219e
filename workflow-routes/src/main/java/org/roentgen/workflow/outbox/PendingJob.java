package org.roentgen.workflow.outbox;

import java.util.UUID;

/** A job of the outbox: its JSON as it goes on the wire, and the JMS priority. */
public record PendingJob(UUID id, String address, String payload, int priority) {}
