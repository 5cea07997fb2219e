package org.roentgen.api.pipeline;

/** The version that new series are to run through. */
public record ActiveVersionRequest(int version) {}
