package org.roentgen.api.problem;

/** A request that is refused; the message names the value, the rule and the fix. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;

    private ProblemException(int status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    /** There is no such thing. */
    public static ProblemException notFound(String kind, Object id) {
        return new ProblemException(404, "NOT_FOUND", "There is no " + kind + " " + id);
    }

    /** The request breaks a rule. */
    public static ProblemException invalid(String detail) {
        return new ProblemException(400, "INVALID_REQUEST", detail);
    }

    /** The request is sound but the state of things does not allow it. */
    public static ProblemException conflict(String code, String detail) {
        return new ProblemException(409, code, detail);
    }

    /** Not this person. */
    public static ProblemException forbidden(String code, String detail) {
        return new ProblemException(403, code, detail);
    }

    /** None of the representations that the client accepts can be made. */
    public static ProblemException notAcceptable(String detail) {
        return new ProblemException(406, "NOT_ACCEPTABLE", detail);
    }

    /** The platform cannot do it now; later it may. */
    public static ProblemException unavailable(String code, String detail) {
        return new ProblemException(503, code, detail);
    }

    /** The body is of a kind that is not taken. */
    public static ProblemException unsupportedMediaType(String detail) {
        return new ProblemException(415, "UNSUPPORTED_MEDIA_TYPE", detail);
    }

    Problem problem() {
        return Problem.of(status, code, String.valueOf(getMessage()));
    }
}
