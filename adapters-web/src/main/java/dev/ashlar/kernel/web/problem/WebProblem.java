package dev.ashlar.kernel.web.problem;

/** The problems that only HTTP knows: no use case ever refuses with them. */
public enum WebProblem {
    METHOD_NOT_ALLOWED("request.method-not-allowed", 405, "The resource does not have this method."),
    NOT_ACCEPTABLE("request.not-acceptable", 406, "The answer does not exist in the wanted format."),
    TOO_LARGE("request.too-large", 413, "The body is too large."),
    UNSUPPORTED_MEDIA_TYPE("request.unsupported-media-type", 415, "The body is in a format that is not read here."),
    HEADERS_TOO_LARGE("request.headers-too-large", 431, "The request's headers are too large."),
    INTERNAL("internal", 500, "Something went wrong on our side."),
    NOT_IMPLEMENTED("request.not-implemented", 501, "The server does not speak this dialect of HTTP.");

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
