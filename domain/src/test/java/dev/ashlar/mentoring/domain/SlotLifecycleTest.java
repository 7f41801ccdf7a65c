// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import static dev.ashlar.mentoring.domain.Meetings.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.UserId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Slots under any sequence of operations. */
class SlotLifecycleTest {
    private static final Mentor MENTOR = Meetings.mentor();
    private static final UserId STUDENT = Meetings.user();

    private static final Map<String, UnaryOperator<Slot>> OPERATIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("request", slot -> slot.open().request(STUDENT, MENTOR, NOW)),
            Map.entry("book", slot -> slot.open().book(STUDENT, MENTOR, NOW)),
            Map.entry("review", slot -> slot.booked().review(NOW)),
            Map.entry("confirm", slot -> slot.booked().confirm(null, NOW)),
            Map.entry("reject", slot -> slot.booked().reject("No")),
            Map.entry("withdraw request", slot -> slot.booked().withdrawRequest()),
            Map.entry("withdraw", slot -> slot.open().withdraw()),
            Map.entry("request cancellation", slot -> slot.booked().requestCancellation(STUDENT, "Ill", NOW)),
            Map.entry("approve", slot -> slot.booked().approveCancellation(MENTOR.userId())),
            Map.entry("deny", slot -> slot.booked().denyCancellation(MENTOR.userId())),
            Map.entry("complete", slot -> slot.booked().complete(slot.endsAt()))));

    @Property
    void takesOnlyLegalTransitions(@ForAll("operations") List<String> operations) {
        var slot = Meetings.in(SlotStatus.TENTATIVE, MENTOR, STUDENT);
        for (var operation : operations) {
            var before = slot;
            try {
                slot = OPERATIONS
                        .getOrDefault(operation, UnaryOperator.identity())
                        .apply(before);
                assertThat(SlotStatus.LIFECYCLE.next(before.status())).contains(slot.status());
                assertThat(slot.version()).isEqualTo(before.version() + 1);
            } catch (DomainException refused) {
                assertThat(refused.type()).isIn(MentoringProblem.ILLEGAL_TRANSITION, MentoringProblem.SLOT_TAKEN);
                assertThat(refused.detail()).contains(SlotStatus.LIFECYCLE.label(before.status()));
            }
            if (slot.status() != SlotStatus.CANCELLED) {
                assertThat(slot.isAvailable()).isEqualTo(slot.status() == SlotStatus.TENTATIVE);
            }
        }
    }

    @Test
    void hasAnOperationForEveryLegalTransition() {
        Set<String> declared = new TreeSet<>();
        Set<String> possible = new TreeSet<>();
        for (var from : SlotStatus.values()) {
            SlotStatus.LIFECYCLE.next(from).forEach(to -> declared.add(from + " to " + to));
            var slot = Meetings.in(from, MENTOR, STUDENT);
            for (var operation : OPERATIONS.values()) {
                try {
                    possible.add(from + " to " + operation.apply(slot).status());
                } catch (DomainException refused) {
                    assertThat(refused.type().code()).startsWith("mentoring.");
                }
            }
        }
        assertThat(possible).isEqualTo(declared);
    }

    @Provide
    Arbitrary<List<String>> operations() {
        return Arbitraries.of(OPERATIONS.keySet()).list().ofMaxSize(12);
    }
}
