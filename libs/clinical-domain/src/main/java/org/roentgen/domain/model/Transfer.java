package org.roentgen.domain.model;

import java.util.List;
import org.roentgen.domain.object.ObjectId;

/**
 * A start from the weights of an earlier model instead of random ones.
 *
 * @param modelPackage the package of a registered model of the same network; its labels may be others: the outputs of labels of
 *     the same name keep their weights, the rest starts at random
 * @param frozen names of layers, or what names of layers start with, whose weights do not change: {@code stem}, {@code stage0};
 *     empty for none
 */
public record Transfer(ObjectId modelPackage, List<String> frozen) {
    public Transfer {
        frozen = List.copyOf(frozen);
    }
}
