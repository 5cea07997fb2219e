package org.roentgen.dicom.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.pixel.ModalityTransform;
import org.roentgen.dicom.pixel.VoiTransform;

/**
 * Builds Grayscale Softcopy Presentation States (PS3.3 A.33.1). Without further calls it shows its images whole and as they are; the
 * rescale of the images is taken over, since that of a presentation state takes its place.
 */
public final class PresentationStateBuilder {
    private final DerivedObject object;
    private final List<DataSet> images;
    private final List<Scoped<VoiTransform.Window>> windows = new ArrayList<>();
    private final List<Shutter> shutters = new ArrayList<>();
    private final List<Scoped<DisplayedArea>> areas = new ArrayList<>();
    private final List<Scoped<GraphicAnnotation>> annotations = new ArrayList<>();
    private SpatialTransform transform = SpatialTransform.NONE;

    /**
     * Prepares a presentation state.
     *
     * @param images of one study, all with the same rescale
     */
    public PresentationStateBuilder(DerivedObject object, List<DataSet> images) {
        if (images.isEmpty()) {
            throw new IllegalArgumentException("A presentation state needs at least one image");
        }
        this.object = object;
        this.images = References.distinct(images);
        if (images.stream()
                        .map(image -> ModalityTransform.of(image, 0))
                        .distinct()
                        .count()
                > 1) {
            throw new IllegalArgumentException(
                    "The images have different rescale slopes or intercepts: make a presentation state for each of them");
        }
    }

    /** Adds a window in the modality's units. */
    public PresentationStateBuilder window(Scoped<VoiTransform.Window> window) {
        windows.add(window);
        return this;
    }

    /** Adds a shutter; each must be of another shape. */
    public PresentationStateBuilder shutter(Shutter shutter) {
        shutters.add(shutter);
        return this;
    }

    /** Turns the images. */
    public PresentationStateBuilder transform(SpatialTransform turned) {
        transform = turned;
        return this;
    }

    /** Adds a displayed area in place of whole images; together they must cover every image. */
    public PresentationStateBuilder area(Scoped<DisplayedArea> area) {
        areas.add(area);
        return this;
    }

    /** Adds graphics and texts. */
    public PresentationStateBuilder annotation(Scoped<GraphicAnnotation> annotation) {
        annotations.add(annotation);
        return this;
    }

    /**
     * The presentation state.
     *
     * @param label of 1 to 16 capital letters, digits, spaces and underscores
     * @param description for people, may be empty
     */
    public DataSet build(String label, String description) {
        DataSet first = images.getFirst();
        DataSet.Builder builder = Modules.start(first, object, Uid.GrayscaleSoftcopyPresentationStateStorage, "PR")
                .remove(Tag.ContentDate)
                .remove(Tag.ContentTime)
                .put(Tag.Laterality, first.string(Tag.Laterality, ""))
                .put(Tag.PresentationCreationDate, Modules.date(object.created()))
                .put(Tag.PresentationCreationTime, Modules.time(object.created()))
                .put(Tag.ContentLabel, label)
                .put(Tag.ContentDescription, description)
                .put(Tag.ContentCreatorName)
                .putItems(Tag.ReferencedSeriesSequence, References.series(images, Tag.ReferencedImageSequence))
                .putItems(Tag.DisplayedAreaSelectionSequence, areaItems())
                .put(Tag.PresentationLUTShape, inverted(first) ? "INVERSE" : "IDENTITY");
        putModality(builder, first);
        if (!windows.isEmpty()) {
            builder.putItems(
                    Tag.SoftcopyVOILUTSequence,
                    windows.stream().map(PresentationStateBuilder::windowItem).toList());
        }
        Shutter.put(builder, shutters);
        transform.put(builder);
        if (!annotations.isEmpty()) {
            builder.putItems(
                    Tag.GraphicAnnotationSequence,
                    annotations.stream()
                            .map(annotation ->
                                    withImages(GraphicAnnotationItems.toItem(annotation.value()), annotation.images()))
                            .toList());
            builder.putItems(Tag.GraphicLayerSequence, layers());
        }
        return builder.build();
    }

    private static boolean inverted(DataSet image) {
        return image.string(Tag.PhotometricInterpretation, "").equals("MONOCHROME1");
    }

    private static void putModality(DataSet.Builder builder, DataSet image) {
        if (image.contains(Tag.ModalityLUTSequence)) {
            image.element(Tag.ModalityLUTSequence).ifPresent(builder::putElement);
        } else if (ModalityTransform.of(image, 0) instanceof ModalityTransform.Rescale rescale) {
            builder.putDecimals(Tag.RescaleSlope, rescale.slope())
                    .putDecimals(Tag.RescaleIntercept, rescale.intercept())
                    .put(Tag.RescaleType, image.string(Tag.RescaleType, "US"));
        }
    }

    private static DataSet windowItem(Scoped<VoiTransform.Window> window) {
        return withImages(
                DataSet.builder()
                        .putDecimals(Tag.WindowCenter, window.value().center())
                        .putDecimals(Tag.WindowWidth, window.value().width())
                        .put(Tag.VOILUTFunction, window.value().function().name()),
                window.images());
    }

    private static DataSet withImages(DataSet.Builder item, List<ImageReference> images) {
        return images.isEmpty()
                ? item.build()
                : item.putItems(
                                Tag.ReferencedImageSequence,
                                images.stream().map(ImageReference::toItem).toList())
                        .build();
    }

    /** The areas that were asked for, else whole images: one item for each size. */
    private List<DataSet> areaItems() {
        List<Scoped<DisplayedArea>> shown = new ArrayList<>(areas);
        if (shown.isEmpty()) {
            Map<DisplayedArea, List<ImageReference>> bySize = new LinkedHashMap<>();
            for (DataSet image : images) {
                bySize.computeIfAbsent(DisplayedArea.whole(image), key -> new ArrayList<>())
                        .add(new ImageReference(
                                image.string(Tag.SOPClassUID, ""), image.string(Tag.SOPInstanceUID, ""), List.of()));
            }
            bySize.forEach((area, sized) -> shown.add(new Scoped<>(area, bySize.size() == 1 ? List.of() : sized)));
        }
        return shown.stream()
                .map(area -> withImages(area.value().toItem(), area.images()))
                .toList();
    }

    private List<DataSet> layers() {
        List<String> names = annotations.stream()
                .map(annotation -> annotation.value().layer())
                .distinct()
                .toList();
        List<DataSet> layers = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            layers.add(DataSet.builder()
                    .put(Tag.GraphicLayer, names.get(index))
                    .putIntegers(Tag.GraphicLayerOrder, index + 1)
                    .build());
        }
        return layers;
    }
}
