package org.roentgen.domain.inference;

import java.util.List;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.object.ObjectId;

/**
 * A label map on the pixel grid of its source instances.
 *
 * @param object gzip of unsigned bytes in the order [plane][row][column]
 * @param sopInstanceUids the (pseudonymous) instance of each plane; of length planes, or of length 1 for a multi-frame source
 */
public record LabelMapReference(
        ObjectId object,
        int planes,
        int rows,
        int columns,
        List<String> sopInstanceUids,
        List<LabelDefinition> labels) {
    public LabelMapReference {
        sopInstanceUids = List.copyOf(sopInstanceUids);
        labels = List.copyOf(labels);
    }
}
