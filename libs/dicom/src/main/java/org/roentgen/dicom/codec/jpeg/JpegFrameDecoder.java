package org.roentgen.dicom.codec.jpeg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.codec.FrameDecoder;
import org.roentgen.dicom.codec.FrameFormat;
import org.roentgen.dicom.codec.MalformedFrameException;

/**
 * JPEG frames of the processes 1, 2, 4, 6, 8, 10, 12 and 14 (transfer syntaxes 1.2.840.10008.1.2.4.50, .51, .53, .55, .57 and .70). Components come
 * out as they are coded, subsampled ones at full resolution; no colour transform is applied. A frame of a DCT process that is
 * smaller than the data set says, as whole-slide scanners write edge tiles, lies at the top left, zeros around it.
 */
public final class JpegFrameDecoder implements FrameDecoder {
    /** Far above what encoders write, and low enough that an image of scans without content ends. */
    private static final int MOST_SCANS = 256;

    private static final int END_OF_IMAGE = 2;

    @Override
    public void decode(byte[] frame, FrameFormat format, byte[] target) throws MalformedFrameException {
        JpegHeaders headers = new JpegHeaders(frame);
        JpegScan scan = headers.nextScan(0);
        if (scan == null) {
            throw new MalformedFrameException("JPEG", frame.length, "the image ends before its first scan");
        }
        JpegFrame header = headers.frame();
        check(header, format);
        switch (header.process()) {
            case LOSSLESS -> lossless(frame, headers, scan, format, target);
            case SEQUENTIAL -> write(sequential(frame, headers, scan, format), header, format, target);
            case PROGRESSIVE -> write(progressive(frame, headers, scan, format), header, format, target);
        }
    }

    private static void lossless(byte[] data, JpegHeaders headers, JpegScan first, FrameFormat format, byte[] target)
            throws MalformedFrameException {
        int seen = 0;
        @Nullable JpegScan scan = first;
        while (scan != null) {
            int end = new LosslessScan(data, headers.frame(), scan).decode(format, target);
            seen |= mask(scan);
            scan = complete(seen, format) ? null : headers.nextScan(end);
        }
        requireComplete(seen, format, data.length);
    }

    private static Plane[] sequential(byte[] data, JpegHeaders headers, JpegScan first, FrameFormat format)
            throws MalformedFrameException {
        JpegFrame frame = headers.frame();
        Plane[] planes = planes(frame);
        int seen = 0;
        @Nullable JpegScan scan = first;
        while (scan != null) {
            int end = new SequentialScan(data, frame, scan, planes).decode();
            seen |= mask(scan);
            scan = complete(seen, format) ? null : headers.nextScan(end);
        }
        requireComplete(seen, format, data.length);
        return planes;
    }

    /** Scans go on to the end of the image: a component that was seen may be refined. */
    private static Plane[] progressive(byte[] data, JpegHeaders headers, JpegScan first, FrameFormat format)
            throws MalformedFrameException {
        JpegFrame frame = headers.frame();
        Coefficients[] coefficients = new Coefficients[frame.components().size()];
        for (JpegComponent component : frame.components()) {
            coefficients[component.index()] = new Coefficients(frame, component);
        }
        int seen = 0;
        int scans = 0;
        @Nullable JpegScan scan = first;
        while (scan != null) {
            if (++scans > MOST_SCANS) {
                throw new MalformedFrameException("JPEG", scan.offset(), "more than " + MOST_SCANS + " scans");
            }
            int end = new ProgressiveScan(data, frame, scan, coefficients).decode();
            seen |= mask(scan);
            scan = end + END_OF_IMAGE > data.length ? null : headers.nextScan(end);
        }
        requireComplete(seen, format, data.length);
        Plane[] planes = planes(frame);
        InverseTransform transform = new InverseTransform(frame.precision());
        for (int i = 0; i < planes.length; i++) {
            coefficients[i].transform(planes[i], transform);
        }
        return planes;
    }

    private static Plane[] planes(JpegFrame frame) {
        Plane[] planes = new Plane[frame.components().size()];
        for (JpegComponent component : frame.components()) {
            planes[component.index()] = new Plane(frame, component);
        }
        return planes;
    }

    private static void write(Plane[] planes, JpegFrame frame, FrameFormat format, byte[] target) {
        int samples = format.samplesPerPixel();
        int[] line = new int[frame.columns()];
        Arrays.fill(target, 0, Math.toIntExact(format.bytes()), (byte) 0);
        for (int row = 0; row < frame.rows(); row++) {
            long base = (long) row * format.columns() * samples;
            for (int i = 0; i < samples; i++) {
                planes[i].write(
                        row, line, target, base + i, samples, format.sample().bytes());
            }
        }
    }

    private static int mask(JpegScan scan) {
        return scan.components().stream()
                .mapToInt(part -> 1 << part.component().index())
                .sum();
    }

    private static boolean complete(int seen, FrameFormat format) {
        return seen == (1 << format.samplesPerPixel()) - 1;
    }

    private static void requireComplete(int seen, FrameFormat format, int length) throws MalformedFrameException {
        if (!complete(seen, format)) {
            throw new MalformedFrameException("JPEG", length, "the image ends before all its components are coded");
        }
    }

    private static void check(JpegFrame frame, FrameFormat format) throws MalformedFrameException {
        boolean sameSize = frame.rows() == format.rows() && frame.columns() == format.columns();
        boolean edgeTile = !frame.lossless() && frame.rows() <= format.rows() && frame.columns() <= format.columns();
        if (!sameSize && !edgeTile || frame.components().size() != format.samplesPerPixel()) {
            throw new MalformedFrameException(
                    "JPEG",
                    0,
                    "the codestream holds " + frame.rows() + " x " + frame.columns() + " pixels of "
                            + frame.components().size() + " samples, the data set says " + format.rows() + " x "
                            + format.columns() + " of " + format.samplesPerPixel());
        }
        if (frame.precision() > format.sample().bitsAllocated()) {
            throw new MalformedFrameException(
                    "JPEG",
                    0,
                    "samples of " + frame.precision() + " bits do not fit Bits Allocated "
                            + format.sample().bitsAllocated());
        }
        for (JpegComponent component : frame.components()) {
            if (frame.maximumHorizontal() % component.horizontal() != 0
                    || frame.maximumVertical() % component.vertical() != 0) {
                throw new MalformedFrameException(
                        "JPEG", 0, "component " + component.index() + " has a fractional sampling ratio");
            }
        }
    }
}
