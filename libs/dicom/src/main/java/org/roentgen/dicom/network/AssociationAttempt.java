package org.roentgen.dicom.network;

import java.net.InetAddress;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.network.pdu.UserIdentity;

/**
 * Who wants to associate.
 *
 * @param identity what the peer claims in user identity negotiation, null when nothing
 * @param tlsPrincipal subject of the peer's verified certificate, null without mutual TLS
 */
public record AssociationAttempt(
        String calledAeTitle,
        String callingAeTitle,
        InetAddress remoteAddress,
        @Nullable UserIdentity identity,
        @Nullable Principal tlsPrincipal) {}
