package org.roentgen.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.dicom.codec.MalformedFrameException;

/** What a packet header announces of the body behind it. */
final class PacketBody {
    private record Piece(CodeBlock block, int segment, int length) {}

    private final List<Piece> pieces = new ArrayList<>();

    void add(CodeBlock block, int segment, int length) {
        pieces.add(new Piece(block, segment, length));
    }

    /** Gives each code-block its bytes from {@code start} on and returns the position behind them. */
    int distribute(int start, int end) throws MalformedFrameException {
        long position = start;
        for (Piece piece : pieces) {
            if (position + piece.length() > end) {
                throw new MalformedFrameException(
                        "JPEG 2000", position, "a packet of " + piece.length() + " bytes leaves its tile");
            }
            piece.block().addChunk(piece.segment(), (int) position, piece.length());
            position += piece.length();
        }
        return (int) position;
    }
}
