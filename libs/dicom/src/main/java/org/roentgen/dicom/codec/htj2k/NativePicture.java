package org.roentgen.dicom.codec.htj2k;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVComponentDescriptor;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.roentgen.dicom.codec.FrameFormat;
import org.roentgen.dicom.codec.MalformedFrameException;
import org.roentgen.dicom.codec.Samples;
import org.roentgen.dicom.codec.jpeg2000.CodestreamSummary;

/** A decoder and its picture in native memory; close frees both. */
final class NativePicture implements AutoCloseable {
    private final AVCodec codec = avcodec.avcodec_find_decoder(avcodec.AV_CODEC_ID_JPEG2000);
    private final AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVFrame picture = avutil.av_frame_alloc();

    void decode(byte[] frame) throws MalformedFrameException {
        context.thread_count(1);
        context.err_recognition(avcodec.AV_EF_EXPLODE | avcodec.AV_EF_BITSTREAM);
        require(avcodec.avcodec_open2(context, codec, (AVDictionary) null));
        require(avcodec.av_new_packet(packet, frame.length));
        packet.data().put(frame, 0, frame.length);
        require(avcodec.avcodec_send_packet(context, packet));
        require(avcodec.avcodec_receive_frame(context, picture));
    }

    private static void require(int status) throws MalformedFrameException {
        if (status < 0) {
            throw new MalformedFrameException("HTJ2K", -1, "the codestream was refused with status " + status);
        }
    }

    /** Copies the samples: the decoder aligns them to the high bits of its pixel format and lifts signed ones. */
    void copy(FrameFormat format, CodestreamSummary summary, byte[] target) throws MalformedFrameException {
        AVPixFmtDescriptor descriptor = avutil.av_pix_fmt_desc_get(picture.format());
        boolean fits = picture.width() == format.columns()
                && picture.height() == format.rows()
                && descriptor != null
                && descriptor.nb_components() == format.samplesPerPixel()
                && descriptor.log2_chroma_w() == 0
                && descriptor.log2_chroma_h() == 0
                && (descriptor.flags() & (avutil.AV_PIX_FMT_FLAG_BE | avutil.AV_PIX_FMT_FLAG_PAL)) == 0;
        if (!fits || descriptor == null) {
            throw new MalformedFrameException(
                    "HTJ2K", -1, "the decoded picture has another form than the data set says");
        }
        for (int i = 0; i < format.samplesPerPixel(); i++) {
            copy(i, descriptor.comp(i), format, summary, target);
        }
    }

    private void copy(
            int index, AVComponentDescriptor component, FrameFormat format, CodestreamSummary summary, byte[] target) {
        int lift = summary.signed(index) ? 1 << (summary.bits(index) - 1) : 0;
        int lower = component.depth() - summary.bits(index) + component.shift();
        int bytes = component.depth() + component.shift() > 8 ? 2 : 1;
        int stride = picture.linesize(component.plane());
        byte[] line = new byte[component.step() * (format.columns() - 1) + bytes];
        int[] row = new int[format.columns()];
        BytePointer plane = picture.data(component.plane());
        for (int y = 0; y < format.rows(); y++) {
            plane.position((long) y * stride + component.offset()).get(line);
            for (int x = 0; x < row.length; x++) {
                int at = x * component.step();
                int value = line[at] & 0xff | (bytes == 2 ? (line[at + 1] & 0xff) << 8 : 0);
                row[x] = (value >> lower) - lift;
            }
            if (format.sample().signed() && !summary.signed(index)) {
                Samples.extendSign(row, summary.bits(index));
            }
            long first = (long) y * format.columns() * format.samplesPerPixel() + index;
            Samples.putRow(
                    row,
                    0,
                    row.length,
                    target,
                    first,
                    format.samplesPerPixel(),
                    format.sample().bytes());
        }
    }

    @Override
    public void close() {
        avutil.av_frame_free(picture);
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(context);
    }
}
