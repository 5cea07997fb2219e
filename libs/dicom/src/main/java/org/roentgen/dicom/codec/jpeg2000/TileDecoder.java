package org.roentgen.dicom.codec.jpeg2000;

import org.roentgen.dicom.codec.FrameFormat;
import org.roentgen.dicom.codec.MalformedFrameException;
import org.roentgen.dicom.codec.Samples;

/** Decodes one tile: packets, code-blocks, wavelet, component transform, level shift (T.800 annexes B to G). */
final class TileDecoder {
    private final ImageSize size;
    private final Tile tile;
    private final Region region;
    private final TileComponent[] components;
    private final BlockDecoder blocks = new BlockDecoder();

    TileDecoder(ImageSize size, Tile tile) throws MalformedFrameException {
        this.size = size;
        this.tile = tile;
        region = size.tileRegion(tile.index);
        components = new TileComponent[size.components().size()];
        for (int i = 0; i < components.length; i++) {
            components[i] = new TileComponent(
                    region,
                    size.components().get(i),
                    tile.parameters.style(i),
                    tile.parameters.quantization(i),
                    tile.parameters.regionShift(i));
        }
    }

    void decode(byte[] data, FrameFormat format, byte[] target) throws MalformedFrameException {
        byte[] packets = tile.packets(data);
        new PacketReader(packets, tile.headers(), components, region).read(tile.parameters);
        boolean transform = tile.parameters.componentTransform && components.length >= 3;
        if (transform && !(tile.parameters.sameWavelet() && sameSize())) {
            throw new MalformedFrameException(
                    "JPEG 2000", -1, "a component transform over different wavelets or sizes");
        }
        int[][] planes = new int[components.length][];
        float[][] floats = new float[components.length][];
        for (int i = 0; i < components.length; i++) {
            if (components[i].style.reversible()) {
                planes[i] = reversible(i, packets);
            } else {
                floats[i] = irreversible(i, packets);
            }
        }
        if (transform) {
            if (components[0].style.reversible()) {
                ComponentTransform.reversible(planes[0], planes[1], planes[2]);
            } else {
                ComponentTransform.irreversible(floats[0], floats[1], floats[2]);
            }
        }
        for (int i = 0; i < components.length; i++) {
            int[] plane = components[i].style.reversible() ? planes[i] : rounded(floats[i]);
            write(i, plane, format, target);
        }
    }

    private boolean sameSize() {
        return components[0].region.equals(components[1].region) && components[0].region.equals(components[2].region);
    }

    private static int[] rounded(float[] plane) {
        int[] result = new int[plane.length];
        for (int i = 0; i < plane.length; i++) {
            result[i] = (int) Math.rint(plane[i]);
        }
        return result;
    }

    private int[] reversible(int index, byte[] packets) throws MalformedFrameException {
        TileComponent component = components[index];
        int[] plane = new int[component.region.width() * component.region.height()];
        forEachBlock(index, packets, (block, subband, values, at) -> {
            int width = block.region.width();
            for (int y = 0; y < block.region.height(); y++) {
                for (int x = 0; x < width; x++) {
                    plane[at + y * component.region.width() + x] = values[y * width + x] / 2;
                }
            }
        });
        ReversibleWavelet.invert(plane, component);
        return plane;
    }

    private float[] irreversible(int index, byte[] packets) throws MalformedFrameException {
        TileComponent component = components[index];
        float[] plane = new float[component.region.width() * component.region.height()];
        int bits = size.components().get(index).bits();
        forEachBlock(index, packets, (block, subband, values, at) -> {
            int gain = subband.highX() + subband.highY();
            float step = component.quantization.step(subband.index(), bits + gain) * 0.5f;
            int width = block.region.width();
            for (int y = 0; y < block.region.height(); y++) {
                for (int x = 0; x < width; x++) {
                    plane[at + y * component.region.width() + x] = values[y * width + x] * step;
                }
            }
        });
        IrreversibleWavelet.invert(plane, component);
        return plane;
    }

    @FunctionalInterface
    private interface BlockConsumer {
        void accept(CodeBlock block, Subband subband, int[] values, int at);
    }

