package org.roentgen.dicom.network.pdu;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * User information item of A-ASSOCIATE-RQ and -AC (PS3.7 annex D.3.3).
 *
 * @param maximumLength largest P-DATA-TF variable field that the sender of this item receives, in bytes; 0 = no limit
 * @param operations null when the window is not negotiated
 * @param identity what of the user identity is sent, in either direction
 */
public record UserInformation(
        long maximumLength,
        Implementation implementation,
        @Nullable AsynchronousOperations operations,
        List<RoleSelection> roles,
        List<ExtendedNegotiation> extended,
        List<CommonExtendedNegotiation> commonExtended,
        @Nullable IdentityItem identity) {
    /** A user identity request, or the acceptor's answer to one. */
    public sealed interface IdentityItem {}

    /** In A-ASSOCIATE-RQ. */
    public record IdentityRequest(UserIdentity identity) implements IdentityItem {}

    /** In A-ASSOCIATE-AC: the server's response, empty for user names. */
    @SuppressWarnings("ArrayRecordComponent") // opaque bytes, copied on the way in and out
    public record IdentityResponse(byte[] response) implements IdentityItem {
        public IdentityResponse {
            response = response.clone();
        }

        @Override
        public byte[] response() {
            return response.clone();
        }
    }

    public UserInformation {
        if (maximumLength < 0 || maximumLength > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException(
                    "maximum length %d: must be 0 to 4294967295 (PS3.8 D.1)".formatted(maximumLength));
        }
        roles = List.copyOf(roles);
        extended = List.copyOf(extended);
        commonExtended = List.copyOf(commonExtended);
    }
}
