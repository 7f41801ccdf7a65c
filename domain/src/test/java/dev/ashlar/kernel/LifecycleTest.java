// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final Lifecycle<Door> LIFECYCLE = Lifecycle.startingAt(Door.OPEN)
            .may(Door.OPEN, Door.CLOSED, "pushed")
            .may(Door.OPEN, Door.BRICKED_UP, "bricks")
            .may(Door.CLOSED, Door.OPEN, "pulled")
            .may(Door.CLOSED, Door.BRICKED_UP, "bricks")
            .build();

    @Test
    void listsTheStatesBeforeAndAfterAState() {
        assertThat(LIFECYCLE.start()).isEqualTo(Door.OPEN);
        assertThat(LIFECYCLE.next(Door.OPEN)).containsExactly(Door.CLOSED, Door.BRICKED_UP);
        assertThat(LIFECYCLE.next(Door.BRICKED_UP)).isEmpty();
        assertThat(LIFECYCLE.before(Door.BRICKED_UP)).containsExactly(Door.OPEN, Door.CLOSED);
        assertThat(LIFECYCLE.allows(Door.CLOSED, Door.OPEN)).isTrue();
        assertThat(LIFECYCLE.allows(Door.OPEN, Door.OPEN)).isFalse();
        assertThat(LIFECYCLE.endsAt(Door.BRICKED_UP)).isTrue();
        assertThat(LIFECYCLE.endsAt(Door.OPEN)).isFalse();
    }

    @Test
    void refusesAnIllegalTransitionAndNamesObjectAndStates() {
        assertThat(LIFECYCLE.require(Door.OPEN, Door.CLOSED, KernelProblem.CONFLICT, "Door 7"))
                .isEqualTo(Door.CLOSED);
        assertThat(refusal(Door.CLOSED, Door.CLOSED))
                .isEqualTo("Door 7 is closed and cannot become closed; it may become open or bricked_up.");
        assertThat(refusal(Door.BRICKED_UP, Door.OPEN))
                .isEqualTo("Door 7 is bricked_up and cannot become open; nothing follows.");
    }

    @Test
    void drawsItsDiagram() {
        assertThat(LIFECYCLE.diagram()).isEqualTo("""
                stateDiagram-v2
                    [*] --> open
                    open --> closed : pushed
                    open --> bricked_up : bricks
                    closed --> open : pulled
                    closed --> bricked_up : bricks
                    bricked_up --> [*]
                """);
    }

    @Test
    void refusesAnUnreachableState() {
        var table = Lifecycle.startingAt(Door.OPEN).may(Door.CLOSED, Door.BRICKED_UP, "bricks");
        assertThatIllegalStateException().isThrownBy(table::build).withMessageContaining("[CLOSED, BRICKED_UP]");
    }

    @Test
    void refusesATransitionThatIsNoChangeOrIsDeclaredTwice() {
        var table = Lifecycle.startingAt(Door.OPEN).may(Door.OPEN, Door.CLOSED, "pushed");
        assertThatIllegalArgumentException().isThrownBy(() -> table.may(Door.OPEN, Door.CLOSED, "wind"));
        assertThatIllegalArgumentException().isThrownBy(() -> table.may(Door.OPEN, Door.OPEN, "nothing"));
    }

    @Test
    void refusesAReasonThatBreaksTheDiagram() {
        var table = Lifecycle.startingAt(Door.OPEN);
        for (var reason : List.of("", "pushed: hard", "pushed; hard", "pushed\nhard")) {
            assertThatIllegalArgumentException().isThrownBy(() -> table.may(Door.OPEN, Door.CLOSED, reason));
        }
    }

    private static String refusal(Door from, Door to) {
        return assertRefused(
                        KernelProblem.CONFLICT, () -> LIFECYCLE.require(from, to, KernelProblem.CONFLICT, "Door 7"))
                .detail();
    }

    private enum Door {
        OPEN,
        CLOSED,
        BRICKED_UP
    }
}
