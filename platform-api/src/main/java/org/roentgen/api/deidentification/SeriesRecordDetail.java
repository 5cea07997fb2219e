package org.roentgen.api.deidentification;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** The record of a series with each of its attributes. */
public record SeriesRecordDetail(@JsonUnwrapped SeriesRecord record, List<AttributeRecord> attributes) {}
