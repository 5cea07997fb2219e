package org.roentgen.api.dicomweb;

import java.io.IOException;
import java.io.InputStream;
import org.roentgen.dicom.pixel.PixelReader;

/** Decoded frames, one after another; each is decoded when it is read. */
record DecodedFrames(PixelReader pixels) implements Content {
    @Override
    public long length() {
        return pixels.frames() * pixels.description().format().bytes();
    }

    @Override
    public InputStream open() {
        return new Frames(pixels);
    }

    private static final class Frames extends InputStream {
        private final PixelReader pixels;
        private byte[] frame = new byte[0];
        private int position;
        private int next;

        Frames(PixelReader pixels) {
            this.pixels = pixels;
        }

        @Override
        public int read() throws IOException {
            return isAtEnd() ? -1 : frame[position++] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (isAtEnd()) {
                return -1;
            }
            int count = Math.min(length, frame.length - position);
            System.arraycopy(frame, position, target, offset, count);
            position += count;
            return count;
        }

        private boolean isAtEnd() throws IOException {
            while (position == frame.length) {
                if (next == pixels.frames()) {
                    return true;
                }
                frame = pixels.frame(next++).bytes();
                position = 0;
            }
            return false;
        }
    }
}
