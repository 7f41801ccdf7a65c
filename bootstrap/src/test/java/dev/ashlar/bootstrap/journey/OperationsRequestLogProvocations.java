package dev.ashlar.bootstrap.journey;

/** Refusals of the log of requests. */
final class OperationsRequestLogProvocations implements ContextProvocations {
    private static final String LOG = "GET /api/v1/operations/api-requests";

    private final Api student;

    OperationsRequestLogProvocations(Stage stage) {
        this.student = stage.nobody().demo("student");
    }

    @Override
    public void addTo(Provocations all) {
        all.addExamples(student, "auth.forbidden", LOG, LOG + "/stats");
    }
}
