package org.roentgen.dicom.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;

class FunctionalGroupCheckTest {
    private static final DataSet PLACED = group(
                    Tag.PlanePositionSlideSequence, slidePosition().build())
            .putItems(
                    Tag.OpticalPathIdentificationSequence,
                    DataSet.builder().put(Tag.OpticalPathIdentifier, "1").build())
            .build();

    static Stream<Arguments> slides() {
        DataSet.Builder tiled = slide().put(Tag.DimensionOrganizationType, "TILED_FULL");
        DataSet.Builder sparse = slide().put(Tag.DimensionOrganizationType, "TILED_SPARSE");
        return Stream.of(
                row("no group at all", slide(), List.of()),
                row("a full grid without groups of frames", shared(tiled, sharedGroups()), List.of()),
                row(
                        "a full grid without kind of frames",
                        shared(tiled, group(Tag.PixelMeasuresSequence, DataSet.EMPTY)),
                        List.of("(5200,9229)[0].(0040,0710)")),
                row(
                        "a sparse grid with placed frames",
                        frames(shared(sparse, sharedGroups()), PLACED, PLACED),
                        List.of()),
                row(
                        "a frame without place",
                        frames(
                                shared(sparse, sharedGroups()),
                                PLACED,
                                PLACED.toBuilder()
                                        .remove(Tag.PlanePositionSlideSequence)
                                        .build()),
                        List.of("(5200,9230)[1].(0048,021A)")),
                row(
                        "a place without depth",
                        frames(
                                shared(sparse, sharedGroups()),
                                PLACED,
                                PLACED.toBuilder()
                                        .putItems(
                                                Tag.PlanePositionSlideSequence,
                                                slidePosition()
                                                        .remove(Tag.ZOffsetInSlideCoordinateSystem)
                                                        .build())
                                        .build()),
                        List.of("(5200,9230)[1].(0048,021A)[0].(0040,074A)")),
                row(
                        "groups of one frame of two",
                        frames(shared(sparse, sharedGroups()), PLACED),
                        List.of("(5200,9230)")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slides")
    void findsWhatGroupsLack(String name, DataSet dataSet, List<String> tagPaths) {
        Findings findings = new Findings();
        new FunctionalGroupCheck(dataSet, findings).check();
        assertThat(findings.list()).extracting(Finding::tagPath).isEqualTo(tagPaths);
    }

    static Stream<Arguments> dependentGroups() {
        DataSet.Builder mr = original(Uid.EnhancedMRImageStorage);
        DataSet.Builder ct = original(Uid.EnhancedCTImageStorage);
        return Stream.of(
                wanting("diffusion of one frame", mr, "(0018,9117)", contrast("DIFFUSION"), contrast("T1"), true),
                wanting("no diffusion", mr, "(0018,9117)", contrast("T2"), contrast("T1"), false),
                wanting("saturated slabs", mr, "(0018,9107)", saturation("SLAB"), saturation("NONE"), true),
                wanting("no saturation", mr, "(0018,9107)", saturation("NONE"), saturation("NONE"), false),
                wanting("spirals", ct, "(0018,9314)", acquisition("SPIRAL"), acquisition("SPIRAL"), true),
                wanting("a localizer", ct, "(0018,9314)", acquisition("CONSTANT_ANGLE"), acquisition("SPIRAL"), false),
                wanting(
                        "spin labeling",
                        original(Uid.EnhancedMRImageStorage).put(Tag.ImageType, "ORIGINAL", "PRIMARY", "ASL"),
                        "(0018,9251)",
                        contrast("T1"),
                        contrast("T1"),
                        true),
                wanting(
                        "materials",
                        ct.build().toBuilder().put(Tag.MultienergyCTAcquisition, "YES"),
                        "(0040,9096)",
                        acquisition("SPIRAL"),
                        acquisition("SPIRAL"),
                        true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dependentGroups")
    void groupsMayDependOnEachOther(String name, DataSet dataSet, String tag, boolean wanted) {
        Findings findings = new Findings();
        new FunctionalGroupCheck(dataSet, findings).check();
        assertThat(findings.list().stream().map(Finding::tagPath).anyMatch(path -> path.endsWith(tag)))
                .isEqualTo(wanted);
    }

    private static Arguments wanting(
            String name, DataSet.Builder image, String tag, DataSet first, DataSet second, boolean wanted) {
        return Arguments.of(
                name, frames(image.build().toBuilder(), first, second).build(), tag, wanted);
    }

    private static DataSet.Builder original(String sopClass) {
        return DataSet.builder()
                .put(Tag.SOPClassUID, sopClass)
                .put(Tag.ImageType, "ORIGINAL", "PRIMARY", "VOLUME", "NONE")
                .putIntegers(Tag.NumberOfFrames, 2);
    }

    private static DataSet contrast(String kind) {
        return group(
                        Tag.MRImageFrameTypeSequence,
                        DataSet.builder().put(Tag.AcquisitionContrast, kind).build())
                .build();
    }

    private static DataSet saturation(String kind) {
        return group(
                        Tag.MRModifierSequence,
                        DataSet.builder().put(Tag.SpatialPresaturation, kind).build())
                .build();
    }

    private static DataSet acquisition(String kind) {
        return group(
                        Tag.CTAcquisitionTypeSequence,
                        DataSet.builder().put(Tag.AcquisitionType, kind).build())
                .build();
    }

    private static Arguments row(String name, DataSet.Builder dataSet, List<String> tagPaths) {
        return Arguments.of(name, dataSet.build(), tagPaths);
    }

    private static DataSet.Builder slide() {
        return DataSet.builder()
                .put(Tag.SOPClassUID, Uid.VLWholeSlideMicroscopyImageStorage)
                .putIntegers(Tag.NumberOfFrames, 2);
    }

    private static DataSet.Builder shared(DataSet.Builder dataSet, DataSet.Builder groups) {
        return dataSet.build().toBuilder().putItems(Tag.SharedFunctionalGroupsSequence, groups.build());
    }

    private static DataSet.Builder frames(DataSet.Builder dataSet, DataSet... groups) {
        return dataSet.putItems(Tag.PerFrameFunctionalGroupsSequence, groups);
    }

    private static DataSet.Builder sharedGroups() {
        return group(Tag.PixelMeasuresSequence, DataSet.EMPTY)
                .putItems(
                        Tag.WholeSlideMicroscopyImageFrameTypeSequence,
                        DataSet.builder()
                                .put(Tag.FrameType, "ORIGINAL", "PRIMARY", "VOLUME", "NONE")
                                .build());
    }

    private static DataSet.Builder slidePosition() {
        return DataSet.builder()
                .putIntegers(Tag.ColumnPositionInTotalImagePixelMatrix, 1)
                .putIntegers(Tag.RowPositionInTotalImagePixelMatrix, 1)
                .put(Tag.XOffsetInSlideCoordinateSystem, "0")
                .put(Tag.YOffsetInSlideCoordinateSystem, "0")
                .put(Tag.ZOffsetInSlideCoordinateSystem, "0");
    }

    private static DataSet.Builder group(int sequence, DataSet item) {
        return DataSet.builder().putItems(sequence, item);
    }
}
