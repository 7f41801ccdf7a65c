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

/** Whatever is tried in whatever order, a slot only goes the ways that the table allows; and each way can be gone. */
class SlotLifecycleTest {
    private static final Mentor MENTOR = Meetings.mentor();
    private static final UserId STUDENT = Meetings.somebody();

    private static final Map<String, UnaryOperator<Slot>> DEEDS = new TreeMap<>(Map.of(
            "request", slot -> slot.request(STUDENT, MENTOR, NOW),
            "book", slot -> slot.book(STUDENT, MENTOR, NOW),
            "review", slot -> slot.review(NOW),
            "confirm", slot -> slot.confirm(null, NOW),
            "reject", slot -> slot.reject("No"),
            "withdraw", Slot::withdraw,
            "ask to cancel", slot -> slot.requestCancellation(STUDENT, "Ill", NOW),
            "approve", slot -> slot.approveCancellation(MENTOR.userId()),
            "deny", slot -> slot.denyCancellation(MENTOR.userId()),
            "complete", slot -> slot.complete(slot.endsAt())));

    @Property
    void aSlotOnlyGoesWhereTheTableLeads(@ForAll("deeds") List<String> deeds) {
        var slot = Meetings.in(SlotStatus.TENTATIVE, MENTOR, STUDENT);
        for (var deed : deeds) {
            var before = slot;
            try {
                slot = DEEDS.getOrDefault(deed, UnaryOperator.identity()).apply(before);
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
    void everyTransitionOfTheTableIsSomebodysDeed() {
        Set<String> declared = new TreeSet<>();
        Set<String> possible = new TreeSet<>();
        for (var from : SlotStatus.values()) {
            SlotStatus.LIFECYCLE.next(from).forEach(to -> declared.add(from + " to " + to));
            var slot = Meetings.in(from, MENTOR, STUDENT);
            for (var deed : DEEDS.values()) {
                try {
                    possible.add(from + " to " + deed.apply(slot).status());
                } catch (DomainException refused) {
                    assertThat(refused.type().code()).startsWith("mentoring.");
                }
            }
        }
        assertThat(possible).isEqualTo(declared);
    }

    @Provide
    Arbitrary<List<String>> deeds() {
        return Arbitraries.of(DEEDS.keySet()).list().ofMaxSize(12);
    }
}
