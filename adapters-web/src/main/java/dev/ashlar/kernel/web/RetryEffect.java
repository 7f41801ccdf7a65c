// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

/** Effect of a request that is sent again after it was carried out, because its answer was lost. */
public enum RetryEffect {
    /** None, and the first answer, of an operation that takes {@link Once}. */
    ANSWERED("For a day, a retry with the same Idempotency-Key gets the first answer again."),

    /** The rest of it, of an operation that takes {@link Once} and calls another system: the answer is the latest state. */
    CONTINUED("A retry with the same Idempotency-Key continues the first request, and gets its latest state."),

    /** None, of an operation that takes {@link IfMatch}: the version that the request names is no longer the latest. */
    STALE("A retry with the same If-Match changes nothing: it is refused once the change has been made."),

    /** None: the state that the request asks for exists. */
    UNCHANGED("A retry has no further effect."),

    /** None: the state that the request begins with is over, or what it adds exists. A decision or an undo may end that, as of a pending request. */
    REFUSED("A retry changes nothing: it is refused for as long as the effect of the request lasts."),

    /** A second one. */
    REPEATED(
            "A retry may carry out the request a second time. Before you retry, check if the first request took effect.");

    private final String sentence;

    RetryEffect(String sentence) {
        this.sentence = sentence;
    }

    /** Returns the sentence that ends the description of the operation. */
    public String sentence() {
        return sentence;
    }
}
