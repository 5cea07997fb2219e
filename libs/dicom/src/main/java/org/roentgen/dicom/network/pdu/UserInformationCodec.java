package org.roentgen.dicom.network.pdu;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The user information item and its sub-items (PS3.7 annex D.3.3). */
final class UserInformationCodec {
    static final UserInformation EMPTY =
            new UserInformation(0, new Implementation("", ""), null, List.of(), List.of(), List.of(), null);

    private static final int SMALLEST_MAXIMUM_LENGTH = 32;

    private UserInformationCodec() {}

    static UserInformation decode(PduCursor cursor) throws MalformedPduException {
        long maximumLength = 0;
        String classUid = "";
        String versionName = "";
        AsynchronousOperations operations = null;
        UserInformation.IdentityItem identity = null;
        List<RoleSelection> roles = new ArrayList<>();
        List<ExtendedNegotiation> extended = new ArrayList<>();
        List<CommonExtendedNegotiation> common = new ArrayList<>();
        while (cursor.remaining() > 0) {
            int item = cursor.u8();
            cursor.skip(1);
            PduCursor content = cursor.slice(cursor.u16());
            switch (item) {
                case ItemType.MAXIMUM_LENGTH -> maximumLength = maximumLength(content);
                case ItemType.IMPLEMENTATION_CLASS_UID -> classUid = content.rest();
                case ItemType.IMPLEMENTATION_VERSION_NAME -> versionName = content.rest();
                case ItemType.ASYNCHRONOUS_OPERATIONS ->
                    operations = new AsynchronousOperations(content.u16(), content.u16());
                case ItemType.ROLE_SELECTION ->
                    roles.add(new RoleSelection(content.text(content.u16()), content.u8() == 1, content.u8() == 1));
                case ItemType.EXTENDED_NEGOTIATION ->
                    extended.add(
                            new ExtendedNegotiation(content.text(content.u16()), content.bytes(content.remaining())));
                case ItemType.COMMON_EXTENDED_NEGOTIATION -> common.add(commonExtended(content));
                case ItemType.USER_IDENTITY_REQUEST ->
                    identity = new UserInformation.IdentityRequest(userIdentity(content));
                case ItemType.USER_IDENTITY_RESPONSE ->
                    identity = new UserInformation.IdentityResponse(content.bytes(content.u16()));
                default -> {}
            }
        }
        return new UserInformation(
                maximumLength,
                new Implementation(classUid, versionName),
                operations,
                roles,
                extended,
                common,
                identity);
    }

    private static long maximumLength(PduCursor content) throws MalformedPduException {
        int offset = content.position();
        long length = content.u32();
        if (length != 0 && length < SMALLEST_MAXIMUM_LENGTH) {
            throw MalformedPduException.invalid(
                    offset, "maximum length %d: no message fits below %d".formatted(length, SMALLEST_MAXIMUM_LENGTH));
        }
        return length;
    }

    private static CommonExtendedNegotiation commonExtended(PduCursor content) throws MalformedPduException {
        String sopClass = content.text(content.u16());
        String serviceClass = content.text(content.u16());
        PduCursor names = content.slice(content.u16());
        List<String> related = new ArrayList<>();
        while (names.remaining() > 0) {
            related.add(names.text(names.u16()));
        }
        return new CommonExtendedNegotiation(sopClass, serviceClass, related);
    }

    private static UserIdentity userIdentity(PduCursor content) throws MalformedPduException {
        UserIdentity.Kind kind = UserIdentity.Kind.of(content.u8(), content.position());
        boolean responseRequested = content.u8() == 1;
        byte[] primary = content.bytes(content.u16());
        return new UserIdentity(kind, responseRequested, primary, content.bytes(content.u16()));
    }

    static void encode(PduBuffer buffer, UserInformation information) {
        PduBuffer content = new PduBuffer();
        content.item(ItemType.MAXIMUM_LENGTH, new PduBuffer().u32(information.maximumLength()));
        content.item(
                ItemType.IMPLEMENTATION_CLASS_UID, information.implementation().classUid());
        encodeOperations(content, information.operations());
        for (RoleSelection role : information.roles()) {
            content.item(
                    ItemType.ROLE_SELECTION,
                    new PduBuffer()
                            .sized(role.sopClassUid())
                            .u8(flag(role.user()))
                            .u8(flag(role.provider())));
        }
        if (!information.implementation().versionName().isEmpty()) {
            content.item(
                    ItemType.IMPLEMENTATION_VERSION_NAME,
                    information.implementation().versionName());
        }
        for (ExtendedNegotiation extended : information.extended()) {
            content.item(
                    ItemType.EXTENDED_NEGOTIATION,
                    new PduBuffer().sized(extended.sopClassUid()).bytes(extended.applicationInformation()));
        }
        information.commonExtended().forEach(common -> encodeCommon(content, common));
        encodeIdentity(content, information.identity());
        buffer.item(ItemType.USER_INFORMATION, content);
    }

    private static void encodeOperations(PduBuffer content, @Nullable AsynchronousOperations operations) {
        if (operations != null) {
            content.item(
                    ItemType.ASYNCHRONOUS_OPERATIONS,
                    new PduBuffer().u16(operations.maximumInvoked()).u16(operations.maximumPerformed()));
        }
    }

    private static void encodeCommon(PduBuffer content, CommonExtendedNegotiation common) {
        PduBuffer related = new PduBuffer();
        common.relatedGeneralSopClassUids().forEach(related::sized);
        content.item(
                ItemType.COMMON_EXTENDED_NEGOTIATION,
                new PduBuffer()
                        .sized(common.sopClassUid())
                        .sized(common.serviceClassUid())
                        .sized(related.toByteArray()));
    }

    private static void encodeIdentity(PduBuffer content, UserInformation.@Nullable IdentityItem identity) {
        switch (identity) {
            case null -> {}
            case UserInformation.IdentityRequest(UserIdentity user) ->
                content.item(
                        ItemType.USER_IDENTITY_REQUEST,
                        new PduBuffer()
                                .u8(user.kind().code())
                                .u8(flag(user.responseRequested()))
                                .sized(user.primary())
                                .sized(user.secondary()));
            case UserInformation.IdentityResponse answer ->
                content.item(ItemType.USER_IDENTITY_RESPONSE, new PduBuffer().sized(answer.response()));
        }
    }

    private static int flag(boolean value) {
        return value ? 1 : 0;
    }
}
