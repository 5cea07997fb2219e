package org.roentgen.dicom.cli;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.AssociationOptions;

/**
 * The peer that a command names: {@code HOST PORT [--aet OURS] [--aec THEIRS]}.
 *
 * @param arguments what follows host and port
 */
record Peer(String host, int port, String callingAeTitle, String calledAeTitle, Arguments arguments) {
    static final String USAGE = "HOST PORT [--aet OURS] [--aec THEIRS]";

    private static final Logger NETWORK = Logger.getLogger("org.roentgen.dicom.network");

    static Peer parse(List<String> arguments, Set<String> moreOptions) {
        NETWORK.setLevel(Level.OFF);
        Set<String> options = new HashSet<>(moreOptions);
        options.add("--aet");
        options.add("--aec");
        Arguments parsed = Arguments.parse(arguments, options, Set.of());
        if (parsed.rest().size() < 2) {
            throw new UsageException("HOST and PORT are missing");
        }
        return new Peer(
                parsed.rest().get(0),
                port(parsed.rest().get(1)),
                parsed.option("--aet").orElse("ROENTGEN"),
                parsed.option("--aec").orElse("ANY-SCP"),
                new Arguments(
                        parsed.options(),
                        parsed.flags(),
                        parsed.rest().subList(2, parsed.rest().size())));
    }

    static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 0xFFFF) {
            throw new UsageException("port '" + text + "' is no number from 0 to 65535");
        }
        return Integer.parseInt(text);
    }

    AssociationOptions.Builder options() {
        try {
            return AssociationOptions.builder(host, port, callingAeTitle, calledAeTitle);
        } catch (IllegalArgumentException invalid) {
            throw new UsageException(String.valueOf(invalid.getMessage()));
        }
    }

    /** Opens an association; errors name the peer. */
    Association open(AssociationOptions options) throws IOException {
        try {
            return Association.open(options);
        } catch (UnknownHostException unknown) {
            throw new IOException(host + ":" + port + ": unknown host", unknown);
        } catch (IOException failure) {
            throw new IOException(host + ":" + port + ": " + failure.getMessage(), failure);
        }
    }
}
