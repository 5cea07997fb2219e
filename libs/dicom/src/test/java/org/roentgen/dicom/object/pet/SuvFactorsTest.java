package org.roentgen.dicom.object.pet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.object.Judges;
import org.roentgen.dicom.object.ObjectFormatException;

/**
 * Expected values by hand: 70 kg, 400 MBq, half-life 6600 s, injection at 10:00:00. A scan at 11:50:00 is one half-life later, so that
 * 200 MBq are left: 70,000 g / 2e8 Bq = 3.5e-4. Without decay it is 70,000 / 4e8 = 1.75e-4.
 */
final class SuvFactorsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "START at the series' time, START, 115000, 120000, 100000, , 3.5e-4",
        "START with fractions of a second, START, 115000.500000, 120000, 100000.5, , 3.5e-4",
        "START over midnight, START, 003000, 010000, 224000, , 3.5e-4",
        "START with a full injection time, START, 115000, 120000, 235959, 20260110100000.00, 3.5e-4",
        "START with another day's injection, START, 115000, 120000, , 20260110081000, 7e-4",
        "ADMIN, ADMIN, 115000, 120000, 100000, , 1.75e-4"
    })
    void bodyWeightFactorsOfConcentrations(
            String name,
            String correction,
            String series,
            String acquisition,
            String start,
            String moment,
            double factor) {
        DataSet image = image(
                builder -> builder.put(Tag.DecayCorrection, correction)
                        .put(Tag.SeriesTime, series)
                        .put(Tag.AcquisitionTime, acquisition),
                drug -> {
                    drug.remove(Tag.RadiopharmaceuticalStartTime);
                    if (start != null) {
                        drug.put(Tag.RadiopharmaceuticalStartTime, start);
                    }
                    if (moment != null) {
                        drug.put(Tag.RadiopharmaceuticalStartDateTime, moment);
                    }
                });
        assertThat(SuvFactors.of(image).bodyWeight()).isCloseTo(factor, within(1e-12));
    }

    @Test
    void aSeriesProcessedLaterCountsBackFromTheMiddleOfTheFramesCounts() {
        // The scan began at 11:50:00. This frame began 600 s later and lasted 1200 s; half of its counts, weighted by
        // decay, are
        // at ln(x / (1 - exp(-x))) / (x / 1200) with x = 1200 ln 2 / 6600 = 0.126026763: 593.6995 s, so its reference
        // time is
        // 1193.6995 s after the scan's begin.
        DataSet image = image(
                builder -> builder.put(Tag.SeriesTime, "180000")
                        .put(Tag.AcquisitionTime, "120000")
                        .putDecimals(Tag.ActualFrameDuration, VR.IS, 1_200_000)
                        .putDecimals(Tag.FrameReferenceTime, 1_193_699.5),
                drug -> {});
        assertThat(SuvFactors.of(image).bodyWeight()).isCloseTo(3.5e-4, within(1e-9));
        DataSet withScanTime = image.toBuilder()
                .put(0x00090010, VR.LO, "GEMS_PETD_01")
                .put(0x0009100D, VR.DT, "20260110115000.00")
                .remove(Tag.FrameReferenceTime)
                .build();
        assertThat(SuvFactors.of(withScanTime).bodyWeight()).isCloseTo(3.5e-4, within(1e-12));
    }

    @Test
    void offsetsFromUtcAreBroughtTogether() {
        DataSet image = image(
                builder -> builder.put(Tag.TimezoneOffsetFromUTC, "+0100"),
                drug -> drug.put(Tag.RadiopharmaceuticalStartDateTime, "20260110090000+0000"));
        assertThat(SuvFactors.of(image).bodyWeight()).isCloseTo(3.5e-4, within(1e-12));
    }

    @Test
    void countsOfPhilipsHaveAPrivateFactor() {
        Consumer<DataSet.Builder> counts =
                builder -> builder.put(Tag.Units, "CNTS").put(0x70530010, VR.LO, "Philips PET Private Group");
        DataSet direct = image(counts.andThen(builder -> builder.put(0x70531000, VR.DS, "0.000551")), drug -> {});
        assertThat(SuvFactors.of(direct).bodyWeight()).isEqualTo(0.000551);
        // 2 Bq/ml for a count: twice the factor of concentrations.
        DataSet activity = image(
                counts.andThen(builder -> builder.put(0x70531000, VR.DS, "0").put(0x70531009, VR.DS, "2")), drug -> {});
        assertThat(SuvFactors.of(activity).bodyWeight()).isCloseTo(7e-4, within(1e-12));
        assertThatThrownBy(() -> SuvFactors.of(image(counts, drug -> {})))
                .isInstanceOf(ObjectFormatException.class)
                .hasMessageContaining("(7053,xx00)");
    }

    @Test
    void leanBodyMassAndSurfaceNeedSizeAndSex() {
        // 1.75 m: BMI 22.857143; male 9270 * 70 / (6680 + 4937.1429) = 55.85711 kg; female 9270 * 70 / (8780 +
        // 5577.1429) =
        // 45.19701 kg; surface 0.007184 * 70^0.425 * 175^0.725 = 1.848143 m2.
        DataSet man =
                image(builder -> builder.putDecimals(Tag.PatientSize, 1.75).put(Tag.PatientSex, "M"), drug -> {});
        SuvFactors ofMan = SuvFactors.of(man);
        assertThat(ofMan.leanBodyMass().orElseThrow()).isCloseTo(55_857.108 / 2e8, within(1e-9));
        assertThat(ofMan.bodySurfaceArea().orElseThrow()).isCloseTo(18_481.43 / 2e8, within(1e-8));
        SuvFactors ofWoman =
                SuvFactors.of(man.toBuilder().put(Tag.PatientSex, "F").build());
        assertThat(ofWoman.leanBodyMass().orElseThrow()).isCloseTo(45_197.015 / 2e8, within(1e-9));
        SuvFactors unknown =
                SuvFactors.of(man.toBuilder().put(Tag.PatientSex, "O").build());
        assertThat(unknown.leanBodyMass()).isEmpty();
        assertThat(SuvFactors.of(image(builder -> {}, drug -> {})).bodySurfaceArea())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "00101030, 'PatientWeight (0010,1030) is missing'",
        "00281051, CorrectedImage",
        "00541001, 'Units (0054,1001) is missing'",
        "00541102, 'DecayCorrection (0054,1102) is missing'",
        "00540016, 'RadiopharmaceuticalInformationSequence (0054,0016) is missing'",
        "00080021, 'SeriesDate (0008,0021) is missing'",
        "00080032, 'AcquisitionTime (0008,0032) is missing'"
    })
    void whatIsMissingIsNamed(String tag, String message) {
        int element = tag.equals("00281051") ? Tag.CorrectedImage : Integer.parseUnsignedInt(tag, 16);
        DataSet image = image(builder -> builder.remove(element), drug -> {});
        assertThatThrownBy(() -> SuvFactors.of(image))
                .isInstanceOf(ObjectFormatException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatIsWrongIsNamed() {
        assertRefused(image(builder -> {}, drug -> drug.remove(Tag.RadionuclideTotalDose)), "RadionuclideTotalDose");
        assertRefused(image(builder -> {}, drug -> drug.remove(Tag.RadionuclideHalfLife)), "RadionuclideHalfLife");
        assertRefused(
                image(builder -> {}, drug -> drug.remove(Tag.RadiopharmaceuticalStartTime)),
                "RadiopharmaceuticalStartTime");
        assertRefused(image(builder -> builder.putDecimals(Tag.PatientWeight, 0), drug -> {}), "must be above 0");
        assertRefused(image(builder -> builder.put(Tag.CorrectedImage, "NORM", "ATTN"), drug -> {}), "ATTN and DECY");
        assertRefused(image(builder -> builder.put(Tag.DecayCorrection, "NONE"), drug -> {}), "'NONE'");
        assertRefused(image(builder -> builder.put(Tag.Units, "PROPCPS"), drug -> {}), "'PROPCPS'");
        assertRefused(image(builder -> builder.put(Tag.SeriesTime, "noon"), drug -> {}), "'noon' cannot be read");
        assertRefused(image(builder -> builder.put(Tag.SeriesDate, "20261332"), drug -> {}), "calendar");
        assertRefused(
                image(builder -> {}, drug -> drug.put(Tag.RadiopharmaceuticalStartDateTime, "20250110100000")),
                "half-lives");
        assertRefused(image(builder -> builder.put(Tag.Units, "GML").put(Tag.SUVType, "LBM"), drug -> {}), "'LBM'");
        assertThat(SuvFactors.of(image(builder -> builder.put(Tag.Units, "GML"), drug -> {}))
                        .bodyWeight())
                .isEqualTo(1);
    }

    @Test
    void readsTheHeaderOfAScanner() throws IOException {
        Path file = Judges.shared("dicom-conformance/modality").resolve("PT_ACRIN-FLT-Breast_a.dcm");
        DataSet image = DicomFile.read(file).dataSet();
        String answer = Judges.python("pydicom", """
                import sys, pydicom, datetime
                d = pydicom.dcmread(sys.argv[1])
                r = d.RadiopharmaceuticalInformationSequence[0]
                t = lambda s: datetime.datetime.strptime(str(s).split('.')[0], '%H%M%S')
                seconds = (t(d.SeriesTime) - t(r.RadiopharmaceuticalStartTime)).total_seconds()
                dose = float(r.RadionuclideTotalDose) * 2 ** (-seconds / float(r.RadionuclideHalfLife))
                print(d.Units, d.DecayCorrection, float(d.PatientWeight) * 1000 / dose)
                """, file);
        String[] words = answer.strip().split(" ");
        assertThat(words[0] + words[1]).isEqualTo("BQMLSTART");
        double expected = Double.parseDouble(words[2]);
        assertThat(SuvFactors.of(image).bodyWeight()).isCloseTo(expected, within(expected * 1e-3));
    }

    private static void assertRefused(DataSet image, String message) {
        assertThatThrownBy(() -> SuvFactors.of(image))
                .isInstanceOf(ObjectFormatException.class)
                .hasMessageContaining(message);
    }

    private static DataSet image(Consumer<DataSet.Builder> change, Consumer<DataSet.Builder> changeOfDrug) {
        DataSet.Builder drug = DataSet.builder()
                .put(Tag.RadiopharmaceuticalStartTime, "100000")
                .putDecimals(Tag.RadionuclideTotalDose, 4e8)
                .putDecimals(Tag.RadionuclideHalfLife, 6600);
        changeOfDrug.accept(drug);
        DataSet.Builder image = DataSet.builder()
                .put(Tag.SOPClassUID, Uid.PositronEmissionTomographyImageStorage)
                .put(Tag.Units, "BQML")
                .put(Tag.DecayCorrection, "START")
                .put(Tag.CorrectedImage, "NORM", "ATTN", "DECY")
                .put(Tag.SeriesDate, "20260110")
                .put(Tag.SeriesTime, "115000")
                .put(Tag.AcquisitionDate, "20260110")
                .put(Tag.AcquisitionTime, "120000")
                .putDecimals(Tag.PatientWeight, 70)
                .putItems(Tag.RadiopharmaceuticalInformationSequence, drug.build());
        change.accept(image);
        return image.build();
    }
}
