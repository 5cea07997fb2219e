package org.roentgen.dicom.network.dimse;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.network.dimse.FragmentReader.Control;
import org.roentgen.dicom.network.dimse.FragmentReader.Fragment;
import org.roentgen.dicom.network.pdu.Abort;
import org.roentgen.dicom.network.pdu.ProtocolViolationException;

/**
 * The data set of one message, read from the association fragment by fragment; nothing is held back. An A-ABORT or a
 * broken connection in the middle shows as an exception, never as the end of the stream.
 */
public final class DataSetStream extends InputStream {
    private final FragmentReader fragments;
    private final int contextId;
    private final byte[] single = new byte[1];
    private boolean lastFragment;
    private boolean atEnd;
    private boolean broken;

    DataSetStream(FragmentReader fragments, int contextId, boolean present) {
        this.fragments = fragments;
        this.contextId = contextId;
        this.atEnd = !present;
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        boolean complete = false;
        try {
            int count = readFragments(target, offset, length);
            complete = true;
            return count;
        } finally {
            broken |= !complete;
        }
    }

    /** Whether reading failed, so that the association is at its end. */
    public boolean isBroken() {
        return broken;
    }

    private int readFragments(byte[] target, int offset, int length) throws IOException {
        while (!atEnd) {
            int count = fragments.read(target, offset, length);
            if (count > 0) {
                return count;
            }
            if (lastFragment) {
                atEnd = true;
            } else {
                nextFragment();
            }
        }
        return -1;
    }

    /**
     * Reads the whole data set.
     *
     * @return the bytes, or null when there are more than {@code maximum}; the rest is then still unread
     */
    public byte @Nullable [] readAtMost(int maximum) throws IOException {
        byte[] bytes = readNBytes(maximum);
        return bytes.length == maximum && read() >= 0 ? null : bytes;
    }

    /** Reads and forgets what is left. */
    public void drain() throws IOException {
        byte[] sink = new byte[16 * 1024];
        int count = 0;
        while (count >= 0) {
            count = read(sink, 0, sink.length);
        }
    }

    private void nextFragment() throws IOException {
        switch (fragments.next()) {
            case Fragment fragment
            when !fragment.command() && fragment.contextId() == contextId -> lastFragment = fragment.last();
            case Fragment _ ->
                throw new ProtocolViolationException(
                        "a data set fragment of presentation context %d was expected (PS3.8 E.2)".formatted(contextId),
                        Abort.Reason.UNEXPECTED_PARAMETER);
            case Control(Abort _) -> throw new EOFException("peer aborted within a data set");
            case Control(var pdu) ->
                throw new ProtocolViolationException(
                        "%s within a data set".formatted(pdu.type()), Abort.Reason.UNEXPECTED_PDU);
        }
    }
}
