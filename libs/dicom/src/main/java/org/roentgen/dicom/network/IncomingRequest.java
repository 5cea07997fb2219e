package org.roentgen.dicom.network;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.network.dimse.CommandSet;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.dimse.MessageBody;

/** A request of the peer, being performed. */
public final class IncomingRequest {
    private final Association association;
    private final AcceptedContext context;
    private final CommandSet command;
    private final InputStream dataSet;
    private final Runnable beforeLastResponse;
    private volatile boolean cancelled;

    IncomingRequest(
            Association association,
            AcceptedContext context,
            CommandSet command,
            InputStream dataSet,
            Runnable beforeLastResponse) {
        this.association = association;
        this.context = context;
        this.command = command;
        this.dataSet = dataSet;
        this.beforeLastResponse = beforeLastResponse;
    }

    /** The association that it came on. */
    public Association association() {
        return association;
    }

    /** The presentation context that it came in. */
    public AcceptedContext context() {
        return context;
    }

    /** The command set. */
    public CommandSet command() {
        return command;
    }

    /** The data set in the context's transfer syntax; empty when the request has none. */
    public InputStream dataSet() {
        return dataSet;
    }

    /** Whether the peer sent C-CANCEL for it. */
    public boolean isCancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }

    /** Responds with a status and nothing else. */
    public void respond(DimseStatus status) throws IOException {
        respond(CommandSet.response(command, status), null);
    }

    /** Responds with a command set begun by {@link CommandSet#response} and a data set, if any. */
    public void respond(CommandSet.Builder response, @Nullable MessageBody body) throws IOException {
        CommandSet built = response.build(body != null);
        if (built.status().category().isTerminal()) {
            beforeLastResponse.run();
        }
        association.send(context, built, body);
    }
}
