// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import static dev.ashlar.admissions.domain.Intake.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Contract of {@link Courses}, {@link Batches} and {@link Colleges}. */
public abstract class CatalogContract extends AdmissionsContract {
    @Test
    void storesEveryFieldOfACourse() {
        assertThat(stores().courses().find(course.id())).contains(course);
        assertThat(stores().courses().find(Intake.course().id())).isEmpty();
    }

    @Test
    @Tag("rule-stale-update-refused")
    void storesOneEditOfACourse() {
        var edited = course.with(new CourseEdit(
                Change.to("Statistics"), Change.to(Money.of("12.5", "EUR")), Change.to(CourseStatus.RETIRED)));

        assertThat(stores().courses().edit(edited, 0, NOW)).isTrue();
        assertThat(stores().courses().edit(course, 0, NOW)).isFalse();

        var stored = stores().courses().find(course.id()).orElseThrow();
        assertThat(stored).usingRecursiveComparison().ignoringFields("version").isEqualTo(edited);
        assertThat(stored.version()).isEqualTo(1);
        assertThat(stores().courses().edit(Intake.course(), 0, NOW)).isFalse();
    }

    @Test
    void addsMissingCoursesOnly() {
        var other = Intake.course();
        var sameCode = Course.of(Intake.course().id(), course.code(), "Another", Intake.PRICE, NOW);

        assertThat(stores().courses().insertMissing(List.of(other, sameCode))).isEqualTo(1);
        assertThat(stores().courses().insertMissing(List.of(other, sameCode))).isZero();

        assertThat(stores().courses().find(course.id())).contains(course);
        assertThat(stores().courses().find(other.id())).contains(other);
    }

    @Test
    void storesEveryFieldOfABatch() {
        assertThat(stores().batches().find(batch.id())).contains(batch);
        assertThat(stores().batches().lock(batch.id())).contains(batch);
        var absent = Intake.openBatch(course, 1).id();
        assertThat(stores().batches().find(absent)).isEmpty();
        assertThat(stores().batches().lock(absent)).isEmpty();
    }

    @Test
    @Tag("rule-stale-update-refused")
    void storesOneEditOfABatch() {
        var edited = batch.with(new BatchEdit(
                Change.to(LocalDate.of(2027, 4, 1)),
                Change.to(LocalDate.of(2027, 9, 30)),
                Change.to(7),
                Change.to(BatchStatus.CLOSED)));

        assertThat(stores().batches().edit(edited, 0, NOW)).isTrue();
        assertThat(stores().batches().edit(batch, 0, NOW)).isFalse();

        var stored = stores().batches().find(batch.id()).orElseThrow();
        assertThat(stored).usingRecursiveComparison().ignoringFields("version").isEqualTo(edited);
        assertThat(stored.version()).isEqualTo(1);
    }

    @Test
    void takesNoMoreSeatsThanThereAre() {
        assertThat(stores().batches().take(batch.id(), NOW)).isTrue();
        assertThat(stores().batches().take(batch.id(), NOW)).isTrue();
        assertThat(stores().batches().take(batch.id(), NOW)).isFalse();
        assertThat(seats()).isEqualTo(new Seats(2, 2, 0));

        assertThat(stores().batches().free(batch.id(), NOW)).isTrue();

        assertThat(seats()).isEqualTo(new Seats(2, 1, 0));
        assertThat(stores().batches().take(batch.id(), NOW)).isTrue();
    }

    @Test
    void takesNoSeatOfABatchThatIsNotOpen() {
        stores().batches().edit(batch.with(Intake.to(BatchStatus.CLOSED)), 0, NOW);

        assertThat(stores().batches().take(batch.id(), NOW)).isFalse();
    }

    @Test
    void takesNoSeatForWhichOthersWait() {
        stored(Intake.waiting(Intake.draft(batch), NOW));

        assertThat(stores().batches().take(batch.id(), NOW)).isFalse();
    }

    @Test
    void takesAndReturnsOfferedSeats() {
        stores().batches().offer(batch.id(), 2, NOW);
        assertThat(seats()).isEqualTo(new Seats(2, 0, 2));
        assertThat(stores().batches().take(batch.id(), NOW)).isFalse();

        assertThat(stores().batches().takeOffered(batch.id(), NOW)).isTrue();
        assertThat(seats()).isEqualTo(new Seats(2, 1, 1));

        assertThat(stores().batches().withdrawOffer(batch.id(), NOW)).isTrue();
        assertThat(seats()).isEqualTo(new Seats(2, 1, 0));
    }

    @Test
    void returnsNoSeatThatIsNeitherTakenNorOffered() {
        assertThat(stores().batches().free(batch.id(), NOW)).isFalse();
        assertThat(stores().batches().takeOffered(batch.id(), NOW)).isFalse();
        assertThat(stores().batches().withdrawOffer(batch.id(), NOW)).isFalse();
        assertThat(stores().batches().offer(Intake.openBatch(course, 1).id(), 1, NOW))
                .isFalse();
        assertThat(seats()).isEqualTo(new Seats(2, 0, 0));
    }

    @Test
    void findsAnOpenBatchWithFreeSeatsAndPeopleWhoWait() {
        assertThat(stores().batches().lockNextWithFreeSeats()).isEmpty();
        stored(Intake.waiting(Intake.draft(batch), NOW));
        assertThat(stores().batches().lockNextWithFreeSeats()).contains(batch);

        stores().batches().offer(batch.id(), 2, NOW);

        assertThat(stores().batches().lockNextWithFreeSeats()).isEmpty();
    }

    @Test
    void storesEveryFieldOfACollege() {
        var college = Intake.college("ETH Zürich", "Zürich");
        stores().colleges().insert(college);

        assertThat(stores().colleges().find(college.id())).contains(college);
        assertThat(stores().colleges().find(Intake.college("A", "B").id())).isEmpty();
    }

    @Test
    @Tag("rule-stale-update-refused")
    void storesOneEditOfACollege() {
        var college = Intake.college("Before", "Here");
        stores().colleges().insert(college);
        var edited = college.with(new CollegeEdit(Change.to("After"), Change.to("There"), Change.to(false)));

        assertThat(stores().colleges().edit(edited, 0, NOW)).isTrue();
        assertThat(stores().colleges().edit(college, 0, NOW)).isFalse();

        var stored = stores().colleges().find(college.id()).orElseThrow();
        assertThat(stored).usingRecursiveComparison().ignoringFields("version").isEqualTo(edited);
        assertThat(stored.version()).isEqualTo(1);
    }

    @Test
    void addsMissingCollegesWhateverTheirCase() {
        var college = Intake.college("Trinity College", "Dublin");
        stores().colleges().insert(college);
        var same = Intake.college("TRINITY COLLEGE", "dublin");
        var elsewhere = Intake.college("Trinity College", "Cambridge");

        assertThat(stores().colleges().insertMissing(List.of(same, elsewhere))).isEqualTo(1);

        assertThat(stores().colleges().find(same.id())).isEmpty();
        assertThat(stores().colleges().find(elsewhere.id())).contains(elsewhere);
    }
}
