package org.roentgen.dicom.network.dimse;

import java.io.IOException;
import org.roentgen.dicom.network.pdu.Abort;
import org.roentgen.dicom.network.pdu.MalformedPduException;
import org.roentgen.dicom.network.pdu.Pdu;
import org.roentgen.dicom.network.pdu.PduDecoder;
import org.roentgen.dicom.network.pdu.PduHeader;
import org.roentgen.dicom.network.pdu.PduTransport;
import org.roentgen.dicom.network.pdu.PduType;
import org.roentgen.dicom.network.pdu.ProtocolViolationException;

/** Splits the incoming PDUs into message fragments and control PDUs; fragment content is read as it comes. */
public final class FragmentReader {
    private static final int VALUE_HEADER = 6;
    private static final int MAXIMUM_CONTROL_PDU = 64 * 1024;

    private final PduTransport transport;
    private final long maximumDataPdu;
    private final byte[] header = new byte[VALUE_HEADER];
    private long pduRemaining;
    private long fragmentRemaining;

    /**
     * Reads from an established association.
     *
     * @param maximumDataPdu length that this side announced in negotiation; 0 for no limit
     */
    public FragmentReader(PduTransport transport, long maximumDataPdu) {
        this.transport = transport;
        this.maximumDataPdu = maximumDataPdu;
    }

    /** What comes next on the association. */
    public sealed interface Event {}

    /**
     * A presentation data value; its content is read with {@link FragmentReader#read}.
     *
     * @param length bytes of content
     */
    public record Fragment(int contextId, boolean command, boolean last, long length) implements Event {}

    /** A PDU other than P-DATA-TF. */
    public record Control(Pdu pdu) implements Event {}

    /** Reads the next fragment's header, or a whole control PDU. The previous fragment must be read to its end. */
    public Event next() throws IOException {
        while (pduRemaining == 0) {
            PduHeader pdu = transport.readHeader();
            if (pdu.type() != PduType.DATA_TRANSFER) {
                return new Control(PduDecoder.decode(pdu.type(), transport.readBody(pdu, MAXIMUM_CONTROL_PDU)));
            }
            if (maximumDataPdu != 0 && pdu.length() > maximumDataPdu) {
                throw MalformedPduException.tooLong(pdu.type(), pdu.length(), maximumDataPdu);
            }
            pduRemaining = pdu.length();
        }
        return fragment();
    }

    private Fragment fragment() throws IOException {
        if (pduRemaining < VALUE_HEADER) {
            throw violation("presentation data value is cut off");
        }
        transport.readFully(header, 0, VALUE_HEADER);
        long length =
                (header[0] & 0xFFL) << 24 | (header[1] & 0xFFL) << 16 | (header[2] & 0xFFL) << 8 | (header[3] & 0xFFL);
        if (length < 2 || length > pduRemaining - 4) {
            throw violation(
                    "presentation data value of %d bytes in a PDU with %d left".formatted(length, pduRemaining));
        }
        fragmentRemaining = length - 2;
        pduRemaining -= VALUE_HEADER;
        int control = header[5];
        return new Fragment(header[4] & 0xFF, (control & 1) != 0, (control & 2) != 0, fragmentRemaining);
    }

    /** Reads content of the current fragment; -1 at its end. */
    public int read(byte[] target, int offset, int length) throws IOException {
        if (fragmentRemaining == 0) {
            return -1;
        }
        int count = transport.read(target, offset, (int) Math.min(length, fragmentRemaining));
        fragmentRemaining -= count;
        pduRemaining -= count;
        return count;
    }

    private static ProtocolViolationException violation(String message) {
        return new ProtocolViolationException(message + " (PS3.8 9.3.5)", Abort.Reason.INVALID_PARAMETER);
    }
}
