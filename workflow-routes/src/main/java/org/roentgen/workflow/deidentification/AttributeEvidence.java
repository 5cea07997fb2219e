package org.roentgen.workflow.deidentification;

import java.util.Optional;
import org.roentgen.dicom.deidentify.Action;

/**
 * What happened to one attribute, without its value.
 *
 * @param path tags and item numbers from the data set inwards
 * @param before keyed fingerprint of the original value; empty where there was none
 * @param after keyed fingerprint of the value in its place; empty where there is none
 */
record AttributeEvidence(String path, Action action, Optional<String> before, Optional<String> after) {}
