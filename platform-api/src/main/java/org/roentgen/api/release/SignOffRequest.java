package org.roentgen.api.release;

/** Whether versions of a data set leave the platform only after a second person has signed. */
public record SignOffRequest(boolean required) {}
