package dev.ashlar.sample.web;

import dev.ashlar.kernel.ProblemType;

enum SampleProblem implements ProblemType {
    NAME_TAKEN("sample.name-taken", Kind.CONFLICT, "Another sample has this name."),
    SOLD_OUT("sample.sold-out", Kind.REFUSED, "There is none left."),
    TOO_OFTEN("sample.too-often", Kind.TOO_MANY, "Samples are asked for too often.");

    private final String code;
    private final Kind kind;
    private final String title;

    SampleProblem(String code, Kind kind, String title) {
        this.code = code;
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }
}
