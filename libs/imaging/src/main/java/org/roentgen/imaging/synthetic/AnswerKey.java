package org.roentgen.imaging.synthetic;

import java.util.List;
import java.util.SortedMap;
import org.roentgen.imaging.synthetic.BitmapFont.Box;

/** What is hidden in the cohort, as written to {@code answer-key.json}. */
public record AnswerKey(String notice, long seed, List<Study> studies) {
    public AnswerKey {
        studies = List.copyOf(studies);
    }

    /**
     * One new study.
     *
     * @param referenceLabels the reference segmentation, relative to the cohort's folder, on the image's RAS grid
     * @param volumesMl the true volume of each label
     */
    public record Study(
            String folder,
            Identity identity,
            String studyInstanceUid,
            String seriesInstanceUid,
            String referenceLabels,
            SortedMap<Integer, Double> volumesMl,
            List<BurnedIn> burnedIn) {}

    /** An image with the identity in its pixels: the lines and the boxes that they cover, in pixels. */
    public record BurnedIn(String file, String sopInstanceUid, List<String> lines, List<Rectangle> boxes) {}

    /** A box of pixels; x and y are of its upper left corner. */
    public record Rectangle(int x, int y, int width, int height) {
        static Rectangle of(Box box) {
            return new Rectangle(box.x(), box.y(), box.width(), box.height());
        }
    }
}
