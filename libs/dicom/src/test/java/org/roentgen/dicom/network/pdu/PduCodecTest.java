package org.roentgen.dicom.network.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roentgen.dicom.Mutations;

class PduCodecTest {
    private static final int ROUNDS = Mutations.count(4000, 8);

    static final AssociateRequest REQUEST = new AssociateRequest(
            1,
            "CALLED",
            "CALLING",
            AssociateRequest.DICOM_APPLICATION_CONTEXT,
            List.of(
                    new PresentationContextProposal(1, "1.2.840.10008.1.1", List.of("1.2.840.10008.1.2")),
                    new PresentationContextProposal(
                            3, "1.2.840.10008.5.1.4.1.1.2", List.of("1.2.840.10008.1.2.1", "1.2.840.10008.1.2"))),
            new UserInformation(
                    16384,
                    new Implementation("1.2.3.4", "VERSION"),
                    new AsynchronousOperations(5, 2),
                    List.of(new RoleSelection("1.2.840.10008.5.1.4.1.1.2", true, true)),
                    List.of(new ExtendedNegotiation("1.2.840.10008.5.1.4.1.2.2.1", new byte[] {1, 1, 0})),
                    List.of(new CommonExtendedNegotiation("1.2.3", "1.2.840.10008.4.2", List.of("1.2.4", "1.2.5"))),
                    new UserInformation.IdentityRequest(UserIdentity.usernameAndPasscode("reader", "secret"))));

    static Stream<Pdu> pdus() {
        return Stream.of(
                REQUEST,
                new AssociateAccept(
                        1,
                        "CALLED",
                        "CALLING",
                        AssociateRequest.DICOM_APPLICATION_CONTEXT,
                        List.of(
                                new PresentationContextAnswer(
                                        1, PresentationContextAnswer.Result.ACCEPTANCE, "1.2.840.10008.1.2"),
                                new PresentationContextAnswer(
                                        3,
                                        PresentationContextAnswer.Result.TRANSFER_SYNTAXES_NOT_SUPPORTED,
                                        "1.2.840.10008.1.2.1")),
                        new UserInformation(
                                0,
                                Implementation.ROENTGEN,
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                new UserInformation.IdentityResponse(new byte[] {7}))),
                AssociateReject.permanent(AssociateReject.Reason.CALLED_AE_TITLE_NOT_RECOGNIZED),
                AssociateReject.transientFor(AssociateReject.Reason.LOCAL_LIMIT_EXCEEDED),
                new ReleaseRequest(),
                new ReleaseResponse(),
                Abort.byUser(),
                Abort.byProvider(Abort.Reason.INVALID_PARAMETER));
    }

    @ParameterizedTest
    @MethodSource("pdus")
    void decodesWhatItEncodes(Pdu pdu) throws Exception {
        byte[] bytes = PduEncoder.encode(pdu);
        PduHeader header = PduHeader.decode(bytes, 0);
        assertThat(header.type()).isEqualTo(pdu.type());
        assertThat(header.length()).isEqualTo(bytes.length - PduHeader.SIZE);
        Pdu decoded = PduDecoder.decode(header.type(), Arrays.copyOfRange(bytes, PduHeader.SIZE, bytes.length));
        assertThat(PduEncoder.encode(decoded)).isEqualTo(bytes);
    }

    @Test
    void keepsEveryFieldOfARequest() throws Exception {
        AssociateRequest decoded = (AssociateRequest) PduDecoder.decode(PduType.ASSOCIATE_REQUEST, body(REQUEST));
        assertThat(decoded.contexts()).isEqualTo(REQUEST.contexts());
        assertThat(decoded.calledAeTitle()).isEqualTo("CALLED");
        assertThat(decoded.callingAeTitle()).isEqualTo("CALLING");
        UserInformation information = decoded.userInformation();
        assertThat(information.operations()).isEqualTo(new AsynchronousOperations(5, 2));
        assertThat(information.roles()).isEqualTo(REQUEST.userInformation().roles());
        assertThat(information.commonExtended())
                .isEqualTo(REQUEST.userInformation().commonExtended());
        assertThat(information.extended().getFirst().applicationInformation()).containsExactly(1, 1, 0);
        assertThat(information.identity())
                .isInstanceOfSatisfying(UserInformation.IdentityRequest.class, item -> assertThat(
                                item.identity().secondary())
                        .isEqualTo("secret".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void showsNoSecretAsText() {
        assertThat(REQUEST.toString()).doesNotContain("secret").doesNotContain("reader");
    }

    @Test
    void skipsItemsThatItDoesNotKnow() throws Exception {
        byte[] body = body(REQUEST);
        byte[] longer = Arrays.copyOf(body, body.length + 7);
        longer[body.length] = 0x7E;
        longer[body.length + 3] = 3;
        AssociateRequest decoded = (AssociateRequest) PduDecoder.decode(PduType.ASSOCIATE_REQUEST, longer);
        assertThat(decoded.contexts()).isEqualTo(REQUEST.contexts());
    }

    @Test
    void refusesTheSameContextTwice() {
        AssociateRequest twice = new AssociateRequest(
                1,
                "A",
                "B",
                REQUEST.applicationContext(),
                List.of(REQUEST.contexts().getFirst(), REQUEST.contexts().getFirst()),
                REQUEST.userInformation());
        assertThatThrownBy(() -> PduDecoder.decode(PduType.ASSOCIATE_REQUEST, body(twice)))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("presentation context id 1")
                .hasMessageContaining("offset");
    }

    @Test
    void refusesAMaximumLengthInWhichNothingFits() {
        UserInformation tiny =
                new UserInformation(8, Implementation.ROENTGEN, null, List.of(), List.of(), List.of(), null);
        AssociateRequest request =
                new AssociateRequest(1, "A", "B", REQUEST.applicationContext(), REQUEST.contexts(), tiny);
        assertThatThrownBy(() -> PduDecoder.decode(PduType.ASSOCIATE_REQUEST, body(request)))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("maximum length 8");
    }

    @ParameterizedTest
    @MethodSource("pdus")
    void truncationAndMutationGiveAPduOrATypedError(Pdu pdu) {
        byte[] body = body(pdu);
        Random random = new Random(20260102);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutated = round < body.length ? Arrays.copyOf(body, round) : body.clone();
            for (int flips = round < body.length ? 0 : 1 + random.nextInt(6); flips > 0; flips--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(PduDecoder.decode(pdu.type(), mutated)).isNotNull();
            } catch (MalformedPduException malformed) {
                assertThat(malformed).hasMessageContaining("offset");
            }
        }
    }

    private static byte[] body(Pdu pdu) {
        byte[] bytes = PduEncoder.encode(pdu);
        return Arrays.copyOfRange(bytes, PduHeader.SIZE, bytes.length);
    }
}
