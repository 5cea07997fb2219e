package org.roentgen.training.evaluation;

import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.training.dataset.PreparedCase;
import org.roentgen.training.task.LearningTask.CaseImages;
import org.roentgen.training.task.LearningTask.OutlineListener;

/**
 * Pictures of the worst cases of an evaluation, drawn while it goes on: it takes far longer to outline a case again than to draw it.
 * A case is drawn only where it is among the worst so far, so that the work for thousands of cases, and the memory, are those for some
 * dozens.
 */
public final class CasePictures implements OutlineListener {
    /** The one to give up first comes first: the best, and of equal ones the last. */
    private static final Comparator<Drawn> BEST_FIRST = Comparator.comparingDouble(Drawn::score)
            .thenComparingInt(Drawn::place)
            .reversed();

    private final CaseImages images;
    private final int most;
    private final PriorityQueue<Drawn> worst = new PriorityQueue<>(BEST_FIRST);
    private int outlined;

    @SuppressWarnings("ArrayRecordComponent")
    private record Drawn(double score, int place, String id, byte[] png) {}

    /**
     * Keeps as many as a package shows.
     *
     * @param images of the cases that have no masks
     */
    public CasePictures(CaseImages images) {
        this(images, WorstCases.MOST);
    }

    CasePictures(CaseImages images, int most) {
        this.images = images;
        this.most = most;
    }

    @Override
    public void outlined(PreparedCase each, Volume image, LabelVolume predicted, double score) {
        int place = outlined++;
        if (worst.size() >= most) {
            if (Double.compare(score, worst.element().score()) >= 0) {
                return;
            }
            worst.remove();
        }
        LabelVolume reference = each.reference().orElseThrow();
        byte[] png = CasePicture.png(image, Optional.of(new CasePicture.Outlines(reference, predicted)));
        worst.add(new Drawn(score, place, each.origin().id(), png));
    }

    /** With the masks where there are any and the case is one of the worst. */
    byte[] png(PreparedCase each) {
        return worst.stream()
                .filter(drawn -> drawn.id().equals(each.origin().id()))
                .map(Drawn::png)
                .findFirst()
                .orElseGet(() -> CasePicture.png(images.read(each.origin()).getFirst(), Optional.empty()));
    }
}
