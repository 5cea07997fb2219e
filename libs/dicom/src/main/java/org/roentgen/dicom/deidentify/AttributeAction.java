package org.roentgen.dicom.deidentify;

/**
 * What happened to one attribute, without its value.
 *
 * @param path tags and item numbers, such as {@code (0040,A730)[2].(0040,A123)}
 * @param action what was done
 */
public record AttributeAction(String path, Action action) {}
