package org.roentgen.api.problem;

/**
 * Why a request was refused (RFC 9457).
 *
 * @param code stable name of the rule, for programs
 */
public record Problem(String type, String title, int status, String detail, String code) {
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String code, String detail) {
        return new Problem("about:blank", title(status), status, detail, code);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 503 -> "Service Unavailable";
            default -> status < 500 ? "Refused" : "Internal Server Error";
        };
    }
}
