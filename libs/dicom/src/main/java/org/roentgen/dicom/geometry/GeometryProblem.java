package org.roentgen.dicom.geometry;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why planes do not form one regular volume; each has a sentence for people. */
public sealed interface GeometryProblem {
    /** What is wrong, with the values, in words that a radiographer understands. */
    String message();

    /** A stable name for programs: the record's name in lower case with hyphens. */
    default String code() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    record NoPlanes() implements GeometryProblem {
        @Override
        public String message() {
            return "No image of the series has a position and orientation in the patient.";
        }
    }

    record TooFewSlices(int slices, int minimum) implements GeometryProblem {
        @Override
        public String message() {
            return "The series has %d slice positions, at least %d are needed.".formatted(slices, minimum);
        }
    }

    record DuplicatePositions(List<Double> positionsMm) implements GeometryProblem {
        public DuplicatePositions {
            positionsMm = List.copyOf(positionsMm);
        }

        @Override
        public String message() {
            return "More than one image lies at slice position %s.".formatted(millimetres(positionsMm));
        }
    }

    record MissingSlices(List<Double> positionsMm, double spacingMm) implements GeometryProblem {
        public MissingSlices {
            positionsMm = List.copyOf(positionsMm);
        }

        @Override
        public String message() {
            return "%d slices are missing, at position %s (slices are %s apart)."
                    .formatted(positionsMm.size(), millimetres(positionsMm), millimetres(List.of(spacingMm)));
        }
    }

    record UnequalSpacing(double smallestMm, double largestMm, double usualMm) implements GeometryProblem {
        @Override
        public String message() {
            return String.format(
                    Locale.ROOT,
                    "The distance between slices varies from %.2f mm to %.2f mm (usually %.2f mm).",
                    smallestMm,
                    largestMm,
                    usualMm);
        }
    }

    record MixedOrientation(int planes, double largestAngleDegrees) implements GeometryProblem {
        @Override
        public String message() {
            return String.format(
                    Locale.ROOT,
                    "%d images are turned against the first one, by up to %.1f degrees: localizers or several stacks in one"
                            + " series.",
                    planes,
                    largestAngleDegrees);
        }
    }

    record MixedSize(List<String> sizes) implements GeometryProblem {
        public MixedSize {
            sizes = List.copyOf(sizes);
        }

        @Override
        public String message() {
            return "The images have different sizes (rows x columns): %s.".formatted(String.join(", ", sizes));
        }
    }

    record MixedPixelSpacing(List<String> spacings) implements GeometryProblem {
        public MixedPixelSpacing {
            spacings = List.copyOf(spacings);
        }

        @Override
        public String message() {
            return "The images have different pixel spacings (mm): %s.".formatted(String.join(", ", spacings));
        }
    }

    record GantryTilt(double angleDegrees) implements GeometryProblem {
        @Override
        public String message() {
            return String.format(
                    Locale.ROOT,
                    "The slices are stacked at an angle of %.1f degrees to their planes (gantry tilt); they must be"
                            + " resampled first.",
                    angleDegrees);
        }
    }

    private static String millimetres(List<Double> values) {
        int shown = 10;
        String list = values.stream()
                .limit(shown)
                .map(value -> String.format(Locale.ROOT, "%.2f", value))
                .collect(Collectors.joining(", "));
        return list + (values.size() > shown ? " and %d more".formatted(values.size() - shown) : "") + " mm";
    }
}