    private void forEachBlock(int index, byte[] packets, BlockConsumer consumer) throws MalformedFrameException {
        TileComponent component = components[index];
        for (int r = 0; r < component.resolutions.length; r++) {
            Region lower = r == 0 ? new Region(0, 0, 0, 0) : component.resolutions[r - 1].region;
            for (Precinct precinct : component.resolutions[r].precincts) {
                for (PrecinctBand band : precinct.bands) {
                    decodeBand(component, band, lower, packets, consumer);
                }
            }
        }
    }

    private void decodeBand(
            TileComponent component, PrecinctBand band, Region lower, byte[] packets, BlockConsumer consumer)
            throws MalformedFrameException {
        Subband subband = band.subband;
        int left = subband.highX() * lower.width() - subband.region().x0();
        int top = subband.highY() * lower.height() - subband.region().y0();
        for (CodeBlock block : band.blocks) {
            if (block.passes > 0) {
                int[] values = blocks.decode(block, packets, component, subband);
                int at = (block.region.y0() + top) * component.region.width() + block.region.x0() + left;
                consumer.accept(block, subband, values, at);
            }
        }
    }

    private void write(int index, int[] plane, FrameFormat format, byte[] target) {
        ImageSize.Component depth = size.components().get(index);
        int shift = depth.signed() ? 0 : 1 << (depth.bits() - 1);
        int lowest = depth.signed() ? -(1 << (depth.bits() - 1)) : 0;
        int highest = lowest + (1 << depth.bits()) - 1;
        for (int i = 0; i < plane.length; i++) {
            plane[i] = Math.clamp((long) plane[i] + shift, lowest, highest);
        }
        if (format.sample().signed() && !depth.signed()) {
            Samples.extendSign(plane, depth.bits());
        }
        Region pixels = size.subsampled() ? covered(components[index].region, depth) : size.pixels(region);
        int[] full = size.subsampled() ? replicated(plane, components[index].region, depth, pixels) : plane;
        int samples = format.samplesPerPixel();
        Region image = size.pixels(size.image());
        int left = pixels.x0() - image.x0();
        int top = pixels.y0() - image.y0();
        for (int y = 0; y < pixels.height(); y++) {
            long first = ((long) (top + y) * format.columns() + left) * samples + index;
            Samples.putRow(
                    full,
                    y * pixels.width(),
                    pixels.width(),
                    target,
                    first,
                    samples,
                    format.sample().bytes());
        }
    }

    /** The pixels that samples stand for: those up to the next sample, of the image's first samples also those before. */
    private Region covered(Region samples, ImageSize.Component component) {
        if (samples.isEmpty()) {
            return new Region(0, 0, 0, 0);
        }
        Region image = size.pixels(size.image());
        Region all = component.samples(size.image());
        long left = Math.ceilDiv((long) samples.x0() * component.stepX(), size.stepX());
        long top = Math.ceilDiv((long) samples.y0() * component.stepY(), size.stepY());
        long right = Math.ceilDiv((long) samples.x1() * component.stepX(), size.stepX());
        long bottom = Math.ceilDiv((long) samples.y1() * component.stepY(), size.stepY());
        return new Region(
                samples.x0() == all.x0() ? image.x0() : (int) left,
                samples.y0() == all.y0() ? image.y0() : (int) top,
                (int) Math.min(image.x1(), right),
                (int) Math.min(image.y1(), bottom));
    }

    private int[] replicated(int[] plane, Region samples, ImageSize.Component component, Region pixels) {
        int[] full = new int[pixels.width() * pixels.height()];
        for (int y = pixels.y0(), to = 0; y < pixels.y1(); y++) {
            int row = Math.clamp((long) y * size.stepY() / component.stepY(), samples.y0(), samples.y1() - 1);
            int first = (row - samples.y0()) * samples.width() - samples.x0();
            for (int x = pixels.x0(); x < pixels.x1(); x++, to++) {
                int column = Math.clamp((long) x * size.stepX() / component.stepX(), samples.x0(), samples.x1() - 1);
                full[to] = plane[first + column];
            }
        }
        return full;
    }
}
