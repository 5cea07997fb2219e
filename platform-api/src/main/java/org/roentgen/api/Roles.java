package org.roentgen.api;

/** The realm's roles. */
public final class Roles {
    public static final String ADMIN = "admin";
    public static final String RADIOLOGIST = "radiologist";
    public static final String DATA_SCIENTIST = "data-scientist";
    public static final String INTEGRATOR = "integrator";
    public static final String AUDITOR = "auditor";

    private Roles() {}
}
