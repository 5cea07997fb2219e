package org.roentgen.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.dicom.codec.MalformedFrameException;

/** A resolution of a tile-component with its subbands and precincts (T.800 B.5 to B.7). */
final class Resolution {
    private static final int MOST_PRECINCTS = 1 << 20;

    final Region region;
    final List<Subband> subbands;
    final Precinct[] precincts;
    final int widthExponent;
    final int heightExponent;
    final int across;
    final int firstX;
    final int firstY;

    Resolution(Region component, ComponentStyle style, int resolution) throws MalformedFrameException {
        int level = style.levels() - resolution;
        region = component.reduce(level);
        widthExponent = style.precinctWidth(resolution);
        heightExponent = style.precinctHeight(resolution);
        firstX = region.x0() >> widthExponent;
        firstY = region.y0() >> heightExponent;
        across = region.isEmpty() ? 0 : Region.ceiling(region.x1(), widthExponent) - firstX;
        int down = region.isEmpty() ? 0 : Region.ceiling(region.y1(), heightExponent) - firstY;
        if ((long) across * down > MOST_PRECINCTS) {
            throw new MalformedFrameException(
                    "JPEG 2000", -1, (long) across * down + " precincts are more than the limit of " + MOST_PRECINCTS);
        }
        subbands = subbands(component, style.levels(), resolution);
        precincts = new Precinct[across * down];
        for (int i = 0; i < precincts.length; i++) {
            precincts[i] = precinct(firstX + i % across, firstY + i / across, style, resolution);
        }
    }

    private static List<Subband> subbands(Region component, int levels, int resolution) {
        if (resolution == 0) {
            return List.of(new Subband(0, 0, 0, component.reduce(levels)));
        }
        int level = levels - resolution + 1;
        int index = 3 * resolution - 2;
        return List.of(
                new Subband(index, 1, 0, component.subband(level, 1, 0)),
                new Subband(index + 1, 0, 1, component.subband(level, 0, 1)),
                new Subband(index + 2, 1, 1, component.subband(level, 1, 1)));
    }

    private Precinct precinct(int column, int row, ComponentStyle style, int resolution) {
        int halving = resolution == 0 ? 0 : 1;
        int bandWidth = widthExponent - halving;
        int bandHeight = heightExponent - halving;
        Region cell =
                new Region(column << bandWidth, row << bandHeight, (column + 1) << bandWidth, (row + 1) << bandHeight);
        List<PrecinctBand> bands = new ArrayList<>(subbands.size());
        for (Subband subband : subbands) {
            bands.add(new PrecinctBand(
                    subband,
                    subband.region().intersect(cell),
                    Math.min(style.blockWidth(), bandWidth),
                    Math.min(style.blockHeight(), bandHeight)));
        }
        return new Precinct(bands);
    }
}
