package org.roentgen.dicom.pixel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.Value;
import org.roentgen.dicom.codec.CodestreamKind;
import org.roentgen.dicom.codec.FrameCodecs;
import org.roentgen.dicom.codec.FrameDecoder;
import org.roentgen.dicom.pixel.UnreadablePixelsException.Reason;

/**
 * Reads the frames of a data set as stored values: no rescale, no lookup table, no colour conversion; little-endian samples,
 * colour by pixel, bit-packed samples a byte each. Frames that are coded in another way than the transfer syntax says are read as what
 * they are. Frames are read one at a time and only when asked for; one reader serves
 * many threads.
 */
public final class PixelReader {
    private static final long LARGEST_FRAME = 512L << 20;

    private final DataSet dataSet;
    private final PixelDescription description;
    private final FrameSource source;

    private PixelReader(DataSet dataSet, PixelDescription description, FrameSource source) {
        this.dataSet = dataSet;
        this.description = description;
        this.source = source;
    }

    /** True where the pixels are in a transfer syntax that this toolkit decodes, and where there are none. */
    public static boolean canRead(DicomFile file) {
        TransferSyntax syntax = file.meta().transferSyntax();
        return !file.dataSet().contains(Tag.PixelData)
                || (syntax.encapsulated()
                        ? FrameCodecs.decodable().contains(syntax.uid())
                        : TransferSyntax.find(syntax.uid()).isPresent());
    }

    /** Frames of up to 512 MiB, or an eighth of the heap if that is less. */
    public static PixelReader of(DicomFile file) throws IOException {
        return of(file.dataSet(), file.meta().transferSyntax());
    }

    /** Frames of up to 512 MiB, or an eighth of the heap if that is less. */
    public static PixelReader of(DataSet dataSet, TransferSyntax syntax) throws IOException {
        return of(dataSet, syntax, Math.min(LARGEST_FRAME, Runtime.getRuntime().maxMemory() / 8));
    }

    /**
     * @param dataSet a data set with its pixels
     * @param syntax the transfer syntax that its pixels came in
     * @param largestFrame most bytes that a decoded frame may have
     * @throws UnreadablePixelsException if the pixels are absent, badly described, too large, or in a syntax that this
     *     toolkit does not decode
     */
    public static PixelReader of(DataSet dataSet, TransferSyntax syntax, long largestFrame) throws IOException {
        PixelDescription description = PixelDescription.of(dataSet);
        if (description.format().bytes() > largestFrame) {
            throw new UnreadablePixelsException(
                    Reason.LIMIT,
                    "a frame of " + description.format().bytes() + " bytes is over the limit of " + largestFrame);
        }
        Element element = dataSet.element(description.element())
                .orElseThrow(() -> new UnreadablePixelsException(Reason.NO_PIXEL_DATA, "no pixel data"));
        return new PixelReader(dataSet, description, source(dataSet, element, description, syntax));
    }

    private static FrameSource source(
            DataSet dataSet, Element element, PixelDescription description, TransferSyntax syntax) throws IOException {
        return switch (element.value()) {
            case Value.Data data -> {
                Optional<Value.Fragments> fragments =
                        syntax.encapsulated() ? DefinedLengthFragments.of(data) : Optional.empty();
                yield fragments.isPresent()
                        ? encapsulated(dataSet, fragments.get(), description, syntax)
                        : new NativeFrames(data, description, order(element, description, syntax));
            }
            case Value.Fragments fragments -> encapsulated(dataSet, fragments, description, syntax);
            default ->
                throw new UnreadablePixelsException(
                        Reason.NO_PIXEL_DATA, "the pixel data element holds neither bytes nor fragments");
        };
    }

    private static NativeFrames.Order order(Element element, PixelDescription description, TransferSyntax syntax) {
        if (syntax.swapsPixels()) {
            return NativeFrames.Order.HIGH_BYTE_FIRST;
        }
        return syntax.bigEndian()
                        && element.vr() == VR.OW
                        && description.format().sample().bytes() > 2
                ? NativeFrames.Order.HIGH_WORD_FIRST
                : NativeFrames.Order.LITTLE_ENDIAN;
    }

