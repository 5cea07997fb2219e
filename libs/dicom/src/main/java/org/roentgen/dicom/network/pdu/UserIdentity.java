package org.roentgen.dicom.network.pdu;

import java.nio.charset.StandardCharsets;

/**
 * Who the requestor says that it is (PS3.7 D.3.3.7). {@code toString} shows neither field, since both are secrets or
 * personal.
 */
@SuppressWarnings("ArrayRecordComponent") // opaque bytes, copied on the way in and out
public record UserIdentity(Kind kind, boolean responseRequested, byte[] primary, byte[] secondary) {
    /** Form of the identity. */
    public enum Kind {
        USERNAME(1),
        USERNAME_AND_PASSCODE(2),
        KERBEROS_TICKET(3),
        SAML_ASSERTION(4),
        JSON_WEB_TOKEN(5);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Kind of(int code, int offset) throws MalformedPduException {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw MalformedPduException.invalid(offset, "user identity type %d is none of 1 to 5".formatted(code));
        }
    }

    public UserIdentity {
        primary = primary.clone();
        secondary = secondary.clone();
    }

    /** A user name alone. */
    public static UserIdentity username(String name) {
        return new UserIdentity(Kind.USERNAME, false, utf8(name), new byte[0]);
    }

    /** A user name with its passcode; the acceptor is asked to confirm. */
    public static UserIdentity usernameAndPasscode(String name, String passcode) {
        return new UserIdentity(Kind.USERNAME_AND_PASSCODE, true, utf8(name), utf8(passcode));
    }

    @Override
    public byte[] primary() {
        return primary.clone();
    }

    @Override
    public byte[] secondary() {
        return secondary.clone();
    }

    @Override
    public String toString() {
        return "UserIdentity[" + kind + "]";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
