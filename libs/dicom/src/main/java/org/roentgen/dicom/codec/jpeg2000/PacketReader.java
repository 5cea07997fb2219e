package org.roentgen.dicom.codec.jpeg2000;

import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.codec.MalformedFrameException;

/** Reads the packets of a tile in their progression order and hands their bytes to the code-blocks (T.800 B.9 to B.12). */
final class PacketReader {
    private final byte[] data;

    /** Packet headers that lie apart, or null. */
    private final byte @Nullable [] headers;

    private final TileComponent[] components;
    private final Region tile;
    private int position;
    private int headerPosition;

    PacketReader(byte[] data, byte @Nullable [] headers, TileComponent[] components, Region tile) {
        this.data = data;
        this.headers = headers;
        this.components = components;
        this.tile = tile;
    }

    void read(CodingParameters parameters) throws MalformedFrameException {
        for (Progression progression : parameters.progressions()) {
            int layers = Math.min(progression.layers(), parameters.layers);
            switch (progression.order()) {
                case 0 -> {
                    for (int layer = 0; layer < layers; layer++) {
                        for (int r = progression.firstResolution(); r < progression.lastResolution(); r++) {
                            resolution(progression, r, layer);
                        }
                    }
                }
                case 1 -> {
                    for (int r = progression.firstResolution(); r < progression.lastResolution(); r++) {
                        for (int layer = 0; layer < layers; layer++) {
                            resolution(progression, r, layer);
                        }
                    }
                }
                case 2 -> {
                    for (int r = progression.firstResolution(); r < progression.lastResolution(); r++) {
                        positions(progression, r, r + 1, progression.firstComponent(), layers);
                    }
                }
                case 3 ->
                    positions(
                            progression,
                            progression.firstResolution(),
                            progression.lastResolution(),
                            progression.firstComponent(),
                            layers);
                default -> {
                    for (int c = progression.firstComponent(); c < progression.lastComponent(); c++) {
                        Progression one = new Progression(
                                4, progression.firstResolution(), progression.lastResolution(), c, c + 1, layers);
                        positions(one, one.firstResolution(), one.lastResolution(), c, layers);
                    }
                }
            }
        }
    }

    private void resolution(Progression progression, int resolution, int layer) throws MalformedFrameException {
        for (int c = progression.firstComponent(); c < progression.lastComponent(); c++) {
            if (resolution < components[c].resolutions.length) {
                for (Precinct precinct : components[c].resolutions[resolution].precincts) {
                    packet(precinct, components[c].style, layer);
                }
            }
        }
    }

    private void positions(
            Progression progression, int fromResolution, int endResolution, int firstComponent, int layers)
            throws MalformedFrameException {
        long stepX = Long.MAX_VALUE;
        long stepY = Long.MAX_VALUE;
        for (int c = firstComponent; c < progression.lastComponent(); c++) {
            for (int r = fromResolution; r < Math.min(endResolution, components[c].resolutions.length); r++) {
                Resolution resolution = components[c].resolutions[r];
                int level = components[c].style.levels() - r;
                stepX = Math.min(stepX, (long) components[c].stepX << (resolution.widthExponent + level));
                stepY = Math.min(stepY, (long) components[c].stepY << (resolution.heightExponent + level));
            }
        }
        if (stepX == Long.MAX_VALUE) {
            return;
        }
        for (long y = tile.y0(); y < tile.y1(); y = (y / stepY + 1) * stepY) {
            for (long x = tile.x0(); x < tile.x1(); x = (x / stepX + 1) * stepX) {
                for (int c = firstComponent; c < progression.lastComponent(); c++) {
                    for (int r = fromResolution; r < Math.min(endResolution, components[c].resolutions.length); r++) {
                        position(components[c], r, x, y, layers);
                    }
                }
            }
        }
    }

