// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

/** Effect of a request that is sent again after it was carried out, because its answer was lost. */
public enum RetryEffect {
    /** None, and the first answer, of an operation that takes {@link Once}. */
    ANSWERED("A retry with the same Idempotency-Key gets the first answer, for a day."),

    /** None, of an operation that takes {@link IfMatch}: the version that the request names is no longer the latest. */
    STALE("A retry with the same If-Match changes nothing: once the change is made, it is refused."),

    /** None: the state that the request asks for exists. */
    UNCHANGED("A retry changes nothing more."),

    /** None: the state that the request begins with is over, or what it adds exists. A decision or an undo may end that, as of a pending request. */
    REFUSED("A retry is refused, and changes nothing, for as long as the effect of the request lasts."),

    /** A second one. */
    REPEATED(
            "A retry may be carried out a second time. Before you send one, look for the effect of the first request.");

    private final String sentence;

    RetryEffect(String sentence) {
        this.sentence = sentence;
    }

    /** Returns the sentence that ends the description of the operation. */
    public String sentence() {
        return sentence;
    }
}
