package org.roentgen.workflow.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;

/**
 * Series of the archive: those that are named, or those that fit all that is said.
 *
 * @param seriesDescription regular expression, ignoring case, found in the Series Description
 * @param bodyPart Body Part Examined, ignoring case
 * @param device regular expression, ignoring case, found in manufacturer and model
 * @param label name of a segment or region that a series must have, ignoring case
 * @param review who stands for the labels; empty for either
 */
public record SeriesSelection(
        List<String> seriesInstanceUids,
        Optional<String> modality,
        Optional<String> seriesDescription,
        Optional<String> bodyPart,
        Optional<String> device,
        Optional<String> label,
        Optional<Review> review) {
    /** Who stands for the labels of a series. */
    public enum Review {
        /** They were sent to the archive. */
        RECEIVED,
        /** A reader has accepted what the platform's model drew. */
        ACCEPTED
    }

    public SeriesSelection {
        seriesInstanceUids = List.copyOf(seriesInstanceUids);
    }

    /** @throws RoentgenException INVALID_DATASET when the review state is unknown */
    static SeriesSelection parse(JsonNode json) {
        List<String> uids = new ArrayList<>();
        json.path("seriesInstanceUids").forEach(uid -> uids.add(uid.asText()));
        return new SeriesSelection(
                uids,
                text(json, "modality"),
                text(json, "seriesDescription"),
                text(json, "bodyPart"),
                text(json, "device"),
                text(json, "label"),
                text(json, "review").map(SeriesSelection::review));
    }

    boolean isEmpty() {
        return seriesInstanceUids.isEmpty()
                && Stream.of(modality, seriesDescription, bodyPart, device, label, review)
                        .allMatch(Optional::isEmpty);
    }

    private static Review review(String name) {
        return Arrays.stream(Review.values())
                .filter(review -> review.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new RoentgenException(
                        ErrorCode.INVALID_DATASET, "review '" + name + "' is unknown: use RECEIVED or ACCEPTED"));
    }

    private static Optional<String> text(JsonNode json, String name) {
        return json.path(name).isTextual()
                ? Optional.of(json.path(name).asText().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
