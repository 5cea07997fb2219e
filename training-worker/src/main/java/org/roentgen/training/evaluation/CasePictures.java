package org.roentgen.training.evaluation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.training.dataset.PreparedCase;
import org.roentgen.training.task.LearningTask.CaseImages;
import org.roentgen.training.task.LearningTask.OutlineListener;

/** Pictures of the cases of an evaluation, drawn while it goes on: it takes far longer to outline a case again than to draw it. */
public final class CasePictures implements OutlineListener {
    private final CaseImages images;
    private final Map<String, byte[]> outlined = new HashMap<>();

    /** @param images of the cases that have no masks */
    public CasePictures(CaseImages images) {
        this.images = images;
    }

    @Override
    public void outlined(PreparedCase each, Volume image, LabelVolume predicted) {
        LabelVolume reference = each.reference().orElseThrow();
        outlined.put(
                each.origin().id(),
                CasePicture.png(image, Optional.of(new CasePicture.Outlines(reference, predicted))));
    }

    /** With the masks where there are any. */
    byte[] png(PreparedCase each) {
        byte[] drawn = outlined.get(each.origin().id());
        return drawn == null ? CasePicture.png(images.read(each.origin()).getFirst(), Optional.empty()) : drawn;
    }
}
