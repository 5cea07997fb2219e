package org.roentgen.dicom.deidentify.face;

import java.io.IOException;

/** A head whose face was found in its own images. */
record FoundFace(HeadVolume volume, Tissue tissue, HeadGrid head, FaceRegion region) {
    /** @throws org.roentgen.dicom.deidentify.RefusedException if the images do not show where the face is */
    static FoundFace of(HeadStack stack, SeriesPixels pixels) throws IOException {
        HeadVolume volume = new HeadVolume(stack.slices(), pixels);
        Tissue tissue = Tissue.of(volume);
        HeadGrid all = HeadGrid.of(volume, tissue);
        HeadGrid thick = volume.isComputedTomography() ? FreeStandingHead.thick(all) : all;
        HeadGrid head = volume.isComputedTomography() ? FreeStandingHead.near(all, thick) : all;
        return new FoundFace(volume, tissue, head, new FaceRegion(head, HeadMeasures.of(thick)));
    }

    FacePicture picture() throws IOException {
        return FacePicture.of(volume, tissue, head, region);
    }
}
