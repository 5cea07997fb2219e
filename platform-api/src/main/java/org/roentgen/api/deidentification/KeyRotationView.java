package org.roentgen.api.deidentification;

/**
 * A key that was changed.
 *
 * @param version of the key from now on
 * @param studies that are de-identified again, once for each profile that they were released with
 */
public record KeyRotationView(String project, int version, int studies) {}
