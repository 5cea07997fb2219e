package org.roentgen.dicom.codec.jpeg2000;

/** The code-blocks of one subband within one precinct, with their tag trees. */
final class PrecinctBand {
    final Subband subband;
    final int across;
    final CodeBlock[] blocks;
    final TagTree inclusion;
    final TagTree zeroPlanes;

    /**
     * @param area the precinct's part of the subband
     * @param widthExponent exponent of the code-block width
     * @param heightExponent exponent of the code-block height
     */
    PrecinctBand(Subband subband, Region area, int widthExponent, int heightExponent) {
        this.subband = subband;
        int firstX = area.x0() >> widthExponent;
        int firstY = area.y0() >> heightExponent;
        across = area.isEmpty() ? 0 : Region.ceiling(area.x1(), widthExponent) - firstX;
        int down = area.isEmpty() ? 0 : Region.ceiling(area.y1(), heightExponent) - firstY;
        blocks = new CodeBlock[across * down];
        for (int i = 0; i < blocks.length; i++) {
            int x = (firstX + i % across) << widthExponent;
            int y = (firstY + i / across) << heightExponent;
            Region cell = new Region(x, y, x + (1 << widthExponent), y + (1 << heightExponent));
            blocks[i] = new CodeBlock(cell.intersect(area));
        }
        inclusion = new TagTree(across, down);
        zeroPlanes = new TagTree(across, down);
    }
}
