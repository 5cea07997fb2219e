package org.roentgen.dicom.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/** Describes a {@link DicomServer}. It always answers C-ECHO; what else it does, its services say. */
public final class DicomServerBuilder {
    private static final int BACKLOG = 128;

    private final List<DicomService> services = new ArrayList<>(List.of(new VerificationService()));
    private AssociationPolicy policy;
    private AssociationLimits limits = AssociationLimits.DEFAULT;
    private NetworkTimeouts timeouts = NetworkTimeouts.DEFAULT;
    private int port;
    private @Nullable InetAddress address;
    private @Nullable SSLContext tls;
    private boolean clientCertificateNeeded;

    DicomServerBuilder(String aeTitle) {
        policy = AssociationPolicy.calledAs(aeTitle);
    }

    /** Port to listen on; 0, the default, takes a free one. */
    public DicomServerBuilder port(int value) {
        port = value;
        return this;
    }

    /** Address to listen on; all by default. */
    public DicomServerBuilder address(InetAddress value) {
        address = value;
        return this;
    }

    /** Who may associate, instead of everybody who calls the server's AE title. */
    public DicomServerBuilder policy(AssociationPolicy value) {
        policy = value;
        return this;
    }

    public DicomServerBuilder limits(AssociationLimits value) {
        limits = value;
        return this;
    }

    public DicomServerBuilder timeouts(NetworkTimeouts value) {
        timeouts = value;
        return this;
    }

    /** Adds a service; for a SOP class that several support, the first one added comes first. */
    public DicomServerBuilder service(DicomService service) {
        services.add(service);
        return this;
    }

    /**
     * Speaks TLS only (PS3.15 B.12).
     *
     * @param clientCertificate whether peers must show a certificate that the context trusts
     */
    public DicomServerBuilder tls(SSLContext context, boolean clientCertificate) {
        tls = context;
        clientCertificateNeeded = clientCertificate;
        return this;
    }

    /**
     * Listens.
     *
     * @throws IOException when the port cannot be taken
     */
    public DicomServer start() throws IOException {
        ServerSocket listener = listener();
        try {
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(address, port), BACKLOG);
        } catch (IOException failure) {
            listener.close();
            throw new IOException("cannot listen on port %d: %s".formatted(port, failure.getMessage()), failure);
        }
        DicomServices offered = new DicomServices(services);
        DicomServer server =
                new DicomServer(listener, new AssociationAcceptor(policy, offered, limits, timeouts), limits, timeouts);
        server.start();
        return server;
    }

    private ServerSocket listener() throws IOException {
        if (tls == null) {
            return new ServerSocket();
        }
        SSLServerSocket secured = (SSLServerSocket) tls.getServerSocketFactory().createServerSocket();
        SSLParameters parameters = secured.getSSLParameters();
        TlsProfile.restrict(parameters);
        parameters.setNeedClientAuth(clientCertificateNeeded);
        secured.setSSLParameters(parameters);
        return secured;
    }
}
