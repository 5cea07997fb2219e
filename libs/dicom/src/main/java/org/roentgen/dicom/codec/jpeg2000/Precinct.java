package org.roentgen.dicom.codec.jpeg2000;

import java.util.List;

/** A precinct: one packet for each layer comes from it. */
final class Precinct {
    final List<PrecinctBand> bands;
    int layersRead;

    Precinct(List<PrecinctBand> bands) {
        this.bands = List.copyOf(bands);
    }
}