    private void position(TileComponent component, int r, long x, long y, int layers) throws MalformedFrameException {
        Resolution resolution = component.resolutions[r];
        int level = component.style.levels() - r;
        if (resolution.precincts.length == 0
                || !starts(x, component.stepX, tile.x0(), resolution.region.x0(), resolution.widthExponent, level)
                || !starts(y, component.stepY, tile.y0(), resolution.region.y0(), resolution.heightExponent, level)) {
            return;
        }
        int column = (Region.ceiling(Math.ceilDiv(x, component.stepX), level) >> resolution.widthExponent)
                - resolution.firstX;
        int row = (Region.ceiling(Math.ceilDiv(y, component.stepY), level) >> resolution.heightExponent)
                - resolution.firstY;
        Precinct precinct = resolution.precincts[row * resolution.across + column];
        for (int layer = 0; layer < layers; layer++) {
            packet(precinct, component.style, layer);
        }
    }

    private static boolean starts(long at, int step, long tileStart, long resolutionStart, int exponent, int level) {
        long size = 1L << (exponent + level);
        return at % (step * size) == 0 || at == tileStart && (resolutionStart << level) % size != 0;
    }

    private void packet(Precinct precinct, ComponentStyle style, int layer) throws MalformedFrameException {
        if (layer != precinct.layersRead) {
            return;
        }
        precinct.layersRead++;
        if (position + 6 <= data.length && data[position] == (byte) 0xff && data[position + 1] == (byte) 0x91) {
            position += 6;
        }
        byte[] source = headers == null ? data : headers;
        PacketBits bits = new PacketBits(source, headers == null ? position : headerPosition, source.length);
        PacketBody body = new PacketBody();
        if (bits.bit() == 1) {
            for (PrecinctBand band : precinct.bands) {
                for (int i = 0; i < band.blocks.length; i++) {
                    block(band, i, style, layer, bits, body);
                }
            }
        }
        int behind = bits.align();
        if (behind + 2 <= source.length && source[behind] == (byte) 0xff && source[behind + 1] == (byte) 0x92) {
            behind += 2;
        }
        if (headers == null) {
            position = behind;
        } else {
            headerPosition = behind;
        }
        position = body.distribute(position, data.length);
    }

    private static void block(
            PrecinctBand band, int index, ComponentStyle style, int layer, PacketBits bits, PacketBody body)
            throws MalformedFrameException {
        CodeBlock block = band.blocks[index];
        int x = index % band.across;
        int y = index / band.across;
        if (block.included) {
            if (bits.bit() == 0) {
                return;
            }
        } else {
            if (!band.inclusion.below(bits, x, y, layer + 1)) {
                return;
            }
            int planes = 0;
            while (!band.zeroPlanes.below(bits, x, y, planes + 1)) {
                if (++planes > 64) {
                    throw new MalformedFrameException("JPEG 2000", -1, "more than 64 missing bit planes");
                }
            }
            block.zeroPlanes = planes;
            block.included = true;
        }
        int passes = passes(bits);
        while (bits.bit() == 1) {
            if (++block.lengthBits > 31) {
                throw new MalformedFrameException("JPEG 2000", -1, "a code-block length of more than 31 bits");
            }
        }
        while (passes > 0) {
            int segment = block.openSegment(style);
            int count = Math.min(passes, block.room(segment));
            int lengthBits = block.lengthBits + 31 - Integer.numberOfLeadingZeros(count);
            if (lengthBits > 31) {
                throw new MalformedFrameException("JPEG 2000", -1, "a code-block length of more than 31 bits");
            }
            body.add(block, segment, bits.bits(lengthBits));
            block.addPasses(segment, count);
            passes -= count;
        }
    }

    private static int passes(PacketBits bits) throws MalformedFrameException {
        if (bits.bit() == 0) {
            return 1;
        }
        if (bits.bit() == 0) {
            return 2;
        }
        int count = bits.bits(2);
        if (count < 3) {
            return 3 + count;
        }
        count = bits.bits(5);
        return count < 31 ? 6 + count : 37 + bits.bits(7);
    }
}