    private static FrameSource encapsulated(
            DataSet dataSet, Value.Fragments fragments, PixelDescription description, TransferSyntax syntax)
            throws IOException {
        FrameDecoder decoder = decoder(fragments, syntax)
                .orElseThrow(() -> new UnreadablePixelsException(
                        Reason.UNSUPPORTED_TRANSFER_SYNTAX,
                        "transfer syntax " + syntax.uid() + " (" + syntax.name() + ") cannot be decoded"));
        boolean nativeLayout = syntax.uid().equals(Uid.DeflatedImageFrameCompression);
        return new EncapsulatedFrames(
                fragments.fragments(),
                FragmentIndex.of(dataSet, fragments, description.frames()),
                description,
                decoder,
                nativeLayout);
    }

    /** By what the first fragment is, where it tells and the syntax that is stated is none that needs another decoder. */
    private static Optional<FrameDecoder> decoder(Value.Fragments fragments, TransferSyntax syntax) throws IOException {
        Optional<FrameDecoder> stated = FrameCodecs.decoder(syntax.uid());
        if (fragments.fragments().isEmpty() || stated.isEmpty() && syntax.encapsulated()) {
            return stated;
        }
        Value.Data first = fragments.fragments().getFirst();
        byte[] start = DataRange.read(first, 0, (int) Math.min(first.length(), CodestreamKind.BYTES_NEEDED));
        return CodestreamKind.of(start).flatMap(FrameCodecs::decoder).or(() -> stated);
    }

    public PixelDescription description() {
        return description;
    }

    /** The data set that the pixels belong to. */
    public DataSet dataSet() {
        return dataSet;
    }

    /** Number of frames. */
    public int frames() {
        return description.frames();
    }

    /**
     * Decodes a frame into a buffer of the caller.
     *
     * @param frame number of the frame, from 0
     * @param target receives the stored values from its start; at least {@code description().format().bytes()} long
     * @throws UnreadablePixelsException if the frame is truncated or malformed
     */
    public void read(int frame, byte[] target) throws IOException {
        check(frame);
        if (target.length < description.format().bytes()) {
            throw new IllegalArgumentException("a buffer of " + target.length + " bytes cannot hold a frame of "
                    + description.format().bytes());
        }
        source.read(frame, target);
    }

    /** Decodes a frame, from 0. */
    public Frame frame(int frame) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(description.format().bytes())];
        read(frame, bytes);
        return new Frame(description.format(), bytes);
    }

    /** A frame as it lies in the pixel data: uncompressed bytes, or the codestream without fragment structure. */
    public byte[] raw(int frame) throws IOException {
        check(frame);
        return source.raw(frame);
    }

    /** Bytes of all frames as they lie in the pixel data. */
    long rawBytes() {
        return source.rawBytes();
    }

    private void check(int frame) {
        if (frame < 0 || frame >= description.frames()) {
            throw new IndexOutOfBoundsException("frame " + frame + " of " + description.frames());
        }
    }

    /** Receives a decoded frame; called from several threads at once. */
    @FunctionalInterface
    public interface FrameConsumer {
        void accept(int number, Frame frame) throws IOException;
    }

    /** Decodes all frames, several at a time, one behind another into a buffer. */
    void readAll(byte[] target) throws IOException {
        int bytes = Math.toIntExact(description.format().bytes());
        ThreadLocal<byte[]> frame = ThreadLocal.withInitial(() -> new byte[bytes]);
        inParallel(number -> {
            read(number, frame.get());
            System.arraycopy(frame.get(), 0, target, number * bytes, bytes);
        });
    }

    /** Decodes all frames, several at a time, in no particular order. */
    public void forEach(FrameConsumer consumer) throws IOException {
        inParallel(number -> consumer.accept(number, frame(number)));
    }

    @FunctionalInterface
    private interface FrameTask {
        void run(int number) throws IOException;
    }

    private void inParallel(FrameTask task) throws IOException {
        try {
            IntStream.range(0, frames()).parallel().forEach(number -> {
                try {
                    task.run(number);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** True if the data set has pixels that this toolkit can decode, as far as its header tells. */
    public static boolean canRead(DataSet dataSet, TransferSyntax syntax) {
        boolean encapsulated = dataSet.element(Tag.PixelData)
                .map(element -> element.value() instanceof Value.Fragments)
                .orElse(false);
        return PixelDescription.isPresent(dataSet)
                && (!encapsulated || FrameCodecs.decodable().contains(syntax.uid()));
    }
}
