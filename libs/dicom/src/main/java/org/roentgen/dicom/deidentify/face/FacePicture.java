package org.roentgen.dicom.deidentify.face;

import java.io.IOException;
import java.util.List;
import org.roentgen.dicom.pixel.RenderedFrame;

/**
 * What a person looks at to judge whether the face is gone and the brain is not: above the middle of the head from its left side, below
 * its surface from the front, to the left before and to the right after. It shows the face of the patient: it stays where identities
 * may be.
 *
 * @param width pixels, of a millimetre
 * @param height pixels
 * @param grey brightness, row by row
 */
public record FacePicture(int width, int height, byte[] grey) {
    private static final int GAP = 4;

    static FacePicture of(HeadVolume volume, Tissue tissue, HeadGrid head, FaceRegion region) throws IOException {
        FacePicture section = MiddleSection.of(volume, tissue, head, region);
        FacePicture before = FrontView.of(head, (_, _, _) -> false);
        FacePicture after = FrontView.of(head, region::isFace);
        return below(List.of(section, beside(before, after)));
    }

    static FacePicture beside(FacePicture left, FacePicture right) {
        int width = left.width + GAP + right.width;
        int height = Math.max(left.height, right.height);
        byte[] both = new byte[width * height];
        left.copy(both, width, 0, 0);
        right.copy(both, width, left.width + GAP, 0);
        return new FacePicture(width, height, both);
    }

    static FacePicture below(List<FacePicture> pictures) {
        int width = pictures.stream().mapToInt(FacePicture::width).max().orElse(0);
        int height = pictures.stream().mapToInt(picture -> picture.height + GAP).sum() - GAP;
        byte[] all = new byte[width * height];
        int row = 0;
        for (FacePicture picture : pictures) {
            picture.copy(all, width, (width - picture.width) / 2, row);
            row += picture.height + GAP;
        }
        return new FacePicture(width, height, all);
    }

    private void copy(byte[] target, int targetWidth, int left, int top) {
        for (int y = 0; y < height; y++) {
            System.arraycopy(grey, y * width, target, (top + y) * targetWidth + left, width);
        }
    }

    /** The picture as PNG. */
    public byte[] toPng() throws IOException {
        return new RenderedFrame(width, height, false, grey).toPng();
    }
}
