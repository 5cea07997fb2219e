package org.roentgen.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Patient Module attributes of the identified zone. */
@Entity
@Table(name = "patient")
public class Patient {
    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "patient_id", updatable = false)
    private String patientId;

    @Column(name = "issuer", updatable = false)
    private String issuer;

    @Column(name = "name", updatable = false)
    private String name;

    @Column(name = "birth_date", updatable = false)
    private String birthDate;

    @Column(name = "sex", updatable = false)
    private String sex;

    protected Patient() {}

    public UUID id() {
        return id;
    }

    public String patientId() {
        return patientId;
    }

    public String issuer() {
        return issuer;
    }

    public String name() {
        return name;
    }

    public String birthDate() {
        return birthDate;
    }

    public String sex() {
        return sex;
    }
}
