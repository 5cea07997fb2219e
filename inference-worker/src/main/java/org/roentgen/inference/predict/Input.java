package org.roentgen.inference.predict;

import java.io.IOException;
import java.util.List;
import org.roentgen.imaging.Volume;

/**
 * Something to predict on.
 *
 * @param id how the result names it
 */
record Input(String id, Images images) {
    /** Reads the images, each with its channels: several only for a series of single pictures. */
    @FunctionalInterface
    interface Images {
        List<List<Volume>> read() throws IOException;
    }
}
