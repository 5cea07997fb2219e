package org.roentgen.api;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.pixel.Transcoder;

/** What tests of DICOMweb send. */
final class DicomWeb {
    static final TransferSyntax RLE = TransferSyntax.of("1.2.840.10008.1.2.5");
    static final RestAssuredConfig BINARY = RestAssured.config()
            .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("multipart/related", ContentType.BINARY));

    private DicomWeb() {}

    /** A part of a multipart body. */
    record Part(String headers, byte[] content) {}

    /** Sends parts as the integrator. */
    static Response post(String type, List<Part> parts) throws IOException {
        String boundary = "b" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Part part : parts) {
            body.write(("--" + boundary + "\r\n" + part.headers() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            body.write(part.content());
            body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.write(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return Tokens.as("integrator")
                .config(BINARY)
                .header("Content-Type", "multipart/related; type=\"" + type + "\"; boundary=" + boundary)
                .body(body.toByteArray())
                .post("/dicom-web/studies");
    }

    /** Stores files as the integrator. */
    static Response store(List<byte[]> files) throws IOException {
        return post(
                "application/dicom",
                files.stream()
                        .map(file -> new Part("Content-Type: application/dicom", file))
                        .toList());
    }

    static byte[] pixels(int seed) {
        byte[] pixels = new byte[32];
        for (int index = 0; index < pixels.length; index += 2) {
            pixels[index] = (byte) (index * seed + 13);
        }
        byte[] almostDelimiter = "\r\r\n--b-".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(almostDelimiter, 0, pixels, 16, almostDelimiter.length);
        return pixels;
    }

    /** A file of 4 by 4 pixels whose bytes hold CR, LF and dashes too. */
    static byte[] file(String patient, String study, String series, String instance, int seed) throws IOException {
        return file(instance(patient, study, series, instance, seed).build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    static byte[] file(DataSet dataSet, TransferSyntax syntax) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Transcoder.transcode(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), syntax)
                .write(file);
        return file.toByteArray();
    }

    /** The instance of {@link #file}, to be changed by a test. */
    static DataSet.Builder instance(String patient, String study, String series, String instance, int seed) {
        return DataSet.builder()
                .put(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.4")
                .put(Tag.SOPInstanceUID, instance)
                .put(Tag.StudyInstanceUID, study)
                .put(Tag.SeriesInstanceUID, series)
                .put(Tag.StudyDate, "20250615")
                .put(Tag.Modality, "MR")
                .put(Tag.PatientName, "Invented^" + patient)
                .put(Tag.PatientID, patient)
                .put(Tag.PhotometricInterpretation, "MONOCHROME2")
                .putIntegers(Tag.SamplesPerPixel, 1)
                .putIntegers(Tag.Rows, 4)
                .putIntegers(Tag.Columns, 4)
                .putIntegers(Tag.BitsAllocated, 16)
                .putIntegers(Tag.BitsStored, 16)
                .putIntegers(Tag.HighBit, 15)
                .putIntegers(Tag.PixelRepresentation, 0)
                .putBytes(Tag.PixelData, VR.OW, pixels(seed));
    }
}
