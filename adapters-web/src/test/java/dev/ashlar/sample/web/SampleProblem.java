package dev.ashlar.sample.web;

import dev.ashlar.kernel.ProblemType;

enum SampleProblem implements ProblemType {
    NAME_TAKEN("sample.name-taken", Kind.CONFLICT, "Another sample has this name."),
    SOLD_OUT("sample.sold-out", Kind.REFUSED, "There is none left."),
    TOO_OFTEN("sample.too-often", Kind.TOO_MANY, "Samples are asked for too often.");

    private final Definition definition;

    SampleProblem(String code, Kind kind, String title) {
        definition = new Definition(code, kind, title);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
