package org.roentgen.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A request to put a model version into production; another person decides. */
@Entity
@Table(name = "promotion")
public class Promotion {
    /** What became of the request. */
    public enum State {
        REQUESTED,
        APPROVED,
        DECLINED
    }

    @Id
    private UUID id = UUID.randomUUID();

    @Column(name = "model_version_id", updatable = false)
    private UUID modelVersionId;

    @Column(name = "requested_by", updatable = false)
    private String requestedBy;

    @Column(name = "requested_at", updatable = false)
    private Instant requestedAt = Instant.now();

    @Column(name = "reason", updatable = false)
    private String reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state = State.REQUESTED;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "request_checks", updatable = false)
    private String requestChecks;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "decision_checks")
    private String decisionChecks = "[]";

    protected Promotion() {}

    /** @param requestChecks JSON array of the rules with their outcome */
    public Promotion(UUID modelVersionId, String requestedBy, String reason, String requestChecks) {
        this.requestChecks = requestChecks;
        this.modelVersionId = modelVersionId;
        this.requestedBy = requestedBy;
        this.reason = reason;
    }

    public UUID id() {
        return id;
    }

    public UUID modelVersionId() {
        return modelVersionId;
    }

    public String requestedBy() {
        return requestedBy;
    }

    public String reason() {
        return reason;
    }

    public State state() {
        return state;
    }

    public void state(State state) {
        this.state = state;
    }

    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public void decidedBy(@Nullable String decidedBy) {
        this.decidedBy = decidedBy;
    }

    public String requestChecks() {
        return requestChecks;
    }

    public String decisionChecks() {
        return decisionChecks;
    }

    public void decisionChecks(String decisionChecks) {
        this.decisionChecks = decisionChecks;
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    public void decidedAt(@Nullable Instant decidedAt) {
        this.decidedAt = decidedAt;
    }
}
