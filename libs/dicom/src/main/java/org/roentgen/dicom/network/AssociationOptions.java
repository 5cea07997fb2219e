package org.roentgen.dicom.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.network.pdu.AsynchronousOperations;
import org.roentgen.dicom.network.pdu.CommonExtendedNegotiation;
import org.roentgen.dicom.network.pdu.ExtendedNegotiation;
import org.roentgen.dicom.network.pdu.PresentationContextProposal;
import org.roentgen.dicom.network.pdu.RoleSelection;
import org.roentgen.dicom.network.pdu.UserIdentity;

/** With whom to associate and what to propose. Immutable; made by {@link #builder}. */
public final class AssociationOptions {
    private final Builder values;
    private final List<PresentationContextProposal> contexts;

    private AssociationOptions(Builder builder) {
        this.values = new Builder(builder);
        this.contexts = List.copyOf(builder.contexts);
    }

    /** Starts the options for a peer. */
    public static Builder builder(String host, int port, String callingAeTitle, String calledAeTitle) {
        return new Builder(host, port, AeTitle.require(callingAeTitle), AeTitle.require(calledAeTitle));
    }

    String host() {
        return values.host;
    }

    int port() {
        return values.port;
    }

    String callingAeTitle() {
        return values.callingAeTitle;
    }

    String calledAeTitle() {
        return values.calledAeTitle;
    }

    List<PresentationContextProposal> contexts() {
        return contexts;
    }

    NetworkTimeouts timeouts() {
        return values.timeouts;
    }

    @Nullable
    SSLContext tls() {
        return values.tls;
    }

    int maximumLength() {
        return values.maximumLength;
    }

    @Nullable
    AsynchronousOperations operations() {
        return values.operations;
    }

    @Nullable
    UserIdentity identity() {
        return values.identity;
    }

    List<RoleSelection> roles() {
        return values.roles;
    }

    List<ExtendedNegotiation> extended() {
        return values.extended;
    }

    List<CommonExtendedNegotiation> commonExtended() {
        return values.commonExtended;
    }

    DicomServices services() {
        return new DicomServices(values.services);
    }

    /** Collects the options. */
    public static final class Builder {
        private static final int MAXIMUM_CONTEXTS = 128;

        private final String host;
        private final int port;
        private final String callingAeTitle;
        private final String calledAeTitle;
        private final List<PresentationContextProposal> contexts = new ArrayList<>();
        private final List<RoleSelection> roles = new ArrayList<>();
        private final List<ExtendedNegotiation> extended = new ArrayList<>();
        private final List<CommonExtendedNegotiation> commonExtended = new ArrayList<>();
        private final List<DicomService> services = new ArrayList<>();
        private NetworkTimeouts timeouts = NetworkTimeouts.DEFAULT;
        private int maximumLength = AssociationLimits.DEFAULT.maximumLength();
        private @Nullable SSLContext tls;
        private @Nullable AsynchronousOperations operations;
        private @Nullable UserIdentity identity;

        private Builder(String host, int port, String callingAeTitle, String calledAeTitle) {
            this.host = host;
            this.port = port;
            this.callingAeTitle = callingAeTitle;
            this.calledAeTitle = calledAeTitle;
        }

        private Builder(Builder other) {
            this(other.host, other.port, other.callingAeTitle, other.calledAeTitle);
            roles.addAll(other.roles);
            extended.addAll(other.extended);
            commonExtended.addAll(other.commonExtended);
            services.addAll(other.services);
            timeouts = other.timeouts;
            maximumLength = other.maximumLength;
            tls = other.tls;
            operations = other.operations;
            identity = other.identity;
        }

        /**
         * Proposes one presentation context.
         *
         * @throws IllegalStateException when 128 are proposed already (PS3.8 section 9.3.2.2)
         */
        public Builder context(String sopClassUid, List<String> transferSyntaxes) {
            if (contexts.size() == MAXIMUM_CONTEXTS) {
                throw new IllegalStateException(
                        "128 presentation contexts are proposed already: open two associations");
            }
            contexts.add(new PresentationContextProposal(2 * contexts.size() + 1, sopClassUid, transferSyntaxes));
            return this;
        }

        /** Proposes one context for each SOP class. */
        public Builder contexts(Collection<String> sopClassUids, List<String> transferSyntaxes) {
            sopClassUids.forEach(sopClass -> context(sopClass, transferSyntaxes));
            return this;
        }

        /** Proposes verification, for {@link Association#echo}. */
        public Builder verification() {
            return context(SopClass.VERIFICATION, List.of(TransferSyntaxes.IMPLICIT_LITTLE_ENDIAN));
        }

        public Builder timeouts(NetworkTimeouts value) {
            timeouts = value;
            return this;
        }

        /** Speaks TLS with this context, which decides on trust and on the own certificate. */
        public Builder tls(SSLContext context) {
            tls = context;
            return this;
        }

        /** Largest P-DATA-TF length to receive, in bytes. */
        public Builder maximumLength(int bytes) {
            maximumLength = bytes;
            return this;
        }

        public Builder operations(AsynchronousOperations window) {
            operations = window;
            return this;
        }

        public Builder identity(UserIdentity user) {
            identity = user;
            return this;
        }

        public Builder role(RoleSelection role) {
            roles.add(role);
            return this;
        }

        public Builder extended(ExtendedNegotiation negotiation) {
            extended.add(negotiation);
            return this;
        }

        public Builder commonExtended(CommonExtendedNegotiation negotiation) {
            commonExtended.add(negotiation);
            return this;
        }

        /** Performs the peer's requests on this association, as C-GET needs it. */
        public Builder service(DicomService service) {
            services.add(service);
            return this;
        }

        /**
         * The finished options.
         *
         * @throws IllegalStateException when no presentation context is proposed
         */
        public AssociationOptions build() {
            if (contexts.isEmpty()) {
                throw new IllegalStateException("no presentation context is proposed: call context() first");
            }
            return new AssociationOptions(this);
        }
    }
}
