package org.roentgen.api.dicomweb;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a representation that a Range header asks for (RFC 9110 section 14).
 *
 * @param first first byte, from 0
 * @param length number of bytes; 0 where nothing of the representation is in the range
 */
record ByteRange(long first, long length) {
    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** The range, or empty where the whole is to be sent: without the header, of another unit, or of several ranges. */
    static Optional<ByteRange> of(@Nullable String header, long total) {
        Matcher matcher = ONE_RANGE.matcher(header == null ? "" : header.replace(" ", ""));
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (matcher.group(1).isEmpty()) {
            long length = Math.min(Long.parseLong(matcher.group(2)), total);
            return Optional.of(new ByteRange(total - length, length));
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? total - 1 : Math.min(Long.parseLong(matcher.group(2)), total - 1);
        if (!matcher.group(2).isEmpty() && Long.parseLong(matcher.group(2)) < first) {
            return Optional.empty();
        }
        return Optional.of(new ByteRange(first, Math.max(0, last - first + 1)));
    }

    String contentRange(long total) {
        return length == 0 ? "bytes */" + total : "bytes " + first + "-" + (first + length - 1) + "/" + total;
    }
}
