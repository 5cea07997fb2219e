package org.roentgen.dicom.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.object.GraphicAnnotation.Anchor;
import org.roentgen.dicom.object.GraphicAnnotation.Box;
import org.roentgen.dicom.object.GraphicAnnotation.Graphic;
import org.roentgen.dicom.object.GraphicAnnotation.Shape;
import org.roentgen.dicom.object.GraphicAnnotation.Text;
import org.roentgen.dicom.object.GraphicAnnotation.Units;

/** Items of the Graphic Annotation Sequence from and to annotations (PS3.3 C.10.5). */
final class GraphicAnnotationItems {
    private GraphicAnnotationItems() {}

    static DataSet.Builder toItem(GraphicAnnotation annotation) {
        DataSet.Builder builder = DataSet.builder().put(Tag.GraphicLayer, annotation.layer());
        if (!annotation.texts().isEmpty()) {
            builder.putItems(
                    Tag.TextObjectSequence,
                    annotation.texts().stream()
                            .map(GraphicAnnotationItems::text)
                            .toList());
        }
        if (!annotation.graphics().isEmpty()) {
            builder.putItems(
                    Tag.GraphicObjectSequence,
                    annotation.graphics().stream()
                            .map(GraphicAnnotationItems::graphic)
                            .toList());
        }
        return builder;
    }

    private static DataSet text(Text text) {
        DataSet.Builder builder = DataSet.builder().put(Tag.UnformattedTextValue, text.text());
        text.box().ifPresent(box -> {
            builder.put(Tag.BoundingBoxAnnotationUnits, box.units().name());
            putPoint(builder, Tag.BoundingBoxTopLeftHandCorner, box.topLeft());
            putPoint(builder, Tag.BoundingBoxBottomRightHandCorner, box.bottomRight());
            builder.put(Tag.BoundingBoxTextHorizontalJustification, "LEFT");
        });
        text.anchor().ifPresent(anchor -> {
            builder.put(Tag.AnchorPointAnnotationUnits, anchor.units().name());
            putPoint(builder, Tag.AnchorPoint, anchor.point());
            builder.put(Tag.AnchorPointVisibility, anchor.visible() ? "Y" : "N");
        });
        return builder.build();
    }

    private static void putPoint(DataSet.Builder builder, int tag, ImagePoint point) {
        builder.putDecimals(tag, point.column(), point.row());
    }

    private static DataSet graphic(Graphic graphic) {
        double[] data = new double[2 * graphic.points().size()];
        for (int index = 0; index < graphic.points().size(); index++) {
            data[2 * index] = graphic.points().get(index).column();
            data[2 * index + 1] = graphic.points().get(index).row();
        }
        DataSet.Builder builder = DataSet.builder()
                .put(Tag.GraphicAnnotationUnits, graphic.units().name())
                .putIntegers(Tag.GraphicDimensions, 2)
                .putIntegers(Tag.NumberOfGraphicPoints, graphic.points().size())
                .putDecimals(Tag.GraphicData, data)
                .put(Tag.GraphicType, graphic.shape().name());
        if (graphic.shape() != Shape.POINT) {
            builder.put(Tag.GraphicFilled, graphic.filled() ? "Y" : "N");
        }
        return builder.build();
    }

    static GraphicAnnotation read(DataSet item) {
        List<Graphic> graphics = new ArrayList<>();
        item.items(Tag.GraphicObjectSequence).forEach(object -> graphics.add(readGraphic(object)));
        List<Text> texts = new ArrayList<>();
        item.items(Tag.TextObjectSequence).forEach(object -> texts.add(readText(object)));
        return Attributes.checked(() -> new GraphicAnnotation(item.string(Tag.GraphicLayer, ""), graphics, texts));
    }

    private static Graphic readGraphic(DataSet item) {
        double[] data = Attributes.decimals(item, Tag.GraphicData);
        int count = item.integer(Tag.NumberOfGraphicPoints, data.length / 2);
        if (data.length % 2 != 0 || count != data.length / 2) {
            throw new ObjectFormatException("Graphic Data has %d numbers, Number of Graphic Points is %d: two each"
                    .formatted(data.length, count));
        }
        List<ImagePoint> points = new ArrayList<>();
        for (int index = 0; index < data.length; index += 2) {
            points.add(new ImagePoint(data[index], data[index + 1]));
        }
        Units units = term(item, Tag.GraphicAnnotationUnits, Units.values());
        Shape shape = term(item, Tag.GraphicType, Shape.values());
        boolean filled = item.string(Tag.GraphicFilled, "N").equals("Y");
        return Attributes.checked(() -> new Graphic(units, shape, points, filled));
    }

    private static Text readText(DataSet item) {
        Optional<Box> box = item.contains(Tag.BoundingBoxTopLeftHandCorner)
                ? Optional.of(new Box(
                        term(item, Tag.BoundingBoxAnnotationUnits, Units.values()),
                        point(item, Tag.BoundingBoxTopLeftHandCorner),
                        point(item, Tag.BoundingBoxBottomRightHandCorner)))
                : Optional.empty();
        Optional<Anchor> anchor = item.contains(Tag.AnchorPoint)
                ? Optional.of(new Anchor(
                        term(item, Tag.AnchorPointAnnotationUnits, Units.values()),
                        point(item, Tag.AnchorPoint),
                        item.string(Tag.AnchorPointVisibility, "N").equals("Y")))
                : Optional.empty();
        String text = item.string(Tag.UnformattedTextValue, "");
        return Attributes.checked(() -> new Text(text, box, anchor));
    }

    private static ImagePoint point(DataSet item, int tag) {
        double[] values = Attributes.decimals(item, tag, 2);
        return new ImagePoint(values[0], values[1]);
    }

    private static <E extends Enum<E>> E term(DataSet item, int tag, E[] known) {
        String term = Attributes.string(item, tag);
        return Arrays.stream(known)
                .filter(value -> value.name().equals(term))
                .findFirst()
                .orElseThrow(() -> new ObjectFormatException("%s is '%s': one of %s is needed"
                        .formatted(Attributes.name(tag), term, Arrays.toString(known))));
    }
}
