// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.web;

import dev.ashlar.admissions.CourseId;
import dev.ashlar.admissions.application.BatchService;
import dev.ashlar.admissions.application.BatchView;
import dev.ashlar.admissions.application.CourseService;
import dev.ashlar.admissions.application.CourseView;
import dev.ashlar.admissions.domain.BatchPlan;
import dev.ashlar.admissions.domain.Course;
import dev.ashlar.admissions.domain.CourseEdit;
import dev.ashlar.admissions.domain.CourseStatus;
import dev.ashlar.admissions.domain.Seats;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/courses")
@Tag(name = "Courses", description = "Courses and their batches.")
class CourseController {
    private final CourseService courses;
    private final BatchService batches;

    CourseController(CourseService courses, BatchService batches) {
        this.courses = courses;
        this.batches = batches;
    }

    @GetMapping
    @Operation(
            summary = "List courses",
            description =
                    "The newest course comes first. Administrators also see retired courses. count=true adds the total.")
    @Refuses("request.invalid-cursor")
    Listing<CourseView> listOfferedCourses(
            Actor actor, @RequestParam(defaultValue = "false") boolean count, PageRequest page) {
        return Listing.of(courses.list(actor, page), count, () -> courses.count(actor));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REFUSED)
    @Operation(summary = "Create a course", description = "Only administrators may do so. The code is unique.")
    @Refuses({"auth.forbidden", "admissions.code-taken"})
    Versioned<CourseView> createCourse(Actor actor, @RequestBody @Valid CourseRequest request) {
        var course = courses.create(actor, request.code(), request.title(), request.listPrice());
        return Versioned.created("/api/v1/courses/" + course.id().value(), course.version(), course);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get a course", description = "The ETag is the version for an edit.")
    @Refuses("admissions.course-not-found")
    Versioned<CourseView> getCourse(Actor actor, @PathVariable CourseId id) {
        var course = courses.get(id);
        return Versioned.ok(course.version(), course);
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Update a course",
            description =
                    "Only administrators may do so. Absent fields keep their values. Applications keep the price at which"
                            + " they were created; the currency never changes.")
    @Refuses({"auth.forbidden", "admissions.course-not-found", "request.stale-version"})
    Versioned<CourseView> updateCourse(
            Actor actor, @PathVariable CourseId id, IfMatch ifMatch, @RequestBody @Valid EditCourseRequest request) {
        int version = ifMatch.version(() -> courses.get(id).version());
        var course = courses.edit(actor, id, version, request.edit());
        return Versioned.ok(course.version(), course);
    }

    @GetMapping("/{id}/batches")
    @Operation(summary = "List batches of a course", description = "The newest batch comes first.")
    @Refuses({"admissions.course-not-found", "request.invalid-cursor"})
    Listing<BatchView> listBatches(Actor actor, @PathVariable CourseId id, PageRequest page) {
        return Listing.of(batches.list(id, page));
    }

    @PostMapping("/{id}/batches")
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Create a batch",
            description = "Only administrators may do so. The batch is planned: open it for enrollment with an update.")
    @Refuses({"auth.forbidden", "admissions.course-not-found", "admissions.code-taken"})
    Versioned<BatchView> createBatch(Actor actor, @PathVariable CourseId id, @RequestBody @Valid BatchRequest request) {
        var batch = batches.create(actor, id, request.plan(), request.capacity());
        return Versioned.created("/api/v1/batches/" + batch.id().value(), batch.version(), batch);
    }

    /** Course to create. */
    record CourseRequest(
            @NotBlank @Size(max = Course.MAX_CODE) @Schema(example = "backend-engineering")
            String code,

            @NotBlank @Size(max = Course.MAX_TITLE) @Schema(example = "Backend engineering")
            String title,

            @NotNull Money listPrice) {}

    /** Edit of a course. */
    record EditCourseRequest(
            @Schema(example = "Backend engineering with Java")
            Change<@NotBlank @Size(max = Course.MAX_TITLE) String> title,

            Change<Money> listPrice,

            // waive mass-assignment: an administrator retires a course; the use case refuses all other callers
            @Schema(example = "retired") Change<CourseStatus> status) {
        CourseEdit edit() {
            return new CourseEdit(title, listPrice, status);
        }
    }

    /**
     * Batch to create.
     *
     * @param startsOn first day
     * @param endsOn last day
     * @param capacity number of seats
     */
    record BatchRequest(
            @NotBlank @Size(max = Course.MAX_CODE) @Schema(example = "backend-2027-spring")
            String code,

            @NotNull @Schema(example = "2027-03-01") LocalDate startsOn,

            @NotNull @Schema(example = "2027-08-31") LocalDate endsOn,

            @Min(1) @Max(Seats.MAX) @Schema(example = "30") int capacity) {
        BatchPlan plan() {
            return new BatchPlan(code, startsOn, endsOn);
        }
    }
}
