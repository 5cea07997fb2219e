package org.roentgen.dicom.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.pixel.ModalityTransform;
import org.roentgen.dicom.pixel.VoiTransform;

/**
 * Reads softcopy presentation states. All of a grayscale one but bitmap shutters and compound graphics; of colour, pseudo-colour,
 * blending and XA/XRF ones what they share with it.
 */
public final class PresentationStateReader {
    private static final Set<String> SOP_CLASSES = Set.of(
            Uid.GrayscaleSoftcopyPresentationStateStorage,
            Uid.ColorSoftcopyPresentationStateStorage,
            Uid.PseudoColorSoftcopyPresentationStateStorage,
            Uid.BlendingSoftcopyPresentationStateStorage,
            Uid.XAXRFGrayscaleSoftcopyPresentationStateStorage);

    private PresentationStateReader() {}

    /**
     * A presentation state.
     *
     * @throws ObjectFormatException when it is none, or one of its parts is not as the standard wants it
     */
    public static PresentationState read(DataSet dataSet) {
        String sopClass = Attributes.string(dataSet, Tag.SOPClassUID);
        if (!SOP_CLASSES.contains(sopClass)) {
            throw new ObjectFormatException("SOP Class UID %s is no softcopy presentation state".formatted(sopClass));
        }
        List<ImageReference> images = new ArrayList<>();
        for (DataSet series : dataSet.items(Tag.ReferencedSeriesSequence)) {
            images.addAll(images(series));
        }
        return new PresentationState(
                sopClass,
                dataSet.string(Tag.ContentLabel, ""),
                images,
                grayscale(dataSet),
                Shutter.read(dataSet),
                new PresentationState.Layout(
                        SpatialTransform.read(dataSet),
                        scoped(dataSet, Tag.DisplayedAreaSelectionSequence, DisplayedArea::read)),
                scoped(dataSet, Tag.GraphicAnnotationSequence, GraphicAnnotationItems::read));
    }

    private static PresentationState.Grayscale grayscale(DataSet dataSet) {
        boolean hasModality = dataSet.contains(Tag.ModalityLUTSequence) || dataSet.contains(Tag.RescaleSlope);
        return new PresentationState.Grayscale(
                hasModality ? Optional.of(ModalityTransform.of(dataSet, 0)) : Optional.empty(),
                scoped(dataSet, Tag.SoftcopyVOILUTSequence, PresentationStateReader::window),
                dataSet.string(Tag.PresentationLUTShape, "IDENTITY").equals("INVERSE"));
    }

    private static VoiTransform window(DataSet item) {
        return Attributes.checked(() -> VoiTransform.of(item, 0, false))
                .orElseThrow(() -> new ObjectFormatException(
                        "An item of Softcopy VOI LUT Sequence has neither a valid window nor a lookup table"));
    }

    private static <T> List<Scoped<T>> scoped(DataSet dataSet, int sequence, Function<DataSet, T> reader) {
        return dataSet.items(sequence).stream()
                .map(item -> new Scoped<>(reader.apply(item), images(item)))
                .toList();
    }

    private static List<ImageReference> images(DataSet item) {
        return item.items(Tag.ReferencedImageSequence).stream()
                .flatMap(image -> ImageReference.of(image).stream())
                .toList();
    }
}
