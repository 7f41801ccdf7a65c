// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sample.web;

import dev.ashlar.kernel.ProblemType;

enum SampleProblem implements ProblemType {
    NAME_TAKEN("sample.name-taken", Kind.CONFLICT, "Sample name is taken"),
    SOLD_OUT("sample.sold-out", Kind.REFUSED, "Sample is sold out"),
    TOO_OFTEN("sample.too-often", Kind.TOO_MANY, "Too many sample requests");

    private final Definition definition;

    SampleProblem(String code, Kind kind, String title) {
        definition = new Definition(code, kind, title);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
