package dev.ashlar.kernel.web.problem;

/** Problems of HTTP itself, which no use case has. */
public enum WebProblem {
    METHOD_NOT_ALLOWED("request.method-not-allowed", 405, "Method is not allowed"),
    NOT_ACCEPTABLE("request.not-acceptable", 406, "Format is not available"),
    TOO_LARGE("request.too-large", 413, "Request body is too large"),
    UNSUPPORTED_MEDIA_TYPE("request.unsupported-media-type", 415, "Media type is not supported"),
    HEADERS_TOO_LARGE("request.headers-too-large", 431, "Request headers are too large"),
    INTERNAL("internal", 500, "Internal server error"),
    NOT_IMPLEMENTED("request.not-implemented", 501, "HTTP version or method is not supported");

    private final String code;
    private final int status;
    private final String title;

    WebProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    public KnownProblem known() {
        return new KnownProblem(code, status, title);
    }
}
