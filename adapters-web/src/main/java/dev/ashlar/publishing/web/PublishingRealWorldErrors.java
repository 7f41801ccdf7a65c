package dev.ashlar.publishing.web;

import dev.ashlar.kernel.web.problem.RealWorldErrors;
import dev.ashlar.publishing.domain.PublishingProblem;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Publishing's refusals where the RealWorld API is spoken. */
@Component
class PublishingRealWorldErrors implements RealWorldErrors {
    private static final String NOT_FOUND = "not found";
    private static final String FORBIDDEN = "forbidden";

    @Override
    public Map<String, FieldMessage> byCode() {
        return Map.of(
                PublishingProblem.NO_SUCH_POST.code(), new FieldMessage("article", NOT_FOUND),
                PublishingProblem.NO_SUCH_COMMENT.code(), new FieldMessage("comment", NOT_FOUND),
                PublishingProblem.NO_SUCH_PERSON.code(), new FieldMessage("profile", NOT_FOUND),
                PublishingProblem.NOT_YOUR_POST.code(), new FieldMessage("article", FORBIDDEN),
                PublishingProblem.NOT_YOUR_COMMENT.code(), new FieldMessage("comment", FORBIDDEN));
    }
}
