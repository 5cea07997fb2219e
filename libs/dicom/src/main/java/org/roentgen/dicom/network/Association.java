package org.roentgen.dicom.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.network.dimse.CommandElement;
import org.roentgen.dicom.network.dimse.CommandField;
import org.roentgen.dicom.network.dimse.CommandSet;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.dimse.MessageBody;
import org.roentgen.dicom.network.dimse.MessageWriter;
import org.roentgen.dicom.network.dimse.Priority;
import org.roentgen.dicom.network.pdu.Abort;
import org.roentgen.dicom.network.pdu.PduTransport;
import org.roentgen.dicom.network.pdu.ReleaseRequest;

/**
 * An established association (PS3.8 section 7): sends requests of its own from any thread, and performs the peer's
 * requests with its services. Its one reader runs on a virtual thread.
 */
public final class Association implements AutoCloseable {
    private final PduTransport transport;
    private final NegotiatedAssociation negotiated;
    private final NetworkTimeouts timeouts;
    private final boolean requestor;
    private final MessageWriter writer;
    private final Invocations invocations;
    private final AtomicReference<AssociationState> state = new AtomicReference<>(AssociationState.ESTABLISHED);
    private final CountDownLatch closed = new CountDownLatch(1);

    Association(PduTransport transport, NegotiatedAssociation negotiated, NetworkTimeouts timeouts, boolean requestor) {
        this.transport = transport;
        this.negotiated = negotiated;
        this.timeouts = timeouts;
        this.requestor = requestor;
        this.writer = new MessageWriter(transport, negotiated.peerMaximumLength());
        int window = requestor
                ? negotiated.operations().maximumInvoked()
                : negotiated.operations().maximumPerformed();
        this.invocations = new Invocations(window);
    }

    /**
     * Connects to a peer and negotiates.
     *
     * @throws AssociationRejectedException when the peer refuses
     * @throws IOException when it cannot be reached or does not speak DICOM
     */
    public static Association open(AssociationOptions options) throws IOException {
        return AssociationRequestor.open(options);
    }

    /** What was agreed on. */
    public NegotiatedAssociation negotiated() {
        return negotiated;
    }

    /** The peer's address. */
    public InetSocketAddress remoteAddress() {
        return transport.remoteAddress();
    }

    /** Whether this side may send requests in a context, by the roles that were negotiated. */
    public boolean mayRequestIn(AcceptedContext context) {
        return requestor ? context.requestorIsUser() : context.requestorIsProvider();
    }

    /** Where in its life the association is. */
    public AssociationState state() {
        return Objects.requireNonNull(state.get());
    }

    /**
     * Verifies that the peer answers: C-ECHO (PS3.7 section 9.1.5).
     *
     * @throws IOException also when the verification SOP class was not accepted
     */
    public DimseStatus echo() throws IOException {
        AcceptedContext context = negotiated
                .contextFor(SopClass.VERIFICATION)
                .orElseThrow(() -> new ContextNotAcceptedException(SopClass.VERIFICATION));
        return call(
                        context,
                        CommandSet.request(CommandField.C_ECHO_REQUEST)
                                .text(CommandElement.AFFECTED_SOP_CLASS_UID, SopClass.VERIFICATION),
                        null)
                .command()
                .status();
    }

    /** Sends a request and waits for its one response. */
    public Response call(AcceptedContext context, CommandSet.Builder request, @Nullable MessageBody body)
            throws IOException {
        return next(invoke(context, request, body));
    }

    /**
     * Sends a request as soon as the asynchronous operations window allows; its responses are then taken with
     * {@link #next}, until one is terminal.
     */
    public Invocation invoke(AcceptedContext context, CommandSet.Builder request, @Nullable MessageBody body)
            throws IOException {
        Invocation invocation = invocations.begin(context, timeouts.response());
        CommandSet command = request.number(CommandElement.MESSAGE_ID, invocation.messageId())
                .build(body != null);
        try {
            send(context, command, body);
        } catch (IOException | RuntimeException failure) {
            invocations.end(invocation);
            throw failure;
        }
        return invocation;
    }

    /** Waits for the next response; a peer that is silent for too long is aborted. */
    public Response next(Invocation invocation) throws IOException {
        try {
            Response response = invocation.next(timeouts.response());
            if (response.command().status().category().isTerminal()) {
                invocations.end(invocation);
            }
            return response;
        } catch (SocketTimeoutException silent) {
            abort();
            throw silent;
        }
    }

    /** Asks the peer to stop an operation (C-CANCEL, PS3.7 section 9.3.2.3); its final response still comes. */
    public void cancel(Invocation invocation) throws IOException {
        CommandSet command = CommandSet.request(CommandField.C_CANCEL_REQUEST)
                .number(CommandElement.MESSAGE_ID_BEING_RESPONDED_TO, invocation.messageId())
                .build(false);
        send(invocation.context(), command, null);
    }

    /** Adds the priority that C-requests carry. */
    public static CommandSet.Builder withPriority(CommandSet.Builder request, Priority priority) {
        return request.number(CommandElement.PRIORITY, priority.code());
    }

    void send(AcceptedContext context, CommandSet command, @Nullable MessageBody body) throws IOException {
        if (state.get() != AssociationState.ESTABLISHED) {
            throw new AssociationAbortedException("it is %s".formatted(state.get()));
        }
        try {
            writer.write(context.id(), command, body);
        } catch (IOException | RuntimeException failure) {
            closeTransport();
            throw failure;
        }
    }

    /** Ends the association in order; waits until the peer agrees or the association time-out passes. */
    public void release() throws IOException {
        if (!state.compareAndSet(AssociationState.ESTABLISHED, AssociationState.RELEASE_REQUESTED)) {
            return;
        }
        try {
            writer.write(new ReleaseRequest());
            if (!closed.await(timeouts.association().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SocketTimeoutException(
                        "no answer to the release within %s".formatted(timeouts.association()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the release", interrupted);
        } finally {
            closeTransport();
        }
    }

    /** Ends the association at once (A-ABORT). */
    public void abort() {
        abort(Abort.byUser());
    }

    void abort(Abort abort) {
        try {
            if (!state.getAndSet(AssociationState.CLOSED).isTerminal()) {
                writer.tryWrite(abort);
            }
        } catch (IOException _) {
            // the peer is gone: nobody to tell
        } finally {
            closeTransport();
        }
    }

    /** Releases, and gives up without an exception when the peer does not take part. */
    @Override
    public void close() {
        try {
            release();
        } catch (IOException _) {
            abort();
        }
    }

    boolean isRequestor() {
        return requestor;
    }

    MessageWriter writer() {
        return writer;
    }

    Invocations invocations() {
        return invocations;
    }

    NetworkTimeouts timeouts() {
        return timeouts;
    }

    PduTransport transport() {
        return transport;
    }

    void become(AssociationState next) {
        state.set(next);
    }

    boolean tryBecome(AssociationState from, AssociationState to) {
        return state.compareAndSet(from, to);
    }

    /** Called by the reader when it ends. */
    void finished(IOException cause) {
        become(AssociationState.CLOSED);
        closeTransport();
        invocations.failAll(cause);
        closed.countDown();
    }

    private void closeTransport() {
        try {
            transport.close();
        } catch (IOException _) {
            // closing is all that is left to do
        }
    }
}
