package org.roentgen.dicom.object.waveform;

import java.util.Optional;
import org.roentgen.dicom.object.Code;

/** What an annotation says. */
public sealed interface AnnotationValue {
    /** Words. */
    record Text(String text) implements AnnotationValue {}

    /** A concept. */
    record Coded(Code code) implements AnnotationValue {}

    /** A number. */
    record Number(double value, Optional<Code> unit) implements AnnotationValue {}

    /** Nothing beyond its concept and place, such as a marker. */
    record None() implements AnnotationValue {}
}
