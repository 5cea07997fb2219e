package org.roentgen.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.codec.MalformedFrameException;
import org.roentgen.dicom.codec.MarkerReader;

/** Coding parameters in force: those of the main header, or a tile's copy of them with its own changes. */
final class CodingParameters {
    int layers;
    boolean componentTransform;
    private int order;
    private final @Nullable ComponentStyle[] styles;
    private final boolean[] ownStyle;
    private final @Nullable Quantization[] quantizations;
    private final boolean[] ownQuantization;
    private final int[] regionShifts;
    private final List<Progression> progressions = new ArrayList<>();

    CodingParameters(int components) {
        styles = new ComponentStyle[components];
        ownStyle = new boolean[components];
        quantizations = new Quantization[components];
        ownQuantization = new boolean[components];
        regionShifts = new int[components];
    }

    CodingParameters copy() {
        CodingParameters copy = new CodingParameters(styles.length);
        copy.layers = layers;
        copy.componentTransform = componentTransform;
        copy.order = order;
        System.arraycopy(styles, 0, copy.styles, 0, styles.length);
        System.arraycopy(quantizations, 0, copy.quantizations, 0, styles.length);
        System.arraycopy(regionShifts, 0, copy.regionShifts, 0, styles.length);
        copy.progressions.addAll(progressions);
        return copy;
    }

    /** Reads a segment if it carries coding parameters. */
    void segment(int marker, MarkerReader reader, boolean inTile) throws MalformedFrameException {
        switch (marker) {
            case 0x52 -> codingStyle(reader);
            case 0x53 -> {
                int component = component(reader);
                styles[component] = ComponentStyle.read(reader, (reader.octet() & 1) != 0);
                ownStyle[component] = true;
            }
            case 0x5c -> {
                Quantization read = Quantization.read(reader);
                for (int i = 0; i < styles.length; i++) {
                    quantizations[i] = ownQuantization[i] ? quantizations[i] : read;
                }
            }
            case 0x5d -> {
                int component = component(reader);
                quantizations[component] = Quantization.read(reader);
                ownQuantization[component] = true;
            }
            case 0x5f -> {
                if (inTile) {
                    progressions.clear();
                }
                progressions(reader);
            }
            case 0x5e -> regionOfInterest(reader);
            default -> {}
        }
    }

    private void codingStyle(MarkerReader reader) throws MalformedFrameException {
        boolean precincts = (reader.octet() & 1) != 0;
        order = reader.octet();
        layers = reader.word();
        componentTransform = reader.octet() == 1;
        if (order > 4 || layers == 0) {
            throw reader.malformed("progression order " + order + " or " + layers + " layers do not exist");
        }
        ComponentStyle read = ComponentStyle.read(reader, precincts);
        for (int i = 0; i < styles.length; i++) {
            styles[i] = ownStyle[i] ? styles[i] : read;
        }
    }

    /** The only style that there is scales the region above all else, so that no mask is needed (T.800 A.6.3). */
    private void regionOfInterest(MarkerReader reader) throws MalformedFrameException {
        int component = component(reader);
        int style = reader.octet();
        if (style != 0) {
            throw reader.malformed("region of interest of style " + style + " does not exist");
        }
        regionShifts[component] = reader.octet();
    }

    private int component(MarkerReader reader) throws MalformedFrameException {
        int component = reader.octet();
        if (component >= styles.length) {
            throw reader.malformed("component " + component + " of " + styles.length + " does not exist");
        }
        return component;
    }

    private void progressions(MarkerReader reader) throws MalformedFrameException {
        while (reader.remaining() >= 7) {
            int firstResolution = reader.octet();
            int firstComponent = reader.octet();
            int lastLayer = reader.word();
            int lastResolution = reader.octet();
            int lastComponent = reader.octet();
            int kind = reader.octet();
            if (kind > 4) {
                throw reader.malformed("progression order " + kind + " does not exist");
            }
            int end = lastComponent == 0 ? styles.length : Math.min(lastComponent, styles.length);
            progressions.add(new Progression(
                    kind, firstResolution, Math.min(lastResolution, 33), firstComponent, end, lastLayer));
        }
    }

    List<Progression> progressions() {
        return progressions.isEmpty()
                ? List.of(new Progression(order, 0, 33, 0, styles.length, layers))
                : List.copyOf(progressions);
    }

    ComponentStyle style(int component) throws MalformedFrameException {
        ComponentStyle style = styles[component];
        if (style == null) {
            throw new MalformedFrameException("JPEG 2000", -1, "no coding style (COD) comes before the first tile");
        }
        return style;
    }

    Quantization quantization(int component) throws MalformedFrameException {
        Quantization quantization = quantizations[component];
        if (quantization == null) {
            throw new MalformedFrameException("JPEG 2000", -1, "no quantization (QCD) comes before the first tile");
        }
        return quantization;
    }

    int regionShift(int component) {
        return regionShifts[component];
    }

    /** True if all styles of the first three components agree on the wavelet, as a component transform needs. */
    boolean sameWavelet() {
        return Arrays.stream(styles, 0, Math.min(3, styles.length))
                        .map(style -> style != null && style.reversible())
                        .distinct()
                        .count()
                == 1;
    }
}
